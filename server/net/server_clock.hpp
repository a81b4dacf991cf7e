// The server's timeline: starts where the data file says the last run stopped, and never stands still or jumps while the
// server runs, whatever happens to the wall clock.
#pragma once

#include <chrono>

#include "proto/wire/time.hpp"

namespace certamen::net {

class ServerClock {
 public:
  explicit ServerClock(wire::Instant start) : start_(start), origin_(std::chrono::steady_clock::now()) {}
  // Any thread.
  [[nodiscard]] wire::Instant now() const;
  // When that instant comes, in the terms of steady timers.
  [[nodiscard]] std::chrono::steady_clock::time_point steady(wire::Instant instant) const;

 private:
  wire::Instant start_;
  std::chrono::steady_clock::time_point origin_;
};

}  // namespace certamen::net
