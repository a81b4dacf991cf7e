// What each line of study notes is by itself: heading, definition, list entry, sentence, separator.
//
// Pure. Lines of one broken sentence are joined, a long line is cut at its sentences.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/draft/definitions.hpp"
#include "content/draft/note_text.hpp"

namespace certamen::content {

enum class LineClass : std::uint8_t { Blank, Separator, Heading, Definition, Sentence, Entry, Unread };

struct LineClassName {
  LineClass line_class;
  std::string_view name;
};

inline constexpr std::array line_class_names{
    LineClassName{LineClass::Blank, "blank"},           LineClassName{LineClass::Separator, "separators"},
    LineClassName{LineClass::Heading, "headings"},      LineClassName{LineClass::Definition, "definitions"},
    LineClassName{LineClass::Sentence, "sentences"},    LineClassName{LineClass::Entry, "short list entries"},
    LineClassName{LineClass::Unread, "not understood"},
};

struct NoteLine {
  std::size_t first = 0;  // lines of the file
  std::size_t last = 0;
  std::size_t depth = 0;  // how far to the right; a bullet counts for half a column
  LineClass line_class = LineClass::Blank;
  bool strong = false;  // a heading that says so: "# Title", "=== Title ===", underlined
  std::string text;     // without bullet, number and decoration
  Definition definition;
  std::string reason;  // of what is Unread
};

// Every line of the notes is in one of these, in order.
[[nodiscard]] std::vector<NoteLine> classified(const std::vector<TextLine>& lines);

}  // namespace certamen::content
