// Comparison tables into the topics that they name.
//
// Pure.
#pragma once

#include <vector>

#include "content/compile/compile.hpp"
#include "content/model/table.hpp"

namespace certamen::content {

struct TableFile {
  Table table;
  Findings findings;
};

// Draws notes and questions from each table without errors, checks them, and adds them to the topics of `compiled`, with
// the findings of all tables. Where there are no topics at all, the questions are only checked and counted.
void join_tables(std::vector<TableFile>& files, Compiled& compiled);

}  // namespace certamen::content
