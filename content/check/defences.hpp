// Warnings that a question answers for itself.
//
// Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Takes the warnings out that a question defends (`defended: {cue-absolute: "reason"}`) and returns how many there were.
// Adds an error for a defence of no rule, of a rule that cannot be defended, and of a warning that is not there; that last
// one only where the rule could see all it has to (see Sight).
std::size_t apply_defences(const std::vector<Topic>& topics, std::vector<Finding>& findings);

}  // namespace certamen::content
