// Plain study notes -> draft topics, and a report of what was and was not understood.
//
// Pure: bytes in, values out; the same bytes give the same topics. Whatever the notes are, compile() finds no error in the
// topics, only what every draft lacks.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/draft/note_lines.hpp"
#include "content/model/topic.hpp"
#include "proto/wire/result.hpp"
#include "proto/wire/types.hpp"

namespace certamen::content {

struct DraftWish {
  std::optional<wire::Language> language;  // of the notes; found out where it is not given
};

// A line of the notes that stands in no topic, and why.
struct UnusedLine {
  std::size_t line = 0;
  std::string text;
  std::string reason;
};

struct DraftReport {
  wire::Language language = wire::Language::English;
  std::vector<std::string> remarks;              // on the file and its language
  std::map<LineClass, std::size_t> line_counts;  // by what they were taken for
  std::map<Kind, std::size_t> question_counts;
  std::size_t note_count = 0;
  std::vector<UnusedLine> unused;  // by line
};

struct Draft {
  std::vector<Topic> topics;  // of origin Draft, in the order of the notes; none where nothing could be drafted
  DraftReport report;
};

// A fault as read_note_text() has it.
wire::Result<Draft> draft_notes(std::string_view bytes, const DraftWish& wish);

}  // namespace certamen::content
