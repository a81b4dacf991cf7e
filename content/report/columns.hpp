// Text in columns for terminals: wrapping, padding, tables.
//
// Pure. Widths are in characters (code points); UTF-8 in and out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::content {

// At least one line, broken at spaces, a word longer than a line inside it. No line is longer than `width`, at least 1.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// Filled with spaces on the right, or on the left, up to the width.
[[nodiscard]] std::string padded(std::string text, std::size_t width);
[[nodiscard]] std::string padded_left(std::string text, std::size_t width);

// Rows under a head, the first column to the left and the others, numbers, to the right. A row may be shorter than the
// head. Every line ends without spaces and with a line break.
[[nodiscard]] std::string format_table(const std::vector<std::string>& head,
                                       const std::vector<std::vector<std::string>>& rows);

}  // namespace certamen::content
