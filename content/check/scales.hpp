// Options that are numbers, seen with the eyes of the server that decides whether to shuffle them.
//
// Pure.
#pragma once

#include "content/model/topic.hpp"

namespace certamen::content {

// Numbers of one unit in ascending order, which the server leaves as they are.
[[nodiscard]] bool is_scale(const Choice& choice);

// Numbers of one unit that would be such a scale in another order.
[[nodiscard]] bool is_shuffled_scale(const Choice& choice);

}  // namespace certamen::content
