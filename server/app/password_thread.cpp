#include "server/app/password_thread.hpp"

#include <spdlog/spdlog.h>

#include "server/lobby/ticket.hpp"

namespace certamen::app {
namespace {

constexpr std::size_t remembered_max = 5'000;  // rooms; beyond that all are verified once more

}  // namespace

PasswordThread::PasswordThread(Reply reply, lobby::Entropy entropy)
    : reply_(std::move(reply)), entropy_(std::move(entropy)), thread_([this] { run(); }) {}

PasswordThread::~PasswordThread() {
  stop();
}

bool PasswordThread::take(std::uint32_t shard, hub::DiskWish& wish) {
  if (!std::holds_alternative<hub::HashPassword>(wish) && !std::holds_alternative<hub::VerifyPassword>(wish)) return false;
  {
    const std::lock_guard lock(mutex_);
    inbox_.push_back({shard, std::move(wish)});
  }
  arrived_.notify_one();
  return true;
}

void PasswordThread::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void PasswordThread::run() {
  for (;;) {
    Letter letter;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return !inbox_.empty() || stopping_; });
      if (stopping_) return;
      letter = std::move(inbox_.front());
      inbox_.pop_front();
    }
    reply_(letter.shard, answer(letter.wish));
  }
}

hub::DiskLetter PasswordThread::answer(const hub::DiskWish& wish) {
  if (const auto* verify_wish = std::get_if<hub::VerifyPassword>(&wish)) {
    return hub::PasswordVerified{verify_wish->session, verify(*verify_wish)};
  }
  const auto& hash_wish = std::get<hub::HashPassword>(wish);
  std::string hash = lobby::hash_password(hash_wish.password, lobby::new_ticket(entropy_));
  if (hash.empty()) spdlog::warn("a room's password could not be hashed: out of memory?");
  return hub::PasswordHashed{hash_wish.session, std::move(hash)};
}

bool PasswordThread::verify(const hub::VerifyPassword& wish) {
  const auto known = right_.find(wish.hash);
  if (known != right_.end() && known->second.is(wish.password)) return true;
  if (!lobby::password_matches(wish.hash, wish.password)) return false;
  if (right_.size() >= remembered_max) right_.clear();
  right_.insert_or_assign(wish.hash, lobby::ServerPassword(wish.password, lobby::new_ticket(entropy_)));
  return true;
}

}  // namespace certamen::app
