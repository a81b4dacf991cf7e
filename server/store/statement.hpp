// One prepared SQLite statement, finalised when it leaves scope. Internal to the store.
#pragma once

#include <sqlite3.h>

#include <string>

#include "proto/wire/result.hpp"

namespace certamen::store {

class Statement {
 public:
  Statement(sqlite3* database, const char* sql) : database_(database) {
    sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int index, std::int64_t value) {
    sqlite3_bind_int64(statement_, index, value);
    return *this;
  }
  Statement& bind_text(int index, const std::string& text) {
    sqlite3_bind_text(statement_, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
  }
  Statement& bind_blob(int index, const std::string& bytes) {
    sqlite3_bind_blob(statement_, index, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    return *this;
  }

  // For statements without rows: runs once and makes the statement ready for other values.
  [[nodiscard]] wire::Result<void> run() {
    if (statement_ == nullptr) return wire::fault(sqlite3_errmsg(database_));
    const int outcome = sqlite3_step(statement_);
    const std::string why = sqlite3_errmsg(database_);
    sqlite3_reset(statement_);
    if (outcome != SQLITE_DONE && outcome != SQLITE_ROW) return wire::fault(why);
    return {};
  }
  // True while there is a row; a fault when reading fails.
  [[nodiscard]] wire::Result<bool> next() {
    if (statement_ == nullptr) return wire::fault(sqlite3_errmsg(database_));
    const int outcome = sqlite3_step(statement_);
    if (outcome == SQLITE_ROW) return true;
    if (outcome == SQLITE_DONE) return false;
    return wire::fault(sqlite3_errmsg(database_));
  }
  // Ready to be bound and read again.
  void reset() { sqlite3_reset(statement_); }
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] std::string bytes(int column) const {
    const void* data = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return data == nullptr ? std::string{} : std::string(static_cast<const char*>(data), size);
  }

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace certamen::store
