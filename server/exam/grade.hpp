// Is an answer well-formed for its question, and is it right?
//
// Pure. All or nothing: partial credit is a scoring option of its own and not part of this.
#pragma once

#include "server/exam/question.hpp"

namespace certamen::exam {

// Whether the answer has the question's form: a choice among its options (one for single choice and true/false, at most
// as many as are right for multiple response), a number for numeric.
[[nodiscard]] bool fits(const Question& question, const wire::Answer& answer);

// Requires fits(). Multiple response is right when exactly the right options are chosen; a number when it lies within the
// key's tolerance, bounds included.
[[nodiscard]] bool is_right(const Question& question, const wire::Answer& answer);

// How many options are right; 1 for numeric.
[[nodiscard]] std::uint32_t right_option_count(const Question& question);

}  // namespace certamen::exam
