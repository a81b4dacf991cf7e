// More time for those who need it: each player's own window of a question.
//
// Pure; a part of a room, owned by value. A player is scored on its own window, so that half of it used is worth as much
// as half of anybody's; nobody else's window changes.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "proto/wire/types.hpp"

namespace certamen::room {

enum class Allowance : std::uint8_t { Whole, FiveQuarters, ThreeHalves, Twice };  // x1, x1.25, x1.5, x2

// Of a question's seconds, in tenths: what scores is what the screen shows. A half tenth is the player's.
[[nodiscard]] std::uint32_t window_tenths(std::uint32_t seconds, Allowance allowance);

class Allowances {
 public:
  void set(wire::SeatId seat, Allowance allowance);
  void leave(wire::SeatId seat) { seats_.erase(seat); }
  [[nodiscard]] Allowance of(wire::SeatId seat) const;
  // Only those with more than the whole time.
  [[nodiscard]] const std::map<wire::SeatId, Allowance>& seats() const { return seats_; }

  // When this player's window ends.
  [[nodiscard]] wire::Instant closes_for(wire::SeatId seat, wire::Instant opens_at, std::uint32_t seconds) const;
  // When a question closes: at the end of the longest window of those waited for (connected, without an answer), never
  // before the window that everyone has.
  [[nodiscard]] wire::Instant closes_for_all(const std::vector<wire::SeatId>& waited_for, wire::Instant opens_at,
                                             std::uint32_t seconds) const;

 private:
  std::map<wire::SeatId, Allowance> seats_;
};

}  // namespace certamen::room
