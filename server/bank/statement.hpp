// One query on a bank.
//
// A part of server/bank. The first failure ends the rows and is kept for fault(), so a loop over rows is checked once,
// after it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "proto/wire/result.hpp"
#include "server/exam/question.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace certamen::bank {

class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  // Parameters count from 1.
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view value);

  // Moves to the next row; false after the last one and on a failure.
  [[nodiscard]] bool next();
  [[nodiscard]] const std::optional<wire::Fault>& fault() const { return fault_; }

  // Columns of the current row count from 0. NULL reads as zero and as the empty text.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  // The English text in `column`, the Spanish one in the column after it.
  [[nodiscard]] exam::LocalText local_text(int column) const;

 private:
  void check(int status);

  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  std::optional<wire::Fault> fault_;
};

}  // namespace certamen::bank
