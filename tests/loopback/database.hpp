// Data files as tests look into them, and break them.
#pragma once

#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/catch.hpp"

namespace certamen::test {

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct QueryOutcome {
  std::string rows;  // one line a row, values joined by bars
  int changes = 0;   // rows that the last change touched
};

// Requires a file that is there and statements that succeed.
inline QueryOutcome run_sql(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
  QueryOutcome outcome;
  const auto add = [](void* to, int count, char** values, char**) {
    std::string& text = *static_cast<std::string*>(to);
    for (int i = 0; i < count; ++i) text += std::string(i == 0 ? "" : "|") + (values[i] == nullptr ? "NULL" : values[i]);
    text += "\n";
    return 0;
  };
  REQUIRE(sqlite3_exec(database, sql.c_str(), add, &outcome.rows, nullptr) == SQLITE_OK);
  outcome.changes = sqlite3_changes(database);
  sqlite3_close(database);
  return outcome;
}

inline std::string query(const std::string& path, const std::string& sql) {
  return run_sql(path, sql).rows;
}

// Changes one row.
inline void change_row(const std::string& path, const std::string& sql) {
  REQUIRE(run_sql(path, sql).changes == 1);
}

}  // namespace certamen::test
