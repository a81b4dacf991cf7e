// The rules of comparison tables that reach across fields.
//
// Pure. What a table draws is checked by check.hpp's check_generated().
#pragma once

#include "content/model/finding.hpp"
#include "content/model/table.hpp"

namespace certamen::content {

// Ids and names once each, equal figures in both languages, sentences that end, values that do not name their row.
void check_table(const Table& table, Findings& findings);

}  // namespace certamen::content
