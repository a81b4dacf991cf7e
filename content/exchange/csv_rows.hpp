// Tables as text: RFC 4180, and what spreadsheets make of it.
//
// Pure. Reading is lenient: commas, semicolons or tabs, any line ends, text beside quotes. A cell that a spreadsheet would
// run as a formula is written with an apostrophe before it, which reading takes off again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/exchange/exchange.hpp"

namespace certamen::content {

struct RawRow {
  std::size_t line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
};

// Rows of bytes without a byte order mark. Empty lines are no rows. A quote that is never closed is a remark, its line is
// passed over, and reading goes on behind it.
[[nodiscard]] std::vector<RawRow> read_rows(std::string_view bytes, char separator, std::vector<Remark>& remarks);

// The first row alone, with each of the separators that occur in tables: which of them the file means shows there.
[[nodiscard]] RawRow read_first_row(std::string_view bytes, char separator);

// A line with its end, separated by commas.
[[nodiscard]] std::string written_row(const std::vector<std::string>& cells);

}  // namespace certamen::content
