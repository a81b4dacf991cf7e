// Who is ahead of whom.
//
// Pure. Points first, then the number right, then (speed scoring only) the time of the right answers; what is equal after
// that is a tie and shown as one. Where times carry a measurement error, they are compared on a grid: the mean time of a
// right answer in whole steps of that error. On a grid "as fast as" is transitive, which "closer than the error" is not:
// A may tie with B and B with C while A beats C. The price: two just beside a grid line are told apart.
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

// Best first; tied seats in the order of their ids. `error_tenths` is the measurement error of one answer's time; 0: the
// totals are compared to the tenth.
[[nodiscard]] std::vector<Place> rank(std::vector<Standing> standings, wire::Scoring scoring,
                                      std::uint32_t error_tenths = 0);

}  // namespace certamen::exam
