// Questions, notes and topics for programs.
#pragma once

#include <nlohmann/json.hpp>

#include "content/report/sheet.hpp"

namespace certamen::content {

// {"en": …, "es": …}, without the languages that have no text.
[[nodiscard]] nlohmann::json json_of(const Both& text);
[[nodiscard]] nlohmann::json json_of(const Sheet& sheet);
[[nodiscard]] nlohmann::json json_of(const SheetNote& note);
// With the questions that exercise the note.
[[nodiscard]] nlohmann::json json_of(const Topic& topic, const Note& note);
// With all notes and questions, whole.
[[nodiscard]] nlohmann::json json_of(const Topic& topic);

}  // namespace certamen::content
