// Study notes for tests, and what became of them.
#pragma once

#include <string>
#include <vector>

#include "content/compile/compile.hpp"
#include "content/draft/draft.hpp"

namespace certamen::content {

// Notes on rivers in Spanish: headings, definitions of each form, lists, numbers, a separator.
const std::string& river_notes();

// The drafted topics; fails the test when the notes are refused.
Draft drafted(const std::string& notes);

// The compiler's view of the files that the draft makes, drafts included.
Compiled compiled(const Draft& draft);

// Every question of the draft.
std::vector<Question> questions_of(const Draft& draft);

// The first line of the draft's unread lines with the text; fails the test without one.
std::string reason_for(const Draft& draft, const std::string& text);

}  // namespace certamen::content
