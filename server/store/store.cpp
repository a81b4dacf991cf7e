#include "server/store/store.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "server/store/migration.hpp"
#include "server/store/statement.hpp"

namespace certamen::store {
namespace {

constexpr int patience_millis = 2'000;  // for a backup that is just taking its look

wire::Result<std::int64_t> pragma_value(sqlite3* database, const char* sql) {
  Statement statement(database, sql);
  const auto row = statement.next();
  if (!row) return tl::unexpected(row.error());
  return *row ? statement.integer(0) : 0;
}

std::string in_words(const std::string& path, const std::string& why) {
  if (why.find("locked") != std::string::npos) {
    return fmt::format("the data file {} is in use by another server; stop it or choose another file with --data", path);
  }
  if (why.find("not a database") != std::string::npos) {
    return fmt::format("{} is not a data file of certamen-server; choose another file with --data", path);
  }
  return fmt::format("the data file {} cannot be used: {}", path, why);
}

}  // namespace

void Store::Closer::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Store::Store(std::unique_ptr<sqlite3, Closer> database) : database_(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

wire::Result<Store> Store::open(const std::string& path) {
  sqlite3* raw = nullptr;
  const int outcome = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Store store(std::unique_ptr<sqlite3, Closer>{raw});
  if (outcome != SQLITE_OK) return wire::fault(in_words(path, raw == nullptr ? "out of memory" : sqlite3_errmsg(raw)));
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, patience_millis);
  if (const auto prepared = store.prepare_file(path); !prepared) return wire::fault(in_words(path, prepared.error().what));
  return store;
}

wire::Result<void> Store::run(const char* sql) const {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return wire::fault(sqlite3_errmsg(database_.get()));
  }
  return {};
}

wire::Result<void> Store::prepare_file(const std::string& path) {
  const auto application = pragma_value(database_.get(), "PRAGMA application_id");
  if (!application) return tl::unexpected(application.error());
  const auto tables = pragma_value(database_.get(), "SELECT count(*) FROM sqlite_schema");
  if (!tables) return tl::unexpected(tables.error());
  if (*tables > 0 && *application != application_id) return wire::fault("file is not a database of ours");
  if (path != ":memory:") {
    auto lock = FileLock::take(path);
    if (!lock) return tl::unexpected(lock.error());
    lock_ = std::move(*lock);
  }
  const auto version = pragma_value(database_.get(), "PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  if (*version > newest_schema()) {
    return wire::fault(fmt::format("it was written by a later version (schema {}, this server knows {}); update the server",
                                   *version, newest_schema()));
  }
  // SQLite opens what it may not write for reading, and lets BEGIN IMMEDIATE pass.
  if (sqlite3_db_readonly(database_.get(), "main") == 1) return wire::fault("it may not be written");
  // Only now is it ours to change.
  for (const char* sql :
       {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "BEGIN IMMEDIATE", "COMMIT"}) {
    if (auto done = run(sql); !done) return done;
  }
  return migrate(database_.get(), *version);
}

wire::Result<void> Store::commit(const Batch& batch) {
  if (batch.empty()) return {};
  if (auto begun = run("BEGIN IMMEDIATE"); !begun) return begun;
  auto written = write(batch);
  if (written) written = run("COMMIT");
  // A failed COMMIT may leave the transaction open; rolling back what is already gone is harmless.
  if (!written && sqlite3_get_autocommit(database_.get()) == 0) static_cast<void>(run("ROLLBACK"));
  return written;
}

wire::Result<void> Store::write(const Batch& batch) {
  if (auto done = write_entries(batch.entries); !done) return done;
  if (auto done = write_results(batch.results); !done) return done;
  if (auto done = close_games(batch.closed_games); !done) return done;
  if (batch.now == wire::Instant{}) return {};
  Statement clock(database_.get(), "UPDATE clock SET now_micros = max(now_micros, ?)");
  return clock.bind(1, wire::micros(batch.now)).run();
}

