// How often somebody may do something: a bucket that refills with time.
#pragma once

#include <algorithm>
#include <cstdint>

#include "proto/wire/time.hpp"

namespace certamen::hub {

class TokenBucket {
 public:
  TokenBucket(std::int64_t burst, std::int64_t per_second, wire::Instant now)
      : burst_(burst), per_second_(per_second), level_(burst * scale), filled_at_(now) {}

  // Takes `price` tokens and says whether they were there. Refused wishes sink into debt, so that one who never pauses
  // never gets through.
  [[nodiscard]] bool take(std::int64_t price, wire::Instant now) {
    fill(now);
    level_ -= price * scale;
    return level_ >= 0;
  }

  // Takes the tokens only when they are there: for what many share, where one must not sink the others.
  [[nodiscard]] bool take_if_there(std::int64_t price, wire::Instant now) { return has(price, now) && take(price, now); }
  [[nodiscard]] bool has(std::int64_t price, wire::Instant now) {
    fill(now);
    return level_ >= price * scale;
  }

  // Tokens owed by one who went on after being refused.
  [[nodiscard]] std::int64_t debt() const { return level_ >= 0 ? 0 : -level_ / scale; }

 private:
  static constexpr std::int64_t scale = 1'000'000;  // a token in millionths, as time is in microseconds

  void fill(wire::Instant now) {
    const std::int64_t passed = std::max<std::int64_t>((now - filled_at_).count(), 0);
    filled_at_ = now;
    level_ = std::min(burst_ * scale, level_ + std::min<std::int64_t>(passed, 3'600 * scale) * per_second_);
  }

  std::int64_t burst_;
  std::int64_t per_second_;
  std::int64_t level_;
  wire::Instant filled_at_;
};

}  // namespace certamen::hub
