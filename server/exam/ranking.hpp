// Who is ahead of whom.
//
// Pure. Points first, then the number right, then (speed scoring only) the total time of the right answers in tenths;
// what is equal after that is a tie and shown as one.
#pragma once

#include <cstdint>
#include <vector>

#include "proto/wire/types.hpp"

namespace certamen::exam {

struct Standing {
  wire::SeatId seat;
  std::int64_t points = 0;
  std::uint32_t right_count = 0;
  std::uint64_t right_tenths = 0;  // total answer time of the right answers
  bool operator==(const Standing&) const = default;
};

struct Place {
  Standing standing;
  std::uint32_t rank = 1;  // equal ranks are ties; the rank after a tie of n is n higher
  bool operator==(const Place&) const = default;
};

// Whether total time is part of the ranking.
[[nodiscard]] bool time_breaks_ties(wire::Scoring scoring);

// Best first; tied seats in the order of their ids.
[[nodiscard]] std::vector<Place> rank(std::vector<Standing> standings, wire::Scoring scoring);

}  // namespace certamen::exam
