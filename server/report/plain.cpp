#include "server/report/plain.hpp"

#include <fmt/format.h>

namespace certamen::report {

std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto letter = static_cast<unsigned char>(text[i]);
    // U+0080 to U+009F are control characters, too: C2 80 to C2 9F.
    const bool high = letter == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (high) ++i;
    result.push_back(high || letter < 0x20 || letter == 0x7F ? ' ' : text[i]);
  }
  return result;
}

std::string stopwatch(wire::Duration length) {
  const std::int64_t millis = length.count() / 1'000;
  return fmt::format("+{}:{:02}:{:02}.{:03}", millis / 3'600'000, millis / 60'000 % 60, millis / 1'000 % 60, millis % 1'000);
}

}  // namespace certamen::report
