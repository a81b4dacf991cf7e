#include "server/bank/statement.hpp"

#include <sqlite3.h>

#include <utility>

namespace certamen::bank {

Statement::Statement(Connection& connection, std::string_view sql) : connection_(connection), sql_(sql) {
  if (const auto kept = connection_.idle_.find(sql_); kept != connection_.idle_.end() && kept->second != nullptr) {
    statement_ = std::move(kept->second);
    return;
  }
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(connection_.database_.get(), sql_.c_str(), static_cast<int>(sql_.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statement_.reset(statement);
}

Statement::~Statement() {
  if (statement_ == nullptr || fault_) return;
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  connection_.idle_[sql_] = std::move(statement_);
}

void Statement::check(int status) {
  if (!fault_ && status != SQLITE_OK) fault_ = wire::Fault{sqlite3_errmsg(connection_.database_.get())};
}

void Statement::bind(int parameter, std::int64_t value) {
  if (!fault_) check(sqlite3_bind_int64(statement_.get(), parameter, value));
}

void Statement::bind(int parameter, std::string_view value) {
  if (fault_) return;
  check(sqlite3_bind_text64(statement_.get(), parameter, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

bool Statement::next() {
  if (fault_) return false;
  const int status = sqlite3_step(statement_.get());
  if (status == SQLITE_ROW) return true;
  if (status != SQLITE_DONE) check(status);
  return false;
}

void Statement::run() {
  while (next()) continue;
  if (!fault_) sqlite3_reset(statement_.get());
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr || size <= 0) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

exam::LocalText Statement::local_text(int column) const {
  exam::LocalText both;
  both.by_language[wire::index_of(wire::Language::English)] = text(column);
  both.by_language[wire::index_of(wire::Language::Spanish)] = text(column + 1);
  return both;
}

// Whatever fails here fails in the queries between as well, and is reported there.
Reading::Reading(Connection& connection) : connection_(connection) {
  Statement(connection_, "BEGIN").run();
}
Reading::~Reading() {
  Statement(connection_, "COMMIT").run();
}

}  // namespace certamen::bank
