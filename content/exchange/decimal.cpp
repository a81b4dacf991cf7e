#include "content/exchange/decimal.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "proto/wire/limits.hpp"

namespace certamen::content {

std::optional<Decimal> read_decimal(std::string_view text) {
  constexpr double one = 1'000'000;
  constexpr double exact_part = 0.01;  // doubles of this size are closer than that to a number of six decimals
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  double value = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || stop != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  const double scaled = value * one;
  if (std::abs(scaled) > static_cast<double>(wire::numeric_micros_max)) return std::nullopt;
  const double whole = std::round(scaled);
  return Decimal{static_cast<std::int64_t>(whole), std::abs(scaled - whole) > exact_part};
}

std::optional<Interval> read_interval(std::string_view text) {
  const std::size_t dots = text.find("..");
  const std::size_t colon = text.find(':');
  const bool range = dots != std::string_view::npos && dots > 0;
  const std::size_t cut = range ? dots : colon;
  const auto first = read_decimal(text.substr(0, cut));
  if (!first) return std::nullopt;
  if (cut == std::string_view::npos) return Interval{first->micros, 0, first->rounded};
  const auto second = read_decimal(text.substr(cut + (range ? 2 : 1)));
  if (!second) return std::nullopt;
  const bool rounded = first->rounded || second->rounded;
  if (!range) return Interval{first->micros, std::abs(second->micros), rounded};
  const std::int64_t width = std::abs(second->micros - first->micros);
  const std::int64_t low = first->micros < second->micros ? first->micros : second->micros;
  // An odd width has no middle in millionths: the tolerance reaches over the edge by one.
  return Interval{low + width / 2, width - width / 2, rounded || width % 2 != 0};
}

}  // namespace certamen::content
