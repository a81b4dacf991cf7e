// A bank's file, open for reading, and the queries that were asked of it.
//
// Owns the SQLite handle and keeps every query prepared once it was used, since preparing one costs more than running it.
// Used by one thread at a time; statements on it must be gone before it goes. A part of server/bank, and the way in for
// programs that read more of a bank than papers.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "proto/wire/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace certamen::bank {

class Connection {
 public:
  // A fault in one sentence, with what to do about it, when the file is missing, no bank, damaged or of another schema
  // version. Nothing is read beyond that: a bank without a question opens.
  static wire::Result<std::unique_ptr<Connection>> open(const std::string& path);
  // The same for the bytes of a bank, which are copied; `name` stands for the path in faults.
  static wire::Result<std::unique_ptr<Connection>> open_image(std::string_view bytes, const std::string& name);
  // An empty database in memory, which may be written to.
  static wire::Result<std::unique_ptr<Connection>> open_scratch();

  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  // The path or name it was opened by.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  friend class Statement;
  struct Closer {
    void operator()(sqlite3* database) const;
    void operator()(sqlite3_stmt* statement) const;
  };
  using Handle = std::unique_ptr<sqlite3, Closer>;
  using Prepared = std::unique_ptr<sqlite3_stmt, Closer>;

  Connection(Handle database, std::string name);
  static wire::Result<std::unique_ptr<Connection>> checked(std::unique_ptr<Connection> connection);
  wire::Result<std::string> ask(std::string_view sql);
  wire::Result<void> check();

  Handle database_;
  std::string name_;
  std::map<std::string, Prepared, std::less<>> idle_;  // by their SQL
};

}  // namespace certamen::bank
