// The rules of one bilingual text; a part of check.hpp.
#pragma once

#include <string>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Equal figures in both languages, and the opening mark of a Spanish question.
void check_languages(const Text& text, Findings& findings);

// A word written twice in a row ("for for"), which happens where sentences are put together. Empty where there is none.
[[nodiscard]] std::string doubled_word(const std::string& text);

}  // namespace certamen::content
