#include "tests/bench/load/crowd.hpp"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <thread>

namespace certamen::bench {
namespace {

constexpr int events_max = 256;
// Looks so often instead of waiting to be woken: on one machine the sender pays for waking the receiver, each time, and
// would be measured doing what on a network the players' own machines do.
constexpr std::chrono::microseconds look_interval{200};

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

bool Crowd::run(const Heard& heard, const std::function<bool()>& done, Moment deadline, const std::function<void()>& wake) {
  std::array<epoll_event, events_max> events{};
  while (!done()) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    if (wake) wake();
    const int count = ::epoll_wait(epoll_, events.data(), events_max, 0);
    if (count == 0) std::this_thread::sleep_for(look_interval);
    for (int i = 0; i < count; ++i) {
      const std::size_t index = events[static_cast<std::size_t>(i)].data.u64;
      const bool open = links_[index].receive([&](std::span<const std::byte> bytes) { heard(index, bytes); });
      if (!open) throw std::runtime_error("the server ended connection " + std::to_string(index));
    }
  }
  return true;
}

}  // namespace certamen::bench
