// The server's data file: journals of rooms, standings of finished matches, and how far the timeline has come.
//
// Owns one SQLite connection (WAL, synchronous=FULL: a commit survives a power cut) and the lock that keeps other servers
// away; used by one thread, the disk thread. What a running server writes goes through commit(), one transaction a batch.
// Others may read the file meanwhile, for a backup.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "proto/wire/messages.hpp"
#include "proto/wire/result.hpp"
#include "server/store/file_lock.hpp"

struct sqlite3;

namespace certamen::store {

struct StoredEntry {
  std::uint64_t game = 0;
  wire::RoomCode code;
  std::uint64_t number = 0;  // from 1
  std::string bytes;
};
struct StoredResults {
  std::uint64_t game = 0;
  wire::MatchFinished results;
};

// What one transaction writes.
struct Batch {
  std::vector<StoredEntry> entries;
  std::vector<StoredResults> results;
  std::vector<std::uint64_t> closed_games;  // finished ones are kept as such, others dropped
  wire::Instant now{};                      // zero: the clock is left as it is
  [[nodiscard]] bool empty() const {
    return entries.empty() && results.empty() && closed_games.empty() && now == wire::Instant{};
  }
};

struct StoredGame {
  std::uint64_t game = 0;
  wire::RoomCode code;
  std::vector<std::string> entries;  // from number 1 on
  std::uint64_t missing_entry = 0;   // the first number that is not there while later ones are; 0 when none is missing
  std::map<std::uint32_t, std::string> result_names{};  // by seat; from games() only
};
// New bytes for some entries and names for some results of a game.
struct Rewritten {
  std::uint64_t game = 0;
  std::map<std::uint64_t, std::string> entries;       // by number
  std::map<std::uint32_t, std::string> result_names;  // by seat
};

class Statement;

class Store {
 public:
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Opens or creates the file and brings its schema up to date. A fault in one sentence when it is no data file of ours,
  // of a later version, damaged, not writable, or in use by another server.
  [[nodiscard]] static wire::Result<Store> open(const std::string& path);

  // Writes all of it or nothing. On a fault (full disk, read-only, I/O error) the batch may be tried again later.
  [[nodiscard]] wire::Result<void> commit(const Batch& batch);

  // Every game that was open when the server last ran, and the instant the timeline had reached.
  [[nodiscard]] wire::Result<std::vector<StoredGame>> open_games() const;
  [[nodiscard]] wire::Result<wire::Instant> last_instant() const;

  // Sets a game aside whose journal does not replay, so that it is neither retried for ever nor lost.
  [[nodiscard]] wire::Result<void> quarantine(std::uint64_t game, const std::string& reason);

  // Every game, open or not, or `only` one.
  [[nodiscard]] wire::Result<std::vector<StoredGame>> games(std::optional<std::uint64_t> only) const;
  // Replaces what is given, all or nothing, so that the old bytes are nowhere in the file any more.
  [[nodiscard]] wire::Result<void> rewrite(const std::vector<Rewritten>& games);

  // Removes games that were closed or set aside so long ago, the oldest first, at most `games_max`; says how many.
  [[nodiscard]] wire::Result<std::uint64_t> prune(std::int64_t older_than_seconds, std::uint64_t games_max);
  // How many games prune() would remove in all.
  [[nodiscard]] wire::Result<std::uint64_t> prunable(std::int64_t older_than_seconds) const;
  // Gives the room of what was removed back to the disk.
  [[nodiscard]] wire::Result<void> shrink();

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  explicit Store(std::unique_ptr<sqlite3, Closer> database);
  [[nodiscard]] wire::Result<void> run(const char* sql) const;
  [[nodiscard]] wire::Result<void> prepare_file(const std::string& path);
  [[nodiscard]] wire::Result<void> write(const Batch& batch);
  [[nodiscard]] wire::Result<void> write_entries(const std::vector<StoredEntry>& entries);
  [[nodiscard]] wire::Result<void> write_results(const std::vector<StoredResults>& results);
  [[nodiscard]] wire::Result<void> close_games(const std::vector<std::uint64_t>& games);

  [[nodiscard]] wire::Result<void> write_over(const std::vector<Rewritten>& games);
  static void take_entry(StoredGame& game, std::int64_t number, std::string bytes);

  FileLock lock_;  // outlives the connection
  std::unique_ptr<sqlite3, Closer> database_;
  std::unique_ptr<Statement> insert_entry_;  // kept, because every commit needs it; goes before the connection
};

}  // namespace certamen::store
