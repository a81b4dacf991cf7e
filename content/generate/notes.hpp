// The note that states a whole column.
//
// Pure.
#pragma once

#include <map>
#include <vector>

#include "content/generate/choose.hpp"

namespace certamen::content {

// One note, or several where the comparison is longer than a note may be: "<id>", "<id>-2", ...
struct ColumnNotes {
  std::vector<Note> notes;
  std::map<std::string, std::string> note_of_row;  // ids

  // The notes that tell the values of these rows, each once, in the order of the notes.
  [[nodiscard]] std::vector<Words> citing(const Entries& entries) const;
};

[[nodiscard]] ColumnNotes notes_of(const Comparison& comparison);

}  // namespace certamen::content
