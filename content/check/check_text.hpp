// The rules of one bilingual text; a part of check.hpp.
#pragma once

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Equal figures in both languages, and the opening mark of a Spanish question.
void check_languages(const Text& text, Findings& findings);

}  // namespace certamen::content
