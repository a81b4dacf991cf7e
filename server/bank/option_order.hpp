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

// Shuffles the options of choices, the items of an ordering, and both sides of a matching with its key; scales and
// true/false keep their order.
//
// Three or more items never stand in the right order as shown, nor in its exact reverse: leaving out the right order alone
// would make "turn everything around" expect more than half of a partial credit. Likewise three or more matches never all
// stand beside their options.
void order_options(exam::Question& question, exam::Random& random);

}  // namespace certamen::bank
