#include "tests/sim/disk.hpp"

#include <algorithm>

#include "tests/support/toy_passwords.hpp"

namespace certamen::sim {
namespace {

constexpr Duration retry_interval = 250ms;

bool within(const std::vector<Spell>& spells, Instant now) {
  return std::any_of(spells.begin(), spells.end(),
                     [now](const Spell& spell) { return spell.from <= now && now < spell.until; });
}

}  // namespace

bool Disk::failing() const {
  return within(plan_.failing, world_.now());
}

std::optional<Instant> Disk::waiting_since() const {
  if (waiting_.empty()) return std::nullopt;
  return waiting_.front().since;
}

void Disk::post(std::uint32_t shard, hub::DiskWish wish) {
  if (const auto* paper = std::get_if<hub::DrawPaper>(&wish)) {
    draw(shard, *paper);
    return;
  }
  if (const auto word = test::toy_password_word(wish)) {
    answer_later(shard, *word);
    return;
  }
  waiting_.push_back({shard, world_.now(), std::move(wish)});
  plan_commit();
}

void Disk::draw(std::uint32_t shard, const hub::DrawPaper& wish) {
  const std::uint64_t crashes = crashes_;
  world_.after(dice_.between(1ms, 30ms), [this, shard, wish, crashes] {
    if (crashes == crashes_) readers_.to_shard(shard, hub::PaperReady{wish.game, papers_.draw(wish.spec)});
  });
}

// The worker for passwords, one after the other.
void Disk::answer_later(std::uint32_t shard, const hub::DiskLetter& word) {
  const std::uint64_t crashes = crashes_;
  word_due_ = std::max(word_due_, world_.now()) + dice_.between(5ms, 60ms);
  ++words_owed_;
  world_.at(word_due_, [this, shard, word, crashes] {
    if (crashes != crashes_) return;
    --words_owed_;
    readers_.to_shard(shard, word);
  });
}

void Disk::plan_commit() {
  if (commit_planned_ || waiting_.empty()) return;
  commit_planned_ = true;
  const Duration slowest = within(plan_.slow, world_.now()) ? plan_.slow_max : plan_.commit_max;
  const Duration delay = trouble_told_ ? retry_interval : dice_.between(plan_.commit_min, slowest);
  const std::uint64_t crashes = crashes_;
  world_.after(delay, [this, crashes] {
    if (crashes != crashes_) return;
    commit_planned_ = false;
    commit();
    plan_commit();
  });
}

void Disk::commit() {
  if (waiting_.empty()) return;
  if (failing()) {
    if (!trouble_told_) {
      world_.note("disk fails");
      trouble_told_ = true;
      readers_.to_all_shards(hub::StorageTrouble{true});
    }
    return;
  }
  std::map<hub::GameId, std::pair<std::uint32_t, std::uint64_t>> recorded;
  const std::vector<Waiting> group = std::move(waiting_);
  waiting_.clear();
  for (const Waiting& waiting : group) write(waiting, recorded);
  for (const auto& [game, place] : recorded) readers_.to_shard(place.first, hub::EntriesCommitted{game, place.second});
  if (trouble_told_) {
    world_.note("disk is back");
    trouble_told_ = false;
    readers_.to_all_shards(hub::StorageTrouble{false});
  }
}

void Disk::write(const Waiting& waiting, std::map<hub::GameId, std::pair<std::uint32_t, std::uint64_t>>& recorded) {
  if (const auto* append = std::get_if<hub::AppendEntry>(&waiting.wish)) {
    Game& game = games_[append->game];
    game.code = append->code;
    game.entries.push_back(append->bytes);
    recorded[append->game] = {waiting.shard, append->number};
    readers_.committed(append->game, append->code, append->number, append->bytes);
  } else if (const auto* results = std::get_if<hub::StoreResults>(&waiting.wish)) {
    keep_results(results->game, results->results);
  } else if (const auto* close = std::get_if<hub::CloseGame>(&waiting.wish)) {
    games_.at(close->game).closed = true;
  } else if (const auto* beat = std::get_if<hub::Heartbeat>(&waiting.wish)) {
    last_instant_ = std::max(last_instant_, beat->now);
  }
}

void Disk::keep_results(hub::GameId game, const wire::MatchFinished& results) {
  games_.at(game).results = results;
  readers_.results_kept(game, results);
}

void Disk::flush() {
  if (!failing()) commit();
}

void Disk::crash() {
  ++crashes_;
  waiting_.clear();
  words_owed_ = 0;
  commit_planned_ = false;
  trouble_told_ = false;
}

}  // namespace certamen::sim
