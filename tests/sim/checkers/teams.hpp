// What a team talks about is its own: how it voted first is told to its members only, and truly. Standings that are kept
// back are told to nobody who plays.
//
// First votes are followed by the journal, teams by the committed room.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class Teams final : public Checker {
 public:
  static constexpr std::string_view name = "teams";
  explicit Teams(const Sight& sight) : Checker(name, sight) {}

  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;
  void frame_sent(const FrameSent& sent) override;

  [[nodiscard]] std::size_t votes_checked() const { return votes_checked_; }

 private:
  struct Talk {
    std::uint32_t number = 0;
    std::map<wire::SeatId, wire::Answer> first_votes;
    std::map<wire::SeatId, std::set<wire::TeamNumber>> teams;  // of a seat, while the question was open
    std::vector<wire::TeamVotes> told;                         // what may be told of it, as teams change
  };
  void check_teams(const Story& story, const journal::Entry& entry);
  void expect(const Story& story, Talk& talk);
  void check_votes(const SeatPlace& place, const wire::TeamVotes& votes);
  void check_frozen(const SeatPlace& place);

  std::map<hub::GameId, Talk> talks_;
  std::size_t votes_checked_ = 0;
};

}  // namespace certamen::sim
