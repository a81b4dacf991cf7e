// More time for those who need it: each player's own window of a question or an exam.
//
// Pure; a part of a room, owned by value. A player is scored on its own window, so that half of it used is worth as much
// as half of anybody's; nobody else's window changes.
#pragma once

#include <map>

#include "proto/wire/allowance.hpp"
#include "proto/wire/types.hpp"

namespace certamen::room {

class Allowances {
 public:
  void set(wire::SeatId seat, wire::Allowance allowance);
  void leave(wire::SeatId seat) { seats_.erase(seat); }
  [[nodiscard]] wire::Allowance of(wire::SeatId seat) const;
  // Only those with more than the whole time.
  [[nodiscard]] const std::map<wire::SeatId, wire::Allowance>& seats() const { return seats_; }

  // When this player's window ends, where that of the others lasts from `opens_at` to `closes_at`.
  [[nodiscard]] wire::Instant closes_for(wire::SeatId seat, wire::Instant opens_at, wire::Instant closes_at) const;

 private:
  std::map<wire::SeatId, wire::Allowance> seats_;
};

}  // namespace certamen::room
