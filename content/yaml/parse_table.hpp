// From the text of a table file to a Table: structure, types, limits, counts, and the blanks of its patterns.
//
// Pure: takes bytes, any bytes, and never throws. Rules across fields are check.hpp's.
#pragma once

#include <string>
#include <string_view>

#include "content/model/finding.hpp"
#include "content/model/table.hpp"

namespace certamen::content {

// Whether a file is meant to be a table: its first key is `table`.
[[nodiscard]] bool is_table(std::string_view bytes);

// Reads as much as can be read and reports everything else. `path` is remembered and shown in findings.
[[nodiscard]] Table parse_table(std::string_view bytes, const std::string& path, Findings& findings);

}  // namespace certamen::content
