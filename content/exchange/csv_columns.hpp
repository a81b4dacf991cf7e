// The columns of question tables, and the many names that people give them.
//
// Pure. Our own export names them "prompt_en", "option1_es", "correct"; a foreign sheet may say "Question", "a", "Answer",
// "Pregunta", "Opción 1", "Respuesta correcta". content/README.md lists the names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "proto/wire/types.hpp"

namespace certamen::content {

enum class Column : std::uint8_t {
  Topic,
  Title,
  Id,
  Kind,
  Difficulty,
  Domain,
  Seconds,
  Draft,
  Prompt,
  Option,
  Reason,
  Match,
  Correct,
  Tolerance,
  Unit,
  Explanation
};

struct Heading {
  Column column = Column::Prompt;
  std::size_t number = 0;                  // from 1, of options, reasons and matches; 0 for the others
  bool lettered = false;                   // the options are called a, b, c
  std::optional<wire::Language> language;  // where the name says it
};

// Which column a cell of the header row names; nothing for a name that is not known.
[[nodiscard]] std::optional<Heading> heading_of(std::string_view cell);

// The name of a column in our export.
[[nodiscard]] std::string name_of(Column column);

}  // namespace certamen::content
