// Study notes as they come from a disk, made into clean lines of UTF-8.
//
// Pure: takes any bytes. UTF-8, UTF-16 and UTF-32 with a mark, and Windows-1252 are read; what had to be converted or
// taken out is said in a remark, never passed over in silence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "proto/wire/result.hpp"

namespace certamen::content {

// Composed, without invisible characters, every run of blanks one space, none at the ends.
struct TextLine {
  std::size_t number = 0;  // in the file, from 1
  std::size_t indent = 0;  // columns; a tab goes to the next multiple of four
  std::string text;
};

struct NoteText {
  std::vector<TextLine> lines;  // every line of the file, empty ones too
  std::vector<std::string> remarks;
};

inline constexpr std::size_t notes_bytes_max = 64UL * 1024 * 1024;

// A fault for what is no text: a document of another program, bytes that are mostly control characters, more than
// notes_bytes_max.
wire::Result<NoteText> read_note_text(std::string_view bytes);

}  // namespace certamen::content
