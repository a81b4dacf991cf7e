// The rules of one question; a part of check.hpp.
#pragma once

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

void check_question(const Question& question, Findings& findings);

}  // namespace certamen::content
