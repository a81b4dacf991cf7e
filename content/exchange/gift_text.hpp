// The letters of GIFT: what escapes mean, what separates questions.
//
// Pure. Inside the reader a text is "marked": each escaped character is one control character, so that what is left of
// ~ = # { } : has its meaning in GIFT. A marked text has the lines of the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/exchange/brought_text.hpp"

namespace certamen::content {

// What stands between blank lines: one question, or one line that begins with $CATEGORY.
struct GiftBlock {
  std::size_t line = 0;  // of the first line that is no comment
  std::string text;      // marked; comments are blank lines
};

[[nodiscard]] std::vector<GiftBlock> gift_blocks(std::string_view file);

// The text that a marked one stands for; a "\n" in it is a line separator, U+2028.
[[nodiscard]] std::string gift_words(std::string_view marked);

// The reverse for one line of text.
[[nodiscard]] std::string gift_escaped(std::string_view text);

struct GiftText {
  Markup markup = Markup::Moodle;
  std::string_view marked;  // without the "[html]" that named the markup
};

// `otherwise` where the text names no markup.
[[nodiscard]] GiftText gift_text(std::string_view marked, Markup otherwise);

}  // namespace certamen::content
