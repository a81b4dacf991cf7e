// The one thread that hashes and verifies the passwords of rooms, because that is slow on purpose.
//
// take() may be called from any thread and never blocks; how much may wait is bounded by the hubs
// (hub::Limits::passwords_in_check_max). Replies leave on this thread. A password that was right is remembered for its
// hash as a keyed digest, in memory alone, so that a class of hundreds that joins at once is not kept waiting; wrong ones
// pay the full price each time.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "server/hub/letter.hpp"
#include "server/lobby/password.hpp"
#include "server/lobby/room_code.hpp"

namespace certamen::app {

class PasswordThread {
 public:
  using Reply = std::function<void(std::uint32_t shard, hub::DiskLetter)>;

  PasswordThread(Reply reply, lobby::Entropy entropy);
  ~PasswordThread();
  PasswordThread(const PasswordThread&) = delete;
  PasswordThread& operator=(const PasswordThread&) = delete;

  // Takes over a wish about a password; false for any other, which is left as it is.
  [[nodiscard]] bool take(std::uint32_t shard, hub::DiskWish& wish);
  // Forgets what waits and ends the thread.
  void stop();

 private:
  struct Letter {
    std::uint32_t shard = 0;
    hub::DiskWish wish;
  };

  void run();
  [[nodiscard]] hub::DiskLetter answer(const hub::DiskWish& wish);
  [[nodiscard]] bool verify(const hub::VerifyPassword& wish);

  Reply reply_;

  // Of this thread alone.
  lobby::Entropy entropy_;
  std::map<std::string, lobby::ServerPassword> right_;  // by hash

  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Letter> inbox_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace certamen::app
