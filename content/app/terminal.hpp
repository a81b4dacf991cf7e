// What standard output is connected to.
#pragma once

#include "content/report/sheet_text.hpp"

namespace certamen::content {

// The width of the terminal, or of the environment's COLUMNS, or 80; colours only on a terminal, and not when the
// environment has NO_COLOR.
[[nodiscard]] Terminal standard_output();

}  // namespace certamen::content
