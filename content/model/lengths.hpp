// How long a text may be.
//
// Pure.
#pragma once

#include "content/model/finding.hpp"
#include "content/model/limits.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// An error for words longer than the rule allows, a warning for words longer than reads well.
void check_length(const Words& words, const TextRule& rule, Findings& findings);

}  // namespace certamen::content