wire::Result<void> Store::write_entries(const std::vector<StoredEntry>& entries) {
  if (entries.empty()) return {};
  // A commit that failed may still have reached the disk; what is there already is the same.
  std::optional<Statement> game;  // most batches begin none
  if (!insert_entry_) {
    insert_entry_ =
        std::make_unique<Statement>(database_.get(), "INSERT OR IGNORE INTO entry (game, number, bytes) VALUES (?, ?, ?)");
  }
  for (const StoredEntry& entry : entries) {
    const auto id = static_cast<std::int64_t>(entry.game);
    if (entry.number == 1) {
      if (!game) game.emplace(database_.get(), "INSERT OR IGNORE INTO game (id, code, state) VALUES (?, ?, 'open')");
      if (auto done = game->bind(1, id).bind_text(2, entry.code).run(); !done) return done;
    }
    insert_entry_->bind(1, id).bind(2, static_cast<std::int64_t>(entry.number)).bind_blob(3, entry.bytes);
    if (auto done = insert_entry_->run(); !done) {
      insert_entry_.reset();  // it may not even have been prepared: the next try begins anew
      return done;
    }
  }
  return {};
}

wire::Result<void> Store::write_results(const std::vector<StoredResults>& results) {
  if (results.empty()) return {};
  Statement insert(database_.get(),
                   "INSERT OR REPLACE INTO result (game, seat, name, rank, points, right_count) VALUES (?, ?, ?, ?, ?, ?)");
  for (const StoredResults& match : results) {
    const auto id = static_cast<std::int64_t>(match.game);
    for (const wire::RankingRow& row : match.results.rows) {
      insert.bind(1, id).bind(2, row.seat.value).bind_text(3, row.name).bind(4, row.rank).bind(5, row.points);
      if (auto done = insert.bind(6, row.right_count).run(); !done) return done;
    }
  }
  return {};
}

wire::Result<void> Store::close_games(const std::vector<std::uint64_t>& games) {
  if (games.empty()) return {};
  Statement close(database_.get(),
                  "UPDATE game SET state = 'closed', closed_on = unixepoch() WHERE id = ? AND EXISTS (SELECT 1 FROM result "
                  "WHERE result.game = game.id)");
  Statement drop(database_.get(), "DELETE FROM game WHERE id = ? AND state = 'open'");
  for (const std::uint64_t game : games) {
    if (auto done = close.bind(1, static_cast<std::int64_t>(game)).run(); !done) return done;
    if (auto done = drop.bind(1, static_cast<std::int64_t>(game)).run(); !done) return done;
  }
  return {};
}

wire::Result<std::vector<StoredGame>> Store::open_games() const {
  std::vector<StoredGame> games;
  Statement statement(database_.get(),
                      "SELECT game.id, game.code, entry.number, entry.bytes FROM game JOIN entry ON entry.game = game.id "
                      "WHERE game.state = 'open' ORDER BY game.id, entry.number");
  for (;;) {
    const auto row = statement.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return games;
    const auto id = static_cast<std::uint64_t>(statement.integer(0));
    if (games.empty() || games.back().game != id) games.push_back({id, statement.bytes(1), {}});
    take_entry(games.back(), statement.integer(2), statement.bytes(3));
  }
}

// Rows come in the order of their numbers.
void Store::take_entry(StoredGame& game, std::int64_t number, std::string bytes) {
  const std::uint64_t expected = game.entries.size() + 1;
  if (game.missing_entry == 0 && static_cast<std::uint64_t>(number) != expected) game.missing_entry = expected;
  game.entries.push_back(std::move(bytes));
}

wire::Result<wire::Instant> Store::last_instant() const {
  Statement statement(database_.get(), "SELECT now_micros FROM clock");
  const auto row = statement.next();
  if (!row) return tl::unexpected(row.error());
  return wire::instant_from_micros(*row ? statement.integer(0) : 0);
}

wire::Result<void> Store::quarantine(std::uint64_t game, const std::string& reason) {
  Statement statement(database_.get(),
                      "UPDATE game SET state = 'quarantined', reason = ?, closed_on = unixepoch() WHERE id = ?");
  return statement.bind_text(1, reason).bind(2, static_cast<std::int64_t>(game)).run();
}

}  // namespace certamen::store
