#include "tests/bench/load/crowd.hpp"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace certamen::bench {
namespace {

constexpr int events_max = 256;

// Rounded down: the last part of a millisecond is spent looking.
int milliseconds_until(Moment moment) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(moment - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 1000));
}

}  // namespace

Crowd::Crowd(std::uint16_t port, const tls::Context* encryption)
    : port_(port), encryption_(encryption), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}

Crowd::~Crowd() {
  ::close(epoll_);
}

std::size_t Crowd::connect() {
  links_.emplace_back(port_, encryption_);
  const std::size_t index = links_.size() - 1;
  epoll_event event{};
  event.events = EPOLLIN | EPOLLET;
  event.data.u64 = index;
  if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, links_.back().descriptor(), &event) != 0) throw std::runtime_error("epoll_ctl");
  return index;
}

bool Crowd::run(const Heard& heard, const std::function<bool()>& done, Moment deadline,
                const std::function<Moment()>& wake) {
  std::array<epoll_event, events_max> events{};
  while (!done()) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    const Moment next = wake ? std::min(wake(), deadline) : deadline;
    const int count = ::epoll_wait(epoll_, events.data(), events_max, milliseconds_until(next));
    for (int i = 0; i < count; ++i) {
      const std::size_t index = events[static_cast<std::size_t>(i)].data.u64;
      const bool open = links_[index].receive([&](std::span<const std::byte> bytes) { heard(index, bytes); });
      if (!open) throw std::runtime_error("the server ended connection " + std::to_string(index));
    }
  }
  return true;
}

}  // namespace certamen::bench
