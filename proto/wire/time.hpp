// Instants on the server's timeline.
//
// A timeline without now(): in the core, time can only arrive as an argument. Zero is when the data file was first
// served; the timeline stands still while the server is down, so remaining times survive a restart unchanged.
// Microseconds; always relative to one server, meaningless between servers.
#pragma once

#include <chrono>
#include <cstdint>

namespace certamen::wire {

struct Timeline {
  using rep = std::int64_t;
  using period = std::micro;
  using duration = std::chrono::duration<rep, period>;
  using time_point = std::chrono::time_point<Timeline>;
  static constexpr bool is_steady = true;
};

using Instant = Timeline::time_point;
using Duration = Timeline::duration;

[[nodiscard]] constexpr std::int64_t micros(Instant instant) {
  return instant.time_since_epoch().count();
}
[[nodiscard]] constexpr Instant instant_from_micros(std::int64_t count) {
  return Instant{Duration{count}};
}

}  // namespace certamen::wire
