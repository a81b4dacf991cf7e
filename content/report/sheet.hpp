// A question as a reader meets it: what is asked, what may be answered and why, in the same form for every kind.
//
// Pure values, made from topics. Terminals, pages and programs each print sheets in their own way.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/model/topic.hpp"
#include "proto/wire/types.hpp"

namespace certamen::content {

// The same text in both languages, indexed by wire::index_of(Language); empty in a language that the topic does not have.
using Both = std::array<std::string, wire::language_count>;

[[nodiscard]] Both both_of(const Text& text);

// A right answer, a wrong one, or a part of the one right answer (of an order, of a matching).
enum class Mark : std::uint8_t { Right, Wrong, Part };

struct SheetRow {
  Mark mark = Mark::Part;
  std::string label;  // "A" for choices, "1" for the parts of an order or a matching
  Both text;
  Both reason;
};

struct SheetNote {
  std::string id;  // "<topic>#<note>"
  std::string lines;
  Both text;
  std::string as_of_date;  // empty where the original note still holds
  Both as_of;
};

struct Sheet {
  std::string id;  // "<topic>/<question>"
  Both topic_title;
  Languages languages;
  Kind kind = Kind::Single;
  std::uint32_t difficulty = 1;
  wire::ExamDomain domain = wire::ExamDomain::General;
  Origin origin = Origin::Written;
  bool draft = false;
  std::optional<std::uint32_t> seconds;  // time allowed; nothing for kinds without a board
  bool seconds_written = false;          // by the author, rather than by kind and length
  Both prompt;
  std::vector<SheetRow> rows;
  Both explanation;
  std::vector<SheetNote> notes;  // cited
};

// Requires a question of the topic.
[[nodiscard]] Sheet sheet_of(const Topic& topic, const Question& question);
[[nodiscard]] SheetNote sheet_of(const Topic& topic, const Note& note);

// "recall" for 1, "expert" for 5.
[[nodiscard]] std::string_view difficulty_name(std::uint32_t difficulty);

}  // namespace certamen::content
