#include "content/generate/generate.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "content/generate/measure.hpp"
#include "content/generate/statements.hpp"

namespace certamen::content {
namespace {

Topic& part_of(std::vector<Topic>& parts, const Table& table, const Words& topic) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&topic](const Topic& part) { return part.id.text == topic.text; });
  if (found != parts.end()) return *found;
  Topic part;
  part.path = table.path;
  part.id = topic;
  part.origin = Origin::Table;
  parts.push_back(std::move(part));
  return parts.back();
}

}  // namespace

std::vector<Topic> generate(const Table& table, Findings& findings) {
  std::vector<ColumnWork> columns;
  for (const Column& column : table.columns) {
    Comparison comparison = compare(table, column);
    if (comparison.entries.empty()) {
      findings.warning(column.place, "has no cell in any row; fill some in or take the column out");
      continue;
    }
    ColumnNotes notes = notes_of(comparison);
    std::vector<Question> questions = questions_of(comparison, notes, findings);
    columns.push_back(ColumnWork{std::move(comparison), std::move(notes), std::move(questions)});
  }
  add_statements(columns, findings);
  std::vector<Topic> parts;
  for (ColumnWork& column : columns) {
    Topic& part = part_of(parts, table, column.comparison.column->topic);
    std::move(column.notes.notes.begin(), column.notes.notes.end(), std::back_inserter(part.notes));
    std::move(column.questions.begin(), column.questions.end(), std::back_inserter(part.questions));
  }
  for (Topic& part : parts) measure(part, findings);
  return parts;
}

}  // namespace certamen::content
