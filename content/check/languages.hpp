// Rules of one text in its languages: the same figures, names and length in both, and the style of each.
//
// Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/check/in_language.hpp"
#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

void check_languages(const Text& text, Findings& findings);

// Numbers, register and spaces of one text; `other` is the same text in the other language, empty where there is none.
void check_style(const Words& words, std::string_view other, Language language, Findings& findings);

// The names of products, formats and units in a text, without a plural s: those of the list, those with a capital inside
// ("DynamoDB") and those of letters and digits ("gp3"). Words of nothing but capitals count when they are of the list, since
// others are words written loudly.
[[nodiscard]] std::set<std::string> names_in(std::string_view text);

}  // namespace certamen::content
