// Notes and questions from a comparison table.
//
// Pure and deterministic: whatever there is to choose (which siblings, in which order, true or false) is chosen by a hash of
// the question's id. An id is made of the ids of table, column and row, so that adding a row or column changes no other id.
#pragma once

#include <vector>

#include "content/model/finding.hpp"
#include "content/model/table.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// What the table gives to each topic that it names, as parts of those topics: id, source-less, notes and questions only,
// places in the table's file. Every question has one defensible answer: values that a reader could take for each other are
// never offered together, and no question asks for a row whose value another row has too.
//
// Requires a table without errors. Reports ids and texts that came out too long, and patterns that draw nothing.
[[nodiscard]] std::vector<Topic> generate(const Table& table, Findings& findings);

}  // namespace certamen::content
