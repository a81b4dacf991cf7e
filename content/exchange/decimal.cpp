#include "content/exchange/decimal.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "proto/wire/limits.hpp"

namespace certamen::content {

namespace {

constexpr double one = 1'000'000;

// Of any size.
std::optional<double> read_double(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  double value = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || stop != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

bool fits(double value) {
  return std::abs(value * one) <= static_cast<double>(wire::numeric_micros_max);
}

// The two numbers of an interval, or the one that stands alone.
struct Ends {
  std::string_view first;
  std::optional<std::string_view> second;
  bool range = false;
};

Ends ends_of(std::string_view text) {
  const std::size_t dots = text.find("..");
  const bool range = dots != std::string_view::npos && dots > 0;
  const std::size_t cut = range ? dots : text.find(':');
  if (cut == std::string_view::npos) return {text, std::nullopt, false};
  return {text.substr(0, cut), text.substr(cut + (range ? 2 : 1)), range};
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  constexpr double exact_part = 0.01;  // doubles of this size are closer than that to a number of six decimals
  const auto value = read_double(text);
  if (!value || !fits(*value)) return std::nullopt;
  const double scaled = *value * one;
  const double whole = std::round(scaled);
  return Decimal{static_cast<std::int64_t>(whole), std::abs(scaled - whole) > exact_part};
}

std::optional<Interval> read_interval(std::string_view text) {
  const auto [low_end, high_end, range] = ends_of(text);
  const auto first = read_decimal(low_end);
  if (!first) return std::nullopt;
  if (!high_end) return Interval{first->micros, 0, first->rounded};
  const auto second = read_decimal(*high_end);
  if (!second) return std::nullopt;
  const bool rounded = first->rounded || second->rounded;
  if (!range) return Interval{first->micros, std::abs(second->micros), rounded};
  const std::int64_t width = std::abs(second->micros - first->micros);
  const std::int64_t low = first->micros < second->micros ? first->micros : second->micros;
  // An odd width has no middle in millionths: the tolerance reaches over the edge by one.
  return Interval{low + width / 2, width - width / 2, rounded || width % 2 != 0};
}

bool is_too_large(std::string_view text) {
  const Ends ends = ends_of(text);
  const auto first = read_double(ends.first);
  if (!ends.second) return first && !fits(*first);
  const auto second = read_double(*ends.second);
  return first && second && !(fits(*first) && fits(*second));
}

}  // namespace certamen::content
