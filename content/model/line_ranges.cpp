#include "content/model/line_ranges.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace certamen::content {
namespace {

std::optional<std::uint32_t> line_number(std::string_view digits) {
  constexpr std::uint32_t line_max = 1'000'000;
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc{} || end != digits.data() + digits.size() || value == 0 || value > line_max) return std::nullopt;
  return value;
}

std::optional<LineRange> range_of(std::string_view part) {
  const std::size_t dash = part.find('-');
  const auto first = line_number(part.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : line_number(part.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return LineRange{*first, *last};
}

}  // namespace

std::vector<LineRange> line_ranges(std::string_view text) {
  constexpr std::string_view separator = ", ";
  std::vector<LineRange> ranges;
  for (;;) {
    const std::size_t end = text.find(separator);
    const auto range = range_of(text.substr(0, end));
    if (!range) return {};
    ranges.push_back(*range);
    if (end == std::string_view::npos) return ranges;
    text.remove_prefix(end + separator.size());
  }
}

bool covers(const std::vector<LineRange>& outer, const std::vector<LineRange>& inner) {
  for (const LineRange& range : inner) {
    for (std::uint32_t line = range.first; line <= range.last;) {
      const auto holds = [line](const LineRange& wide) { return wide.first <= line && line <= wide.last; };
      const auto found = std::find_if(outer.begin(), outer.end(), holds);
      if (found == outer.end()) return false;
      line = found->last + 1;
    }
  }
  return true;
}

}  // namespace certamen::content
