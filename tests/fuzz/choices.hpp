// Bytes read as a row of choices; when they are used up every further choice is zero.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace certamen::fuzz {

class Choices {
 public:
  explicit Choices(std::span<const std::byte> bytes) : rest_(bytes) {}

  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] std::uint8_t byte() {
    if (rest_.empty()) return 0;
    const auto value = std::to_integer<std::uint8_t>(rest_.front());
    rest_ = rest_.subspan(1);
    return value;
  }
  // In [0, bound); bound in 1 to 256.
  [[nodiscard]] std::size_t below(std::size_t bound) { return byte() % bound; }
  // The next `count` bytes, or fewer.
  [[nodiscard]] std::span<const std::byte> bytes(std::size_t count) {
    const auto taken = rest_.first(std::min(count, rest_.size()));
    rest_ = rest_.subspan(taken.size());
    return taken;
  }
  [[nodiscard]] std::span<const std::byte> rest() const { return rest_; }

 private:
  std::span<const std::byte> rest_;
};

}  // namespace certamen::fuzz
