// UTF-8 by code points. Pure; bytes that are not UTF-8 count as one U+FFFD each, nothing is ever read past the end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::ui {

struct CodePoint {
  char32_t value = 0;
  std::size_t offset = 0;  // in bytes
  std::size_t length = 1;
};

// The code point at byte `offset`; requires offset < text.size().
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);
[[nodiscard]] std::vector<CodePoint> code_points(std::string_view text);
[[nodiscard]] std::size_t code_point_count(std::string_view text);
// The byte offset of the `count`th code point; the text's size when it has no more.
[[nodiscard]] std::size_t offset_of(std::string_view text, std::size_t count);
void append_code_point(std::string& text, char32_t value);

}  // namespace certamen::ui
