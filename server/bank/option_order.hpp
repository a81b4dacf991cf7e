// The order in which a question's options are shown.
//
// Pure.
#pragma once

#include <vector>

#include "server/exam/question.hpp"
#include "server/exam/random.hpp"

namespace certamen::bank {

// Whether the options are numbers of one unit in ascending order ("7 days", "14 days", "35 days"): such a scale is read
// at a glance as it is, and shuffling it only costs time.
[[nodiscard]] bool is_ascending_scale(const std::vector<exam::Option>& options);

// Shuffles the options of choices; scales and true/false keep their order.
void order_options(exam::Question& question, exam::Random& random);

}  // namespace certamen::bank
