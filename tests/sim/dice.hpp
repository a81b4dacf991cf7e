// Chance in a simulation: exam::Random with the questions that a story asks of it.
//
// Pure. Every part of a simulation has dice of its own, so that a change in one part leaves the luck of the others alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "proto/wire/time.hpp"
#include "server/exam/random.hpp"

namespace certamen::sim {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  // The dice of one part of the simulation with this seed.
  Dice(std::uint64_t seed, std::string_view part, std::uint64_t index = 0) : random_(mix(seed, part, index)) {}

  [[nodiscard]] std::uint64_t bits() { return random_.next(); }
  // Uniform in [0, bound); bound > 0.
  [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }
  // Uniform, bounds included.
  [[nodiscard]] std::uint32_t between(std::uint32_t low, std::uint32_t high) {
    return low + static_cast<std::uint32_t>(random_.below(std::uint64_t{high} - low + 1));
  }
  [[nodiscard]] wire::Duration between(wire::Duration low, wire::Duration high) {
    return low +
           wire::Duration{static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>((high - low).count()) + 1))};
  }
  [[nodiscard]] bool chance(std::uint32_t percent) { return random_.below(100) < percent; }
  [[nodiscard]] bool rarely(std::uint32_t per_mille) { return random_.below(1000) < per_mille; }
  // One of them; requires that there is one.
  template <class T>
  [[nodiscard]] const T& pick(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(random_.below(values.size()))];
  }
  template <class T>
  void shuffle(std::vector<T>& values) {
    random_.shuffle(values);
  }

 private:
  static std::uint64_t mix(std::uint64_t seed, std::string_view part, std::uint64_t index) {
    std::uint64_t mixed = exam::Random(seed).next() ^ exam::Random(index + 1).next();
    for (const char letter : part) mixed = exam::Random(mixed ^ static_cast<unsigned char>(letter)).next();
    return mixed;
  }

  exam::Random random_;
};

}  // namespace certamen::sim
