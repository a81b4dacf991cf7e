#include "server/store/archive.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "server/store/migration.hpp"
#include "server/store/statement.hpp"

namespace certamen::store {
namespace {

constexpr int patience_millis = 5'000;
constexpr std::int64_t schema_with_closing_times = 2;

wire::Result<std::int64_t> pragma_value(sqlite3* database, const char* sql) {
  Statement statement(database, sql);
  const auto row = statement.next();
  if (!row) return tl::unexpected(row.error());
  return *row ? statement.integer(0) : 0;
}

}  // namespace

void Archive::Closer::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

wire::Result<Archive> Archive::open(const std::string& path) {
  sqlite3* raw = nullptr;
  const int outcome = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
  Archive archive(std::unique_ptr<sqlite3, Closer>{raw});
  const auto unusable = [&path](const std::string& why) {
    return wire::fault(fmt::format("the data file {} cannot be read: {}", path, why));
  };
  if (outcome != SQLITE_OK) return unusable(raw == nullptr ? "out of memory" : sqlite3_errmsg(raw));
  sqlite3_busy_timeout(raw, patience_millis);
  if (const auto ours = archive.require_ours(); !ours) return unusable(ours.error().what);
  return archive;
}

wire::Result<void> Archive::require_ours() const {
  const auto application = pragma_value(database_.get(), "PRAGMA application_id");
  if (!application) return tl::unexpected(application.error());
  if (*application != application_id) return wire::fault("it is no data file of certamen-server");
  const auto version = pragma_value(database_.get(), "PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  if (*version > newest_schema()) {
    return wire::fault(
        fmt::format("it was written by a later version (schema {}, this program knows {})", *version, newest_schema()));
  }
  return {};
}

wire::Result<std::vector<ArchivedGame>> Archive::games() const {
  const auto version = pragma_value(database_.get(), "PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  const std::string closed_on = *version < schema_with_closing_times ? "0" : "coalesce(closed_on, 0)";
  const std::string sql = "SELECT id, code, state, reason, (SELECT count(*) FROM entry WHERE entry.game = game.id), " +
                          closed_on + " FROM game ORDER BY id";
  Statement statement(database_.get(), sql.c_str());
  std::vector<ArchivedGame> games;
  for (;;) {
    const auto row = statement.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return games;
    games.push_back({static_cast<std::uint64_t>(statement.integer(0)),
                     statement.bytes(1),
                     statement.bytes(2),
                     statement.bytes(3),
                     static_cast<std::uint64_t>(statement.integer(4)),
                     {}});
    if (const std::int64_t closed = statement.integer(5); closed != 0) games.back().closed_on = closed;
  }
}

wire::Result<StoredGame> Archive::journal(std::uint64_t game) const {
  Statement statement(database_.get(),
                      "SELECT game.code, entry.number, entry.bytes FROM game JOIN entry ON entry.game = game.id WHERE "
                      "game.id = ? ORDER BY entry.number");
  statement.bind(1, static_cast<std::int64_t>(game));
  StoredGame stored{game, {}, {}};
  for (;;) {
    const auto row = statement.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return stored;
    stored.code = statement.bytes(0);
    const std::uint64_t expected = stored.entries.size() + 1;
    if (stored.missing_entry == 0 && static_cast<std::uint64_t>(statement.integer(1)) != expected) {
      stored.missing_entry = expected;
    }
    stored.entries.push_back(statement.bytes(2));
  }
}

}  // namespace certamen::store
