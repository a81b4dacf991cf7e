// A small generator whose sequence is the same on every platform and library (splitmix64; Steele, Lea, Flood 2014).
//
// For shuffles, jitter, simulated people and, from a seed nobody can guess, the nonces of joins; never for tickets. A plain
// value: copying it copies its future.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace certamen::model {

struct Random {
  std::uint64_t state = 0;

  [[nodiscard]] std::uint64_t next() {
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }

  // Uniform in [0, bound); bound > 0. Rejects the uneven tail, so no value is favoured.
  [[nodiscard]] std::uint64_t below(std::uint64_t bound) {
    const std::uint64_t threshold = (0 - bound) % bound;
    for (;;) {
      const std::uint64_t value = next();
      if (value >= threshold) return value % bound;
    }
  }

  // Fisher and Yates.
  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

  bool operator==(const Random&) const = default;
};

}  // namespace certamen::model
