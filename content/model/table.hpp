// A comparison table as its author wrote it: siblings (rows) compared by typed columns, and the sentences that ask and tell
// what a cell holds.
//
// Pure values. A pattern is a text with the blanks {row} and {value}; which blanks each one has is parse_table.hpp's.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/model/topic.hpp"

namespace certamen::content {

enum class ColumnType : std::uint8_t { Quantity, Text };

struct Column {
  Words id;
  ColumnType type = ColumnType::Text;
  Text unit;  // of a quantity; empty for a bare number
  std::uint32_t difficulty = 1;
  Text label;                     // begins the note of the column
  Text state;                     // {row} {value}: true of each cell
  std::optional<Text> ask_value;  // {row}
  std::optional<Text> ask_row;    // {value}
  std::optional<Text> ask_order;  // of quantities; lowest first
  std::optional<Text> ask_match;
  std::optional<Text> ask_number;  // {row}; of quantities
  bool ask_statement = false;
  std::optional<Text> why;  // joins every explanation of the column
  Words topic;              // that its notes and questions join: the table's, unless the column names its own
  Words source;             // lines of the original notes
  Place place;
};

struct Cell {
  std::int64_t micros = 0;   // of a quantity, in the column's unit
  std::optional<Text> text;  // of a text; of a quantity where number and unit are not how it is written
  Place place;
};

struct Row {
  Words id;
  Text name;                   // standing alone
  std::optional<Text> phrase;  // in a sentence, where that differs
  bool keep_case = false;      // no capital at the beginning of a sentence
  // By column id; a row without the cell plays no part in the column.
  std::map<std::string, Cell> cells;
  std::map<std::string, Text> because;  // joins reason and explanation where the cell is the key
  Place place;
};

struct Table {
  std::string path;
  Words id;
  Text title;
  Words topic;
  Words source;
  std::string as_of;  // YYYY-MM, when the cells were last known true
  std::vector<Column> columns;
  std::vector<Row> rows;
};

}  // namespace certamen::content
