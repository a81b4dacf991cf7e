#include "content/generate/notes.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "content/model/limits.hpp"

namespace certamen::content {
namespace {

AsOf last_known(const Table& table, const Place& place) {
  return {table.as_of, Text{Words{"The values compared here were last checked then.", place},
                            Words{"Los valores que aquí se comparan se comprobaron por última vez entonces.", place}}};
}

}  // namespace

std::vector<Words> ColumnNotes::citing(const Entries& entries) const {
  std::vector<Words> cited;
  for (const Note& note : notes) {
    const bool tells = std::any_of(entries.begin(), entries.end(),
                                   [&](const Entry* entry) { return note_of_row.at(entry->row->id.text) == note.id.text; });
    if (tells) cited.push_back(note.id);
  }
  return cited;
}

ColumnNotes notes_of(const Comparison& comparison) {
  const Column& column = *comparison.column;
  Entries left;
  for (const Entry& entry : comparison.entries) left.push_back(&entry);
  ColumnNotes all;
  while (!left.empty()) {
    const Listing part = listing(comparison, left, note_rule.characters_max);
    Note note;
    note.id =
        Words{all.notes.empty() ? id_of(comparison) : id_of(comparison, std::to_string(all.notes.size() + 1)), column.place};
    note.lines = column.source;
    note.text = part.text;
    note.as_of = last_known(*comparison.table, column.place);
    note.place = column.place;
    const auto end = left.begin() + static_cast<std::ptrdiff_t>(part.count);
    for (auto entry = left.begin(); entry != end; ++entry) all.note_of_row[(*entry)->row->id.text] = note.id.text;
    left.erase(left.begin(), end);
    all.notes.push_back(std::move(note));
  }
  return all;
}

}  // namespace certamen::content
