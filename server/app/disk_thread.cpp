#include "server/app/disk_thread.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "server/app/bank_summary.hpp"

namespace certamen::app {
namespace {

constexpr std::chrono::milliseconds retry_interval{250};
constexpr std::chrono::seconds bank_look_interval{1};
constexpr std::chrono::minutes prune_interval{10};
// After a commit of so many entries more are on their way: the next commit waits a moment for them, which makes one of many,
// and nobody feels it. After a smaller one nothing waits.
constexpr std::size_t busy_commit_entries = 8;
constexpr std::chrono::milliseconds busy_commit_wait{2};
constexpr std::uint64_t games_pruned_at_once = 20;  // so that no answer waits long for it

}  // namespace

DiskThread::DiskThread(store::Store store, BankWatch bank, Replies replies, std::optional<std::int64_t> keep_games_seconds)
    : store_(std::move(store)),
      bank_(std::move(bank)),
      replies_(std::move(replies)),
      keep_games_seconds_(keep_games_seconds),
      bank_questions_(bank_.bank().question_count()),
      thread_([this] { run(); }) {}

DiskThread::~DiskThread() {
  stop();
}

void DiskThread::post(std::uint32_t shard, std::vector<hub::DiskWish> wishes) {
  if (wishes.empty()) return;
  {
    const std::lock_guard lock(mutex_);
    for (hub::DiskWish& wish : wishes) inbox_.push_back({shard, std::move(wish)});
  }
  arrived_.notify_one();
}

void DiskThread::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void DiskThread::run() {
  for (bool last = false; !last;) {
    std::vector<Letter> letters;
    {
      std::unique_lock lock(mutex_);
      const auto something = [this] { return !inbox_.empty() || stopping_; };
      if (failing_) {
        arrived_.wait_for(lock, retry_interval, [this] { return stopping_; });
      } else {
        arrived_.wait_for(lock, bank_look_interval, something);
      }
      if (busy_) arrived_.wait_for(lock, busy_commit_wait, [this] { return stopping_; });
      letters.swap(inbox_);
      last = stopping_;
    }
    look_at_bank_now_and_then();
    // All that arrived while the last commit was under way goes into one: the busier the server, the larger the group.
    take_in(std::move(letters));
    commit();
    if (!failing_) prune_when_due();
    publish();
  }
}

status::DiskCounts DiskThread::counts() const {
  const std::lock_guard lock(mutex_);
  status::DiskCounts counts = counts_;
  counts.inbox = inbox_.size();
  return counts;
}

std::uint64_t DiskThread::bank_questions() const {
  const std::lock_guard lock(mutex_);
  return bank_questions_;
}

void DiskThread::publish() {
  counting_.failing = failing_;
  counting_.waiting = batch_.entries.size();
  const std::lock_guard lock(mutex_);
  counts_ = counting_;
  bank_questions_ = bank_.bank().question_count();
}

void DiskThread::prune_when_due() {
  const auto now = std::chrono::steady_clock::now();
  if (!keep_games_seconds_ || now < prune_due_) return;
  const auto pruned = store_.prune(*keep_games_seconds_, games_pruned_at_once);
  if (!pruned) {
    spdlog::warn("old games cannot be removed: {}", pruned.error().what);
  } else if (*pruned > 0) {
    counting_.games_pruned += *pruned;
    spdlog::info("removed {} games that ended too long ago to be kept", *pruned);
  }
  // There may be more of them: the next round goes on.
  if (!pruned || *pruned < games_pruned_at_once) prune_due_ = now + prune_interval;
}

void DiskThread::take_in(std::vector<Letter> letters) {
  for (Letter& letter : letters) {
    if (auto* append = std::get_if<hub::AppendEntry>(&letter.wish)) {
      recorded_[append->game] = {letter.shard, append->number};
      batch_.entries.push_back({append->game, append->code, append->number, std::move(append->bytes)});
    } else if (const auto* wish = std::get_if<hub::DrawPaper>(&letter.wish)) {
      draw(letter.shard, *wish);
    } else if (auto* results = std::get_if<hub::StoreResults>(&letter.wish)) {
      batch_.results.push_back({results->game, std::move(results->results)});
    } else if (const auto* close = std::get_if<hub::CloseGame>(&letter.wish)) {
      batch_.closed_games.push_back(close->game);
    } else if (const auto* beat = std::get_if<hub::Heartbeat>(&letter.wish)) {
      batch_.now = std::max(batch_.now, beat->now);
    }
  }
}

void DiskThread::commit() {
  busy_ = batch_.entries.size() >= busy_commit_entries;
  if (batch_.empty()) return;
  const auto begun = std::chrono::steady_clock::now();
  const auto committed = store_.commit(batch_);
  counting_.commit.add(std::chrono::duration_cast<wire::Duration>(std::chrono::steady_clock::now() - begun));
  if (!committed) {
    report_trouble(committed.error());
    return;
  }
  counting_.committed += batch_.entries.size();
  batch_ = {};
  for (const auto& [game, place] : std::exchange(recorded_, {})) {
    replies_.to_shard(place.first, hub::EntriesCommitted{game, place.second});
  }
  if (std::exchange(failing_, false)) {
    spdlog::info("the data file can be written again; nothing was lost");
    replies_.to_all(hub::StorageTrouble{false});
  }
}

void DiskThread::report_trouble(const wire::Fault& fault) {
  if (std::exchange(failing_, true)) return;
  spdlog::error("the data file cannot be written ({}); answers are held back, not acknowledged, and tried again",
                fault.what);
  replies_.to_all(hub::StorageTrouble{true});
}

void DiskThread::look_at_bank_now_and_then() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_look_) return;
  next_look_ = now + bank_look_interval;
  look_at_bank();
}

void DiskThread::look_at_bank() {
  if (bank_.renew()) replies_.to_all(hub::BankRenewed{summary_of(bank_.bank())});
}

void DiskThread::draw(std::uint32_t shard, const hub::DrawPaper& wish) {
  look_at_bank();
  auto paper = bank_.bank().draw_paper(wish.spec);
  if (!paper) spdlog::warn("no paper for a room: {}", paper.error().what);
  replies_.to_shard(shard, hub::PaperReady{wish.game, paper ? std::move(*paper) : exam::Paper{}});
}

}  // namespace certamen::app
