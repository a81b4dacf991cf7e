#include "server/app/bank_watch.hpp"

#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <utility>

namespace certamen::app {

BankWatch::BankWatch(bank::Bank bank, std::string path, std::optional<Identity> seen)
    : bank_(std::move(bank)), path_(std::move(path)), seen_(seen) {}

wire::Result<BankWatch> BankWatch::open(std::string path) {
  // Looked at before it is opened: a file put in its place in between is another one at the next look.
  const auto identity = identity_of(path);
  auto bank = bank::Bank::open(path);
  if (!bank) return tl::unexpected(bank.error());
  return BankWatch(std::move(*bank), std::move(path), identity);
}

std::optional<BankWatch::Identity> BankWatch::identity_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  return Identity{status.st_dev, status.st_ino, status.st_size,
                  status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec};
}

bool BankWatch::renew() {
  const auto identity = identity_of(path_);
  // A file that is away for a moment is no news: the open one is still read.
  if (!identity || identity == seen_) return false;
  seen_ = identity;
  auto renewed = bank::Bank::open(path_);
  if (!renewed) {
    spdlog::error("the new bank is not used, the old one still is: {}", renewed.error().what);
    return false;
  }
  if (renewed->content_hash() == bank_.content_hash()) return false;
  bank_ = std::move(*renewed);
  spdlog::info("a new bank is in use for the next rooms: {} questions, content {}", bank_.question_count(),
               bank_.content_hash());
  return true;
}

}  // namespace certamen::app
