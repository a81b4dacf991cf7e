// True/false questions from the sentences about a table's cells.
//
// Pure.
#pragma once

#include <vector>

#include "content/generate/questions.hpp"

namespace certamen::content {

// One column as generate() works on it.
struct ColumnWork {
  Comparison comparison;
  ColumnNotes notes;
  std::vector<Question> questions;
};

// Adds a statement for every cell of the columns that ask for it: with the row's own value, or with that of a sibling.
// The hash of its id says which; then, over the whole table, as few as can be are changed until true and false ones are
// equally many, or one apart.
void add_statements(std::vector<ColumnWork>& columns, Findings& findings);

}  // namespace certamen::content
