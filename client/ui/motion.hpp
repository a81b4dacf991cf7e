// Movement as data: a value on its way from one to another, asked for at any moment.
//
// Pure. A Moment is the time since some start that only the caller knows; nothing here reads a clock.
#pragma once

#include <chrono>
#include <cmath>

namespace certamen::ui {

using Moment = std::chrono::microseconds;

// The share of the way covered, 0 to 1: fast at first, settling softly (cubic ease-out). A duration of zero is over at once.
[[nodiscard]] float eased(Moment since, Moment duration, Moment now);

struct Tween {
  float from = 0;
  float to = 0;
  Moment since{};
  Moment duration{};

  [[nodiscard]] float at(Moment now) const { return from + (to - from) * eased(since, duration, now); }
  [[nodiscard]] bool over(Moment now) const { return now >= since + duration; }
  bool operator==(const Tween&) const = default;
};

}  // namespace certamen::ui
