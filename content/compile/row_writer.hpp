// Rows into a new SQLite database in memory, hashed as they go.
//
// Owns its connection; one thread. The first failure is kept, everything after it does nothing, and finish() returns it:
// a long list of inserts reads without a check on each line.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "proto/wire/result.hpp"

struct sqlite3;
struct sqlite3_stmt;
struct evp_md_ctx_st;

namespace certamen::content {

// NULL, a whole number, or a text.
using Value = std::variant<std::monostate, std::int64_t, std::string_view>;

class RowWriter {
 public:
  // An empty database with the tables of `schema`, in one open transaction.
  explicit RowWriter(const std::string& schema);
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;
  ~RowWriter();

  // One row of content, into `target`, as "notes(number, topic)". Rows, their order and the target enter the hash.
  void add(const std::string& target, std::initializer_list<Value> values);
  // One row derived from content, which the hash need not cover.
  void add_derived(const std::string& target, std::initializer_list<Value> values);
  void run(const std::string& sql);

  // SHA-256 of the content added so far, in 64 hexadecimal digits. Call once, after the last add().
  [[nodiscard]] std::string content_hash();
  // Commits and returns the database as the bytes of its file. Call once, last.
  wire::Result<std::string> finish();

 private:
  void hash(const std::string& target, std::initializer_list<Value> values);
  void check(int status, std::string_view doing);
  sqlite3_stmt* insertion(const std::string& target, std::size_t columns);

  struct Closer {
    void operator()(sqlite3* database) const;
    void operator()(sqlite3_stmt* statement) const;
    void operator()(evp_md_ctx_st* digest) const;
  };
  std::unique_ptr<sqlite3, Closer> database_;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Closer>> insertions_;
  std::unique_ptr<evp_md_ctx_st, Closer> digest_;
  std::optional<wire::Fault> fault_;
};

}  // namespace certamen::content
