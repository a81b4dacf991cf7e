// Study notes as sections of facts: which line belongs below which.
//
// Pure values. Depth makes the tree: a line belongs to the nearest line above it that stands further to the left.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/draft/note_lines.hpp"

namespace certamen::content {

// What the notes say in one place. Its text can stand alone: "heading › parent: line".
struct Fact {
  std::size_t section = 0;  // index into Outline::sections
  std::size_t first = 0;    // lines of the file
  std::size_t last = 0;
  std::string text;
  std::string context;             // "heading › parent"; may be empty
  std::string line;                // as in the notes, without context
  Definition definition;           // term empty where the line defines nothing
  std::vector<std::string> items;  // of a list of short entries
};

struct Section {
  std::string title;             // may be empty
  bool after_separator = false;  // or below a heading that says so: a topic had better begin here
};

struct Outline {
  std::vector<Section> sections;
  std::vector<Fact> facts;  // by line
};

// Lines that turn out to be heads of lists become Heading, those that say nothing alone Unread.
[[nodiscard]] Outline outlined(std::vector<NoteLine>& lines);

}  // namespace certamen::content
