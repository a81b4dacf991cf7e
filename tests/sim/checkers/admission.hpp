// Who was removed is out: nothing is done from the seat any more and its ticket opens nothing; who was banned never sits
// there again by the name; a locked room takes nobody new; and nobody sits in a room without having said its password.
//
// Followed by the journal, passwords by the wires. Addresses are in neither; their bans are for the tests of the hub.
#pragma once

#include <map>
#include <set>
#include <string>

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class Admission final : public Checker {
 public:
  static constexpr std::string_view name = "admission";
  explicit Admission(const Sight& sight) : Checker(name, sight) {}

  void entry_next(const Story& story, const journal::Entry& entry) override;
  void frame_sent(const FrameSent& sent) override;
  void probe() override;

  [[nodiscard]] std::size_t removals() const { return removals_; }
  [[nodiscard]] std::size_t refusals() const { return refusals_; }
  // New seats in rooms with a password.
  [[nodiscard]] std::size_t passwords_checked() const { return passwords_checked_; }

 private:
  struct Door {
    bool locked = false;
    std::set<wire::SeatId> removed;
    std::set<std::string> banned_names;
    std::set<room::TicketDigest> dead_tickets;
  };
  void check(const Story& story, const Door& door, const room::Joined& joined);
  void obey(const Story& story, Door& door, const wire::Order& order);
  void check_password(const FrameSent& sent, const wire::RoomJoined& joined);

  std::map<hub::GameId, Door> doors_;
  std::map<wire::RoomCode, std::set<std::string>> passwords_;  // one of these was said when the room was opened
  std::size_t passwords_checked_ = 0;
  std::size_t removals_ = 0;
  std::size_t refusals_ = 0;
};

}  // namespace certamen::sim
