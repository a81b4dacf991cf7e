// One row of a question table as a question.
//
// Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/exchange/brought.hpp"
#include "content/exchange/csv_columns.hpp"
#include "content/exchange/csv_rows.hpp"

namespace certamen::content {

using Headings = std::vector<std::optional<Heading>>;

struct CsvOption {
  std::size_t number = 0;  // of its column
  Text text;
  Text reason;
  Text match;
};

// The cells of a row by what they mean, as they stand in the file, without blanks around them.
struct CsvRow {
  std::size_t line = 0;
  std::map<Column, Text> texts;  // those without numbers; where the column has no language, in the wished one
  std::vector<CsvOption> options;
  bool lettered = false;  // the options are called a, b, c

  // The cell of a column that has no languages.
  [[nodiscard]] std::string value(Column column) const;
};

[[nodiscard]] CsvRow read_csv_row(const RawRow& row, const Headings& headings, wire::Language language);

// Whether every text that a question needs is there in the language.
[[nodiscard]] bool speaks(const CsvRow& row, wire::Language language);

// The question of a row, in the languages. The fault says why there is none; remarks go to the builder.
wire::Result<Question> csv_question(const CsvRow& row, const Languages& languages, Builder& builder);

}  // namespace certamen::content
