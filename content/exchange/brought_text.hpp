// Plain words out of the markups that other programs write texts in.
//
// Pure. The words are composed, one paragraph, without edges and invisible characters, as topic files want them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::content {

// Moodle's own ("auto") format is plain text in which tags and entities count.
enum class Markup : std::uint8_t { Plain, Html, Markdown, Moodle };

struct PlainWords {
  std::string text;
  bool flattened = false;         // line breaks, lists or tables became one paragraph
  std::vector<std::string> lost;  // "an image (river.png)": what has no words
};

[[nodiscard]] PlainWords plain_words(std::string_view raw, Markup markup);

// The first `characters_max` characters at most, cut after a word and ended with "…"; shorter texts as they are.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t characters_max);

}  // namespace certamen::content
