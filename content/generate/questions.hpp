// The questions of one column: of a value, of a row, of a number to type, of an order, of pairs.
//
// Pure.
#pragma once

#include <string_view>
#include <vector>

#include "content/generate/choose.hpp"
#include "content/generate/notes.hpp"

namespace certamen::content {

// Everything that the column's patterns draw, statements aside; a pattern that draws nothing is reported.
[[nodiscard]] std::vector<Question> questions_of(const Comparison& comparison, const ColumnNotes& notes, Findings& findings);

// What every question of the column has; `rest` ends its id.
[[nodiscard]] Question question_of(const Comparison& comparison, std::string_view rest, Kind kind);

// The sentences after the first that still fit an explanation. What the author wrote and does not fit is reported.
struct Sentence {
  Text text;  // empty texts are passed over
  bool own = false;
};
[[nodiscard]] Text explanation(const Question& question, const std::vector<Sentence>& sentences, Findings& findings);

// Why choosing the entry is right, or another choice wrong: its fact, with the author's sentence where both fit a reason.
[[nodiscard]] Text reason_of(const Entry& entry);

}  // namespace certamen::content
