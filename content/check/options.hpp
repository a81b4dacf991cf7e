// Rules of options as a set: how many, in which order, and what none of them may say.
//
// Pure.
#pragma once

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

void check_options(const Question& question, const Choice& choice, Findings& findings);

}  // namespace certamen::content
