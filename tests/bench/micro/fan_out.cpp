#include "tests/bench/micro/fan_out.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "proto/wire/codec.hpp"
#include "tests/bench/micro/table.hpp"

namespace certamen::bench {
namespace {

// CPU time of this thread, so that other processes do not count.
double cpu_microseconds() {
  timespec spent{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) * 1e6 + static_cast<double>(spent.tv_nsec) / 1e3;
}

class Sockets {
 public:
  explicit Sockets(int count) {
    for (int i = 0; i < count; ++i) {
      std::array<int, 2> pair{};
      if (::socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()) != 0) return;
      pairs_.push_back(pair);
    }
  }
  ~Sockets() {
    for (const auto& pair : pairs_) {
      ::close(pair[0]);
      ::close(pair[1]);
    }
  }
  Sockets(const Sockets&) = delete;
  Sockets& operator=(const Sockets&) = delete;

  [[nodiscard]] std::size_t count() const { return pairs_.size(); }
  void write(std::size_t receiver, std::span<const std::byte> bytes) const {
    if (::write(pairs_[receiver][0], bytes.data(), bytes.size()) < 0) std::abort();
  }
  void drain() const {
    std::array<char, 4096> nowhere{};
    for (const auto& pair : pairs_) {
      while (::recv(pair[1], nowhere.data(), nowhere.size(), MSG_DONTWAIT) > 0) continue;
    }
  }

 private:
  std::vector<std::array<int, 2>> pairs_;
};

wire::ServerMessage question() {
  const exam::Question subject = ordinary_paper(1).questions.front();
  wire::QuestionAsked asked;
  asked.number = 1;
  for (const exam::Option& option : subject.options) asked.options.push_back(option.text.in(wire::Language::English));
  return wire::RoomEvent{5, asked};
}

template <class Send>
double microseconds_per_receiver(const Sockets& sockets, const Send& send) {
  const double before = cpu_microseconds();
  send();
  const double spent = (cpu_microseconds() - before) / static_cast<double>(sockets.count());
  sockets.drain();
  return spent;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

bool measure_fan_out(int receivers, int rounds) {
  const Sockets sockets(receivers);
  if (sockets.count() < static_cast<std::size_t>(receivers)) return false;
  const wire::ServerMessage message = question();
  const wire::Frame ready = wire::encode(message);

  std::vector<double> floors;
  std::vector<double> shared;
  std::vector<double> repeated;
  // In turns, so that a busy moment of the machine hits all three.
  for (int round = 0; round < rounds; ++round) {
    floors.push_back(microseconds_per_receiver(sockets, [&] {
      for (std::size_t i = 0; i < sockets.count(); ++i) sockets.write(i, ready.bytes());
    }));
    shared.push_back(microseconds_per_receiver(sockets, [&] {
      const wire::Frame frame = wire::encode(message);
      for (std::size_t i = 0; i < sockets.count(); ++i) sockets.write(i, frame.bytes());
    }));
    repeated.push_back(microseconds_per_receiver(sockets, [&] {
      for (std::size_t i = 0; i < sockets.count(); ++i) sockets.write(i, wire::encode(message).bytes());
    }));
  }
  const double floor = median(floors);
  const double once = median(shared);
  const double each = median(repeated);
  fmt::print("\nOne question of {} bytes to {} local sockets, CPU per receiver, median of {} rounds\n", ready.bytes().size(),
             receivers, rounds);
  fmt::print("  bare write              {:7.2f} us   1.00 (the floor)\n", floor);
  fmt::print("  encoded once (Certamen) {:7.2f} us   {:.2f} of the floor\n", once, once / floor);
  fmt::print("  encoded for each        {:7.2f} us   {:.2f} of the floor\n", each, each / floor);
  return true;
}

}  // namespace certamen::bench
