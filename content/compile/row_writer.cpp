#include "content/compile/row_writer.hpp"

#include <fmt/core.h>
#include <openssl/evp.h>
#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <utility>

namespace certamen::content {
namespace {

// Numbers enter the hash as eight bytes, big end first, the same on every machine.
std::array<char, 8> bytes_of(std::uint64_t number) {
  std::array<char, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[bytes.size() - 1 - i] = static_cast<char>((number >> (8 * i)) & 0xFFU);
  }
  return bytes;
}

struct Binder {
  sqlite3_stmt* statement;
  int column;

  int operator()(std::monostate) const { return sqlite3_bind_null(statement, column); }
  int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, column, number); }
  int operator()(std::string_view text) const {
    return sqlite3_bind_text64(statement, column, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
};

}  // namespace

void RowWriter::Closer::operator()(sqlite3* database) const {
  sqlite3_close(database);
}
void RowWriter::Closer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}
void RowWriter::Closer::operator()(evp_md_ctx_st* digest) const {
  EVP_MD_CTX_free(digest);
}

RowWriter::RowWriter(const std::string& schema) : digest_(EVP_MD_CTX_new()) {
  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  database_.reset(database);
  check(opened, "opening a database in memory");
  if (digest_ == nullptr || EVP_DigestInit_ex(digest_.get(), EVP_sha256(), nullptr) != 1) {
    fault_ = wire::Fault{"SHA-256 is not available"};
  }
  // Fixed, whatever this build of SQLite prefers: the same content gives the same bytes.
  run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA foreign_keys = ON;");
  run(schema);
  run("BEGIN");
}

RowWriter::~RowWriter() = default;

void RowWriter::check(int status, std::string_view doing) {
  if (fault_ || status == SQLITE_OK || status == SQLITE_DONE || status == SQLITE_ROW) return;
  fault_ = wire::Fault{fmt::format("SQLite failed {}: {}", doing, sqlite3_errmsg(database_.get()))};
}

void RowWriter::run(const std::string& sql) {
  if (fault_) return;
  check(sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr), "running " + sql.substr(0, 40));
}

sqlite3_stmt* RowWriter::insertion(const std::string& target, std::size_t columns) {
  std::unique_ptr<sqlite3_stmt, Closer>& kept = insertions_[target];
  if (kept == nullptr) {
    std::string sql = fmt::format("INSERT INTO {} VALUES (?", target);
    for (std::size_t i = 1; i < columns; ++i) sql += ", ?";
    sql += ")";
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr), "preparing " + target);
    kept.reset(statement);
  }
  return kept.get();
}

void RowWriter::hash(const std::string& target, std::initializer_list<Value> values) {
  const auto add = [this](std::string_view bytes) {
    if (EVP_DigestUpdate(digest_.get(), bytes.data(), bytes.size()) != 1) fault_ = wire::Fault{"SHA-256 failed"};
  };
  const auto add_number = [&add](std::uint64_t number) {
    const std::array<char, 8> bytes = bytes_of(number);
    add(std::string_view(bytes.data(), bytes.size()));
  };
  // Every text is preceded by its length and every value by its type, so that no two contents hash the same bytes.
  add_number(target.size());
  add(target);
  for (const Value& value : values) {
    add_number(value.index());
    if (const auto* number = std::get_if<std::int64_t>(&value)) add_number(static_cast<std::uint64_t>(*number));
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      add_number(text->size());
      add(*text);
    }
  }
}

void RowWriter::add(const std::string& target, std::initializer_list<Value> values) {
  if (fault_) return;
  hash(target, values);
  add_derived(target, values);
}

void RowWriter::add_derived(const std::string& target, std::initializer_list<Value> values) {
  if (fault_) return;
  sqlite3_stmt* statement = insertion(target, values.size());
  if (fault_) return;
  int column = 0;
  for (const Value& value : values) check(std::visit(Binder{statement, ++column}, value), "filling " + target);
  check(sqlite3_step(statement), "adding to " + target);
  sqlite3_reset(statement);
}

std::string RowWriter::content_hash() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (fault_) return {};
  if (EVP_DigestFinal_ex(digest_.get(), digest.data(), &length) != 1) {
    fault_ = wire::Fault{"SHA-256 failed"};
    return {};
  }
  std::string text;
  for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", digest.at(i));
  return text;
}

wire::Result<std::string> RowWriter::finish() {
  run("COMMIT");
  insertions_.clear();
  // Leaves no free pages behind and every page in one order.
  run("VACUUM");
  if (fault_) return tl::unexpected(*fault_);
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> image(sqlite3_serialize(database_.get(), "main", &size, 0),
                                                                      &sqlite3_free);
  if (image == nullptr) return wire::fault("SQLite cannot serialise the bank: out of memory");
  return std::string(image.get(), image.get() + size);
}

}  // namespace certamen::content
