// Months as topics write them: "2026-11", YYYY-MM. Such texts sort by time.
#pragma once

#include <string_view>

namespace certamen::content {

[[nodiscard]] constexpr bool is_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at != 4 && (text[at] < '0' || text[at] > '9')) return false;
  }
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  return month >= 1 && month <= 12;
}

}  // namespace certamen::content
