// The one thread that waits for the disk: commits what shards record, in groups, and draws papers from the bank.
//
// post() may be called from any thread and never blocks on the disk. Replies leave through `reply`, called on the disk
// thread. While the data file cannot be written everything is kept in memory and tried again: nothing is acknowledged,
// nothing is lost, and every shard is told by StorageTrouble. A new bank file is taken up within a second and before
// every draw, and every shard is told by BankRenewed.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "server/app/bank_watch.hpp"
#include "server/hub/letter.hpp"
#include "server/status/report.hpp"
#include "server/store/store.hpp"

namespace certamen::app {

class DiskThread {
 public:
  struct Replies {
    std::function<void(std::uint32_t shard, hub::DiskLetter)> to_shard;
    std::function<void(const hub::DiskLetter&)> to_all;
  };

  // `keep_games_seconds`: closed games older than that are removed, now and then; without it all are kept.
  DiskThread(store::Store store, BankWatch bank, Replies replies, std::optional<std::int64_t> keep_games_seconds);
  ~DiskThread();
  DiskThread(const DiskThread&) = delete;
  DiskThread& operator=(const DiskThread&) = delete;

  void post(std::uint32_t shard, std::vector<hub::DiskWish> wishes);
  // From any thread.
  [[nodiscard]] status::DiskCounts counts() const;
  [[nodiscard]] std::uint64_t bank_questions() const;
  // Writes what is left and ends the thread. What cannot be written within a moment stays unacknowledged.
  void stop();

 private:
  struct Letter {
    std::uint32_t shard = 0;
    hub::DiskWish wish;
  };

  void run();
  void take_in(std::vector<Letter> letters);
  void commit();
  void publish();
  void look_at_bank();
  void look_at_bank_now_and_then();
  void prune_when_due();
  void draw(std::uint32_t shard, const hub::DrawPaper& wish);
  void report_trouble(const wire::Fault& fault);

  store::Store store_;
  BankWatch bank_;
  Replies replies_;

  // Of the disk thread alone.
  store::Batch batch_;
  std::map<hub::GameId, std::pair<std::uint32_t, std::uint64_t>> recorded_;  // game -> shard, highest number in batch_
  bool failing_ = false;
  bool busy_ = false;  // the last commit was of many entries
  std::chrono::steady_clock::time_point next_look_{};  // at the bank
  const std::optional<std::int64_t> keep_games_seconds_;
  std::chrono::steady_clock::time_point prune_due_{};
  status::DiskCounts counting_;

  mutable std::mutex mutex_;
  status::DiskCounts counts_;
  std::uint64_t bank_questions_ = 0;
  std::condition_variable arrived_;
  std::vector<Letter> inbox_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace certamen::app
