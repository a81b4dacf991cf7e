#include "server/room/allowances.hpp"

namespace certamen::room {

void Allowances::set(wire::SeatId seat, wire::Allowance allowance) {
  if (allowance == wire::Allowance::Whole) {
    seats_.erase(seat);
  } else {
    seats_[seat] = allowance;
  }
}

wire::Allowance Allowances::of(wire::SeatId seat) const {
  const auto found = seats_.find(seat);
  return found == seats_.end() ? wire::Allowance::Whole : found->second;
}

wire::Instant Allowances::closes_for(wire::SeatId seat, wire::Instant opens_at, wire::Instant closes_at) const {
  return opens_at + wire::own_window(closes_at - opens_at, of(seat));
}

}  // namespace certamen::room
