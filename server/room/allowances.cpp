#include "server/room/allowances.hpp"

#include <algorithm>

namespace certamen::room {
namespace {

constexpr std::uint32_t percent_of(Allowance allowance) {
  switch (allowance) {
    case Allowance::Whole: return 100;
    case Allowance::FiveQuarters: return 125;
    case Allowance::ThreeHalves: return 150;
    case Allowance::Twice: return 200;
  }
  return 100;
}

constexpr wire::Duration tenth{100'000};

}  // namespace

std::uint32_t window_tenths(std::uint32_t seconds, Allowance allowance) {
  return (seconds * percent_of(allowance) + 9) / 10;
}

void Allowances::set(wire::SeatId seat, Allowance allowance) {
  if (allowance == Allowance::Whole) {
    seats_.erase(seat);
  } else {
    seats_[seat] = allowance;
  }
}

Allowance Allowances::of(wire::SeatId seat) const {
  const auto found = seats_.find(seat);
  return found == seats_.end() ? Allowance::Whole : found->second;
}

wire::Instant Allowances::closes_for(wire::SeatId seat, wire::Instant opens_at, std::uint32_t seconds) const {
  return opens_at + tenth * window_tenths(seconds, of(seat));
}

wire::Instant Allowances::closes_for_all(const std::vector<wire::SeatId>& waited_for, wire::Instant opens_at,
                                         std::uint32_t seconds) const {
  wire::Instant last = closes_for({}, opens_at, seconds);
  for (const wire::SeatId seat : waited_for) last = std::max(last, closes_for(seat, opens_at, seconds));
  return last;
}

}  // namespace certamen::room
