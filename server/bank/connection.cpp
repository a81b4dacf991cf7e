#include "server/bank/connection.hpp"

#include <fmt/core.h>
#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "server/bank/statement.hpp"

namespace certamen::bank {
namespace {

constexpr std::int64_t application_id = 0x43455254;  // "CERT", as content/schema writes it
constexpr std::int64_t schema_version = 2;
constexpr std::string_view build_it = "build one with: certamen-bank build content/topics content/tables -o bank.db";

}  // namespace

void Connection::Closer::operator()(sqlite3* database) const {
  sqlite3_close(database);
}
void Connection::Closer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Connection::Connection(Handle database, std::string name) : database_(std::move(database)), name_(std::move(name)) {}
Connection::~Connection() = default;

wire::Result<std::unique_ptr<Connection>> Connection::open(const std::string& path) {
  std::error_code problem;
  const std::filesystem::file_status status = std::filesystem::status(path, problem);
  if (!std::filesystem::exists(status)) return wire::fault(fmt::format("bank {}: no such file; {}", path, build_it));
  if (std::filesystem::is_directory(status)) return wire::fault(fmt::format("bank {}: is a folder; name a bank file", path));

  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<Connection> connection(new Connection(Handle(database), path));
  if (opened != SQLITE_OK) return wire::fault(fmt::format("bank {}: cannot be opened: {}", path, sqlite3_errmsg(database)));
  return checked(std::move(connection));
}

wire::Result<std::unique_ptr<Connection>> Connection::open_image(std::string_view bytes, const std::string& name) {
  auto connection = open_scratch();
  if (!connection) return connection;
  (*connection)->name_ = name;
  // SQLite frees the copy with the connection, and also when it refuses it.
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  if (copy == nullptr) return wire::fault(fmt::format("bank {}: does not fit into memory", name));
  std::memcpy(copy, bytes.data(), bytes.size());
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  if (sqlite3_deserialize((*connection)->database_.get(), "main", copy, size, size,
                          SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) {
    return wire::fault(fmt::format("bank {}: cannot be opened", name));
  }
  return checked(std::move(*connection));
}

wire::Result<std::unique_ptr<Connection>> Connection::open_scratch() {
  sqlite3* database = nullptr;
  const int opened =
      sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<Connection> connection(new Connection(Handle(database), ":memory:"));
  if (opened != SQLITE_OK) return wire::fault("SQLite cannot open a database in memory");
  return connection;
}

wire::Result<std::unique_ptr<Connection>> Connection::checked(std::unique_ptr<Connection> connection) {
  if (auto sound = connection->check(); !sound) return tl::unexpected(sound.error());
  // A bank of a thousand questions is 4 MB, twice what SQLite keeps of a file by itself.
  Statement(*connection, "PRAGMA cache_size = -16384").run();
  return connection;
}

// The first column of a query's only row.
wire::Result<std::string> Connection::ask(std::string_view sql) {
  Statement row(*this, sql);
  const bool found = row.next();
  if (row.fault()) return tl::unexpected(*row.fault());
  if (!found) return wire::fault("no row");
  return row.text(0);
}

wire::Result<void> Connection::check() {
  const auto wrong = [this](const std::string& what) { return wire::fault(fmt::format("bank {}: {}", name_, what)); };
  const auto identity = ask("PRAGMA application_id");
  if (!identity) return wrong(fmt::format("is damaged or not a question bank ({}); {}", identity.error().what, build_it));
  if (*identity != std::to_string(application_id)) return wrong(fmt::format("is not a question bank; {}", build_it));
  const auto version = ask("PRAGMA user_version");
  if (!version) return wrong(version.error().what);
  if (*version != std::to_string(schema_version)) {
    return wrong(
        fmt::format("has schema version {}, this program reads version {}; build the bank again with the certamen-bank "
                    "of this program",
                    *version, schema_version));
  }
  const auto sound = ask("PRAGMA quick_check(1)");
  if (!sound) return wrong(fmt::format("is damaged ({}); build it again", sound.error().what));
  if (*sound != "ok") return wrong(fmt::format("is damaged ({}); build it again", *sound));
  return {};
}

}  // namespace certamen::bank
