// One query on a bank.
//
// Borrows the prepared query from its connection and gives it back when it goes. The first failure ends the rows and is
// kept for fault(), so a loop over rows is checked once, after it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "proto/wire/result.hpp"
#include "server/bank/connection.hpp"
#include "server/exam/question.hpp"

namespace certamen::bank {

class Statement {
 public:
  // Requires a connection that outlives the statement, and one statement of `sql`.
  Statement(Connection& connection, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  // Parameters count from 1.
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view value);

  // Moves to the next row; false after the last one and on a failure.
  [[nodiscard]] bool next();
  // Runs a statement that has no rows, and makes it ready for other parameters.
  void run();
  [[nodiscard]] const std::optional<wire::Fault>& fault() const { return fault_; }

  // Columns of the current row count from 0. NULL reads as zero and as the empty text.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  // The English text in `column`, the Spanish one in the column after it.
  [[nodiscard]] exam::LocalText local_text(int column) const;

 private:
  void check(int status);

  Connection& connection_;
  std::string sql_;
  Connection::Prepared statement_;
  std::optional<wire::Fault> fault_;
};

// While it lives, everything that is read comes from one state of the bank, and the file is locked once and not for every
// query, which would cost more than the query.
class Reading {
 public:
  explicit Reading(Connection& connection);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading();

 private:
  Connection& connection_;
};

}  // namespace certamen::bank
