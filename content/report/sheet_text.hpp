// Sheets on a terminal.
//
// Pure.
#pragma once

#include <cstddef>
#include <string>

#include "content/report/sheet.hpp"

namespace certamen::content {

struct Terminal {
  std::size_t width = 80;
  bool colours = false;  // ANSI sequences; without them the marks alone say what is right
};

// From this width on two languages stand side by side, below it one after the other.
inline constexpr std::size_t side_by_side_width = 100;

[[nodiscard]] std::string format(const Sheet& sheet, const Terminal& terminal);
[[nodiscard]] std::string format(const SheetNote& note, const Languages& languages, const Terminal& terminal);

// "single · 3 apply · resilient · 30 s · written"
[[nodiscard]] std::string summary_of(const Sheet& sheet);

}  // namespace certamen::content
