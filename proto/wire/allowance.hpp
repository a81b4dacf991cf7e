// More time for those who need it: how long each player's own window of a question or an exam is.
//
// Pure. Both programs compute the same window from what everyone is told, so nobody else has to hear of it.
#pragma once

#include <cstdint>

#include "proto/wire/time.hpp"

namespace certamen::wire {

enum class Allowance : std::uint8_t { Whole, FiveQuarters, ThreeHalves, Twice };  // x1, x1.25, x1.5, x2
inline constexpr std::size_t allowance_count = 4;

// The time that this allowance makes of `whole`, in whole tenths of a second; a part of a tenth is the player's.
// Requires whole tenths.
[[nodiscard]] constexpr Duration own_window(Duration whole, Allowance allowance) {
  constexpr Duration tenth{100'000};
  constexpr std::int64_t quarters[allowance_count] = {4, 5, 6, 8};
  const std::int64_t quarter_tenths = whole / tenth * quarters[static_cast<std::size_t>(allowance)];
  return tenth * ((quarter_tenths + 3) / 4);
}

}  // namespace certamen::wire
