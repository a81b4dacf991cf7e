// HTML and SVG, escaped.
//
// Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::report {

// For text and for attributes in double quotes; control characters become spaces.
[[nodiscard]] std::string escaped(std::string_view text);
// The same with direction marks kept inside: a name in another direction does not turn the line around it.
[[nodiscard]] std::string isolated(std::string_view text);

// A horizontal bar of `count` out of `most`, drawn beside its number; decoration only, hidden from screen readers.
[[nodiscard]] std::string bar(std::size_t count, std::size_t most, bool right);

struct Column {
  std::string label;  // below
  std::size_t count = 0;
};
// Columns with their numbers above them. `title` is what a screen reader says.
[[nodiscard]] std::string column_chart(const std::string& title, const std::vector<Column>& columns);

struct Line {
  std::string label;  // left
  double share = 0;   // 0 to 1
  std::string value;  // behind the bar
};
// Horizontal bars, one a line.
[[nodiscard]] std::string line_chart(const std::string& title, const std::vector<Line>& lines);

}  // namespace certamen::report
