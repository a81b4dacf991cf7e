// One column of a table file, with the patterns of its sentences.
#pragma once

#include "content/model/table.hpp"
#include "content/yaml/yaml_fields.hpp"

namespace certamen::content {

// `table` gives topic and source to columns that do not name their own.
[[nodiscard]] Column parse_column(const Field& field, const Table& table, Findings& findings);

}  // namespace certamen::content
