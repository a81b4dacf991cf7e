// A data file as somebody sees it who only looks: nothing is written, no lock is taken, a server may be using it.
//
// Owns one read-only SQLite connection; one thread. Every question is answered from one state of the file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "proto/wire/result.hpp"
#include "server/store/store.hpp"

struct sqlite3;

namespace certamen::store {

struct ArchivedGame {
  std::uint64_t game = 0;
  wire::RoomCode code;
  std::string state;   // open, closed or quarantined
  std::string reason;  // of a quarantine
  std::uint64_t entry_count = 0;
  std::optional<std::int64_t> closed_on{};  // seconds since 1970; none while it is open, and in files of schema 1
};

class Archive {
 public:
  // A fault in one sentence when it is no data file of ours, of a later version, or cannot be read. Files of every earlier
  // schema are read as they are.
  [[nodiscard]] static wire::Result<Archive> open(const std::string& path);

  // All games, by number.
  [[nodiscard]] wire::Result<std::vector<ArchivedGame>> games() const;
  // The journal of a game; without entries when there is no such game.
  [[nodiscard]] wire::Result<StoredGame> journal(std::uint64_t game) const;

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  explicit Archive(std::unique_ptr<sqlite3, Closer> database) : database_(std::move(database)) {}
  [[nodiscard]] wire::Result<void> require_ours() const;

  std::unique_ptr<sqlite3, Closer> database_;
};

}  // namespace certamen::store
