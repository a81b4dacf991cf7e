// Takes markup off texts; a part of brought_text.hpp.
//
// Pure. Where the markup breaks a line, U+2028 stands in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certamen::content {

struct Unmarked {
  std::string text;
  std::vector<std::string> lost;  // "an image (river.png)"
};

// HTML tags and entities; whatever only looks like a tag ("a < b") stays.
[[nodiscard]] Unmarked without_tags(std::string_view html);

// Markdown, which may hold HTML.
[[nodiscard]] Unmarked without_marks(std::string_view markdown);

// "&eacute;" as "é"; what is no entity stays as it is.
[[nodiscard]] std::string without_entities(std::string_view text);

}  // namespace certamen::content
