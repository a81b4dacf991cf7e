// A room is its journal: replaying the entries on the disk gives the room that was, to the digest.
//
// Compared at every restart, whenever a live room is at rest, and at the end for every game there ever was. That the same
// seed gives the same story is asked of two whole runs, in simulation.hpp.
#pragma once

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class Replay final : public Checker {
 public:
  static constexpr std::string_view name = "replay";
  Replay(const Sight& sight, const Saboteur& saboteur) : Checker(name, sight), saboteur_(saboteur) {}

  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;
  void room_replayed(const Story& story, const room::Room& room) override;
  void journal_refused(const wire::RoomCode& code, const std::string& why) override;
  void probe() override;
  void over() override;

  [[nodiscard]] std::size_t replays() const { return replays_; }

 private:
  void check_journal(hub::GameId game, const Game& stored);

  const Saboteur& saboteur_;
  std::size_t replays_ = 0;
};

}  // namespace certamen::sim
