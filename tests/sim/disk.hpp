// The disk thread of a simulation: commits entries in groups, after a while.
//
// Only what is committed survives a crash. While it fails, nothing can be written and the shards are told once; when it
// is back, everything that waited is committed first and then the shards are told. Papers are drawn in between, as the
// bank is another file.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/hub/letter.hpp"
#include "tests/sim/paper_source.hpp"
#include "tests/sim/plan.hpp"

namespace certamen::sim {

struct Game {
  wire::RoomCode code;
  std::vector<std::string> entries;  // committed, from number 1 on
  std::optional<wire::MatchFinished> results;
  bool closed = false;
};

class Disk {
 public:
  struct Readers {
    std::function<void(std::uint32_t shard, hub::DiskLetter)> to_shard;
    std::function<void(hub::DiskLetter)> to_all_shards;
    // Entry `number` of the game is safe from now on.
    std::function<void(hub::GameId, const wire::RoomCode&, std::uint64_t number, const std::string&)> committed;
    std::function<void(hub::GameId, const wire::MatchFinished&)> results_kept;
  };

  Disk(World& world, const DiskPlan& plan, const PaperSource& papers, Dice dice)
      : world_(world), plan_(plan), papers_(papers), dice_(dice) {}
  void report_to(Readers readers) { readers_ = std::move(readers); }

  void post(std::uint32_t shard, hub::DiskWish wish);
  // Everything that waits is written now, if it can be.
  void flush();
  // Everything that waits is lost.
  void crash();

  [[nodiscard]] const std::map<hub::GameId, Game>& games() const { return games_; }
  // The latest instant of the server's timeline that is known to have passed.
  [[nodiscard]] Instant last_instant() const { return last_instant_; }
  // When the oldest wish that waits was posted; nothing when none waits.
  [[nodiscard]] std::optional<Instant> waiting_since() const;
  [[nodiscard]] bool failing() const;
  // Whether the worker for passwords still owes a word.
  [[nodiscard]] bool owes_words() const { return words_owed_ > 0; }
  // At a start, of rooms that were closed by their last entry.
  void keep_results(hub::GameId game, const wire::MatchFinished& results);
  void forget_closed(hub::GameId game) { games_.at(game).closed = true; }

 private:
  struct Waiting {
    std::uint32_t shard = 0;
    Instant since{};
    hub::DiskWish wish;
  };
  void plan_commit();
  void commit();
  void write(const Waiting& waiting, std::map<hub::GameId, std::pair<std::uint32_t, std::uint64_t>>& recorded);
  void draw(std::uint32_t shard, const hub::DrawPaper& wish);
  void answer_later(std::uint32_t shard, const hub::DiskLetter& word);

  World& world_;
  const DiskPlan plan_;
  const PaperSource& papers_;
  Dice dice_;
  Readers readers_;
  std::vector<Waiting> waiting_;
  bool commit_planned_ = false;
  bool trouble_told_ = false;
  std::uint64_t crashes_ = 0;  // plans made before a crash are void
  std::map<hub::GameId, Game> games_;
  Instant last_instant_{};
  Instant word_due_{};  // of the last password given in
  std::size_t words_owed_ = 0;
};

}  // namespace certamen::sim
