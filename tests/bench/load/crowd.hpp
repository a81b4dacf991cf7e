// All connections of one load, in one thread: waits until each has heard what it should, and says when that was.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "tests/bench/load/link.hpp"

namespace certamen::bench {

using Moment = std::chrono::steady_clock::time_point;

class Crowd {
 public:
  // Called with what link `index` heard; cut anywhere.
  using Heard = std::function<void(std::size_t index, std::span<const std::byte>)>;

  Crowd(std::uint16_t port, const tls::Context* encryption);
  ~Crowd();
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  // The index of the new link.
  std::size_t connect();
  [[nodiscard]] Link& link(std::size_t index) { return links_[index]; }
  [[nodiscard]] std::size_t size() const { return links_.size(); }

  // Reads what comes until `done` or the deadline; false at the deadline. Throws when the server ends a connection.
  // `wake` is called between two looks, which are a fraction of a millisecond apart at most.
  bool run(const Heard& heard, const std::function<bool()>& done, Moment deadline,
           const std::function<void()>& wake = nullptr);

 private:
  std::uint16_t port_;
  const tls::Context* encryption_;
  int epoll_;
  std::vector<Link> links_;
};

}  // namespace certamen::bench
