// Is an answer well-formed for its question, and how right is it?
//
// Pure. Whether a part counts for anything is the scoring's to say (score.hpp).
#pragma once

#include "server/exam/question.hpp"

namespace certamen::exam {

// How much of an answer is right, as a fraction: 0 <= part <= whole, whole >= 1.
struct Credit {
  std::uint32_t part = 0;
  std::uint32_t whole = 1;
  [[nodiscard]] bool full() const { return part == whole; }
  bool operator==(const Credit&) const = default;
};

// A multiple response with fewer wrong options than this has no partial credit: where nearly everything is right, picking
// blindly would expect more than half of it.
inline constexpr std::size_t wrong_options_for_partial_credit = 2;

// Whether the answer has the question's form: a choice among its options (one for single choice and true/false, at most
// as many as are right for multiple response), a number for numeric, every option once for ordering, one of the matches
// for every option of a matching, and for short text something that is left after folding, within text_answer_bytes_max.
[[nodiscard]] bool fits(const Question& question, const wire::Answer& answer);

// Requires fits().
//   Multiple response: max(0, right - wrong) of the right options, or all or nothing (see above).
//   Ordering: the share of pairs of options that stand in the right order.
//   Matching: the share of options with their match.
//   Others are all or nothing: a number is right within the key's tolerance, bounds included; a short text when it folds
//   to an accepted spelling.
[[nodiscard]] Credit credit(const Question& question, const wire::Answer& answer);

// Full credit. Requires fits().
[[nodiscard]] bool is_right(const Question& question, const wire::Answer& answer);

// The options that stand in their right place of an ordering or have their match. Requires fits(); empty for other kinds.
[[nodiscard]] std::vector<wire::OptionIndex> options_in_place(const Question& question, const wire::Answer& answer);

// How many options are right; 1 for kinds without right options.
[[nodiscard]] std::uint32_t right_option_count(const Question& question);

}  // namespace certamen::exam
