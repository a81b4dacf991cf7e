// Numbers as other programs write them, in millionths.
//
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace certamen::content {

struct Decimal {
  std::int64_t micros = 0;
  bool rounded = false;  // had more than six decimals
};

// "5", "-.5", "1e3", with spaces around. Nothing for any other form and beyond wire::numeric_micros_max.
[[nodiscard]] std::optional<Decimal> read_decimal(std::string_view text);

struct Interval {
  std::int64_t micros = 0;
  std::int64_t tolerance_micros = 0;  // 0 or more
  bool rounded = false;
};

// "value", "value:tolerance" or "low..high".
[[nodiscard]] std::optional<Interval> read_interval(std::string_view text);

}  // namespace certamen::content
