// Prompts that ask nearly the same.
//
// Pure.
#pragma once

#include <vector>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// In either language, each question against all before it: its first twin is named. Fast enough for thousands of questions.
[[nodiscard]] std::vector<Finding> check_likeness(const std::vector<Topic>& topics);

}  // namespace certamen::content
