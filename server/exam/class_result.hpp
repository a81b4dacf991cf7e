// What an exam says about a whole class: the share of right answers by domain, how sure that is, and the questions that
// were missed most.
//
// Pure, integers only.
#pragma once

#include <cstdint>
#include <vector>

#include "proto/wire/messages.hpp"

namespace certamen::exam {

// The share of right answers of `player_count` players to some questions, `right_counts` of each, and the interval in which
// it would lie with 90 % confidence on other questions like these. The class is what it is; the questions are the sample, so
// the answers of thirty people to one question say less than thirty questions. The interval is Wilson's, as share_of() has
// it, of so many independent answers as the spread between the questions leaves: the Korn-Graubard effective sample size
// (E. L. Korn and B. I. Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts
// estimated from survey data") with the questions as clusters and Student's t for their number; at least as many as there
// are questions, at most as many as there are answers and a thousand. With one player it is that player's own interval.
// Requires at most 100 questions, 1,000 players, and no count above the players.
[[nodiscard]] wire::ClassShare class_share(const std::vector<std::uint32_t>& right_counts, std::uint32_t player_count);

// One scored question's outcome among all players.
struct ClassQuestion {
  std::uint32_t number = 0;
  wire::ExamDomain domain = wire::ExamDomain::Secure;
  std::uint32_t right_count = 0;
  std::uint32_t blank_count = 0;
};

// The shares and the most missed questions, without their prompts; nothing about single players.
[[nodiscard]] wire::ClassReported class_result(const std::vector<ClassQuestion>& questions, std::uint32_t player_count);

}  // namespace certamen::exam
