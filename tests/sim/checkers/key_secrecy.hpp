// Nobody sees the key before its reveal, and nobody gets a ticket that is not theirs.
//
// Every frame is scanned as bytes, without the answers that its reader and their team gave: for the marks of a question's
// reasons, explanation, notes, mistakes and spellings, and for the order or matches that are right, while the room's
// committed story has not revealed it; and for the tickets of others. Host rights must come with the host's secret.
#pragma once

#include <map>
#include <set>
#include <string>

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class KeySecrecy final : public Checker {
 public:
  static constexpr std::string_view name = "key secrecy";
  explicit KeySecrecy(const Sight& sight) : Checker(name, sight) {}

  void frame_sent(const FrameSent& sent) override;
  void entry_next(const Story& story, const journal::Entry& entry) override;

 private:
  struct Issued {
    wire::RoomCode code;
    wire::SeatId seat;
    ConnectionId connection = 0;
    bool host_rights = false;
  };
  struct Commanders {
    wire::SeatId host{1};
    room::TicketDigest host_digest{};
    std::map<wire::SeatId, room::TicketDigest> cohosts;
    std::set<wire::SeatId> returned;  // with rights, the last time; they may be gone before the seat is told
  };
  // False when the frame was scanned before.
  bool scan(const wire::Frame& frame);
  void check_arrangements(const FrameSent& sent, const wire::Frame& frame, const Story& story);
  void check_tickets(const FrameSent& sent, const wire::RoomJoined& joined);

  std::map<std::string, Issued> issued_;  // by the ticket's bytes
  std::map<hub::GameId, Commanders> commanders_;
  wire::Frame scanned_;
  std::vector<std::string> secrets_;  // in the frame scanned last
  std::vector<std::string> tickets_;
};

}  // namespace certamen::sim
