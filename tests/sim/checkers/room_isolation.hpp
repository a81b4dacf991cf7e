// A message of one room never reaches a member of another.
//
// Every room event is compared, byte for byte, with what its member's own room said at that sequence in its committed
// story. Seats and codes come from the wires: nobody enters a room that was not asked for.
#pragma once

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class RoomIsolation final : public Checker {
 public:
  static constexpr std::string_view name = "room isolation";
  explicit RoomIsolation(const Sight& sight) : Checker(name, sight) {}

  void frame_sent(const FrameSent& sent) override;

  [[nodiscard]] std::size_t events_checked() const { return events_checked_; }

 private:
  void check_event(const FrameSent& sent, const wire::RoomEvent& event);
  [[nodiscard]] static bool is_host(const room::Room& room, wire::SeatId seat);
  void check_seat_event(const FrameSent& sent, const wire::SeatEvent& event);
  void check_joined(const FrameSent& sent, const wire::RoomJoined& joined);

  std::size_t events_checked_ = 0;
};

}  // namespace certamen::sim
