#include "server/app/disk_thread.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "server/app/bank_summary.hpp"

namespace certamen::app {
namespace {

constexpr std::chrono::milliseconds retry_interval{250};
constexpr std::chrono::seconds bank_look_interval{1};

}  // namespace

DiskThread::DiskThread(store::Store store, BankWatch bank, Replies replies)
    : store_(std::move(store)), bank_(std::move(bank)), replies_(std::move(replies)), thread_([this] { run(); }) {}

DiskThread::~DiskThread() {
  stop();
}

void DiskThread::post(std::uint32_t shard, hub::DiskWish wish) {
  {
    const std::lock_guard lock(mutex_);
    inbox_.push_back({shard, std::move(wish)});
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
      letters.swap(inbox_);
      last = stopping_;
    }
    look_at_bank_now_and_then();
    // All that arrived while the last commit was under way goes into one: the busier the server, the larger the group.
    take_in(std::move(letters));
    commit();
  }
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
  if (batch_.empty()) return;
  if (const auto committed = store_.commit(batch_); !committed) {
    report_trouble(committed.error());
    return;
  }
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
