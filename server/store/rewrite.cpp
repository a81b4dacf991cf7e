#include <fmt/format.h>
#include <sqlite3.h>

#include "server/store/statement.hpp"
#include "server/store/store.hpp"

namespace certamen::store {

wire::Result<std::vector<StoredGame>> Store::games(std::optional<std::uint64_t> only) const {
  std::vector<StoredGame> games;
  Statement statement(database_.get(),
                      "SELECT game.id, game.code, entry.number, entry.bytes FROM game JOIN entry ON entry.game = game.id "
                      "WHERE ?1 IS NULL OR game.id = ?1 ORDER BY game.id, entry.number");
  if (only) statement.bind(1, static_cast<std::int64_t>(*only));
  for (;;) {
    const auto row = statement.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
    const auto id = static_cast<std::uint64_t>(statement.integer(0));
    if (games.empty() || games.back().game != id) games.push_back({id, statement.bytes(1), {}});
    take_entry(games.back(), statement.integer(2), statement.bytes(3));
  }
  Statement names(database_.get(), "SELECT seat, name FROM result WHERE game = ? ORDER BY seat");
  for (StoredGame& game : games) {
    names.bind(1, static_cast<std::int64_t>(game.game));
    for (;;) {
      const auto row = names.next();
      if (!row) return tl::unexpected(row.error());
      if (!*row) break;
      game.result_names.emplace(static_cast<std::uint32_t>(names.integer(0)), names.bytes(1));
    }
    names.reset();
  }
  return games;
}

wire::Result<void> Store::rewrite(const std::vector<Rewritten>& games) {
  // What is replaced must not survive in freed pages.
  if (auto done = run("PRAGMA secure_delete = ON"); !done) return done;
  if (auto begun = run("BEGIN IMMEDIATE"); !begun) return begun;
  auto written = write_over(games);
  if (written) written = run("COMMIT");
  if (!written && sqlite3_get_autocommit(database_.get()) == 0) static_cast<void>(run("ROLLBACK"));
  if (!written) return written;
  // Nor in pages freed before, nor in the log.
  if (auto done = run("VACUUM"); !done) return done;
  return run("PRAGMA wal_checkpoint(TRUNCATE)");
}

wire::Result<void> Store::write_over(const std::vector<Rewritten>& games) {
  Statement entry(database_.get(), "UPDATE entry SET bytes = ? WHERE game = ? AND number = ?");
  Statement result(database_.get(), "UPDATE result SET name = ? WHERE game = ? AND seat = ?");
  for (const Rewritten& game : games) {
    const auto id = static_cast<std::int64_t>(game.game);
    for (const auto& [number, bytes] : game.entries) {
      if (auto done = entry.bind_blob(1, bytes).bind(2, id).bind(3, static_cast<std::int64_t>(number)).run(); !done) {
        return done;
      }
    }
    for (const auto& [seat, name] : game.result_names) {
      if (auto done = result.bind_text(1, name).bind(2, id).bind(3, seat).run(); !done) return done;
    }
  }
  return {};
}

wire::Result<std::uint64_t> Store::prune(std::int64_t older_than_seconds, std::uint64_t games_max) {
  Statement statement(database_.get(),
                      "DELETE FROM game WHERE id IN (SELECT id FROM game WHERE closed_on IS NOT NULL AND "
                      "closed_on <= unixepoch() - ? ORDER BY closed_on LIMIT ?)");
  const auto done = statement.bind(1, older_than_seconds).bind(2, static_cast<std::int64_t>(games_max)).run();
  if (!done) return tl::unexpected(done.error());
  return static_cast<std::uint64_t>(sqlite3_changes64(database_.get()));
}

wire::Result<std::uint64_t> Store::prunable(std::int64_t older_than_seconds) const {
  Statement statement(database_.get(),
                      "SELECT count(*) FROM game WHERE closed_on IS NOT NULL AND closed_on <= unixepoch() - ?");
  const auto row = statement.bind(1, older_than_seconds).next();
  if (!row) return tl::unexpected(row.error());
  return static_cast<std::uint64_t>(statement.integer(0));
}

wire::Result<void> Store::shrink() {
  if (auto done = run("VACUUM"); !done) return done;
  return run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace certamen::store
