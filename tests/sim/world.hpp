// The world of a simulation: one virtual clock and everything that is going to happen, in order.
//
// Single-threaded and free of real time: an hour passes as fast as its events can be handled. Events of the same instant
// happen in the order they were planned, so a seed tells one story only. The world's timeline is nobody's clock: the
// server and every client derive a timeline of their own from it.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "proto/wire/time.hpp"

namespace certamen::sim {

using wire::Duration;
using wire::Instant;
using namespace std::chrono_literals;

class World {
 public:
  explicit World(bool verbose) : verbose_(verbose) {}

  [[nodiscard]] Instant now() const { return now_; }
  // Plans `action` for `when`, or for now if that is past.
  void at(Instant when, std::function<void()> action);
  void after(Duration delay, std::function<void()> action) { at(now_ + delay, std::move(action)); }
  // Lets the next event happen; false when nothing is planned any more or nothing before `limit`.
  bool step(Instant limit);
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

  // Adds a line to the story: the last ones are kept for the report of a failure.
  template <class... Parts>
  void note(fmt::format_string<Parts...> text, Parts&&... parts) {
    write(fmt::format(text, std::forward<Parts>(parts)...));
  }
  [[nodiscard]] const std::deque<std::string>& last_notes() const { return notes_; }

 private:
  void write(std::string line);

  static constexpr std::size_t notes_kept = 30;
  std::map<std::pair<Instant, std::uint64_t>, std::function<void()>> planned_;
  Instant now_{};
  std::uint64_t plans_made_ = 0;
  std::uint64_t steps_ = 0;
  std::deque<std::string> notes_;
  bool verbose_;
};

}  // namespace certamen::sim
