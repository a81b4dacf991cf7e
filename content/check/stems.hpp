// Rules of prompts: negatives, articles that give the key away, prompts that ask nothing.
//
// Pure.
#pragma once

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

void check_stem(const Question& question, Findings& findings);

}  // namespace certamen::content
