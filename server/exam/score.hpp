// What an answer is worth.
//
// Pure, integers only. The time that counts is whole tenths of a second, rounded down: it is the figure the player sees
// ("locked in, 3.2 s"), so anyone can recompute their points, and differences far below human and network timing noise do
// not decide a match.
#pragma once

#include <cstdint>

#include "proto/wire/time.hpp"
#include "proto/wire/types.hpp"

namespace certamen::exam {

inline constexpr std::int64_t points_possible = 1000;
inline constexpr wire::Duration time_step{100'000};
inline constexpr std::uint32_t full_points_tenths = 5;  // a right answer within half a second is worth everything

// Whole tenths from opening to answer; zero before the opening.
[[nodiscard]] std::uint32_t answer_tenths(wire::Instant opens_at, wire::Instant answered_at);

// Points for an answer given after `tenths` of `allowed_tenths` (at least 1; a later answer counts as the last instant).
//   Speed:    P when t < 0.5 s, else round(P * (1 - t / 2T)), so a right answer is never worth less than P/2 and a blind
//             guess among k options (expected at most P/k) never more than the slowest right answer.
//   Accuracy: P.
// A wrong answer is worth 0.
[[nodiscard]] std::int64_t points_for(wire::Scoring scoring, bool right, std::uint32_t tenths, std::uint32_t allowed_tenths);

}  // namespace certamen::exam
