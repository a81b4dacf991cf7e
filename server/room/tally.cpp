#include "server/room/tally.hpp"

#include <algorithm>

namespace certamen::room {
namespace {

template <class Counts>
void most_frequent_first(Counts& counts) {
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  if (counts.size() > wire::options_max) counts.resize(wire::options_max);
}

}  // namespace

void Tally::count(const wire::Answer& answer, const std::string& folded) {
  if (const auto* choice = std::get_if<wire::ChoiceAnswer>(&answer)) {
    for (const wire::OptionIndex option : choice->options) ++picks_by_option[option];
  } else if (const auto* number = std::get_if<wire::NumericAnswer>(&answer)) {
    ++numbers[number->micros];
  } else if (std::holds_alternative<wire::TextAnswer>(answer)) {
    ++texts[folded];
  }
}

std::vector<wire::NumericCount> Tally::numeric_picks() const {
  std::vector<wire::NumericCount> counts;
  for (const auto& [micros, count] : numbers) counts.push_back({micros, count, {}});
  most_frequent_first(counts);
  return counts;
}

std::vector<wire::TextCount> Tally::text_picks() const {
  std::vector<wire::TextCount> counts;
  for (const auto& [text, count] : texts) counts.push_back({text, count, {}});
  most_frequent_first(counts);
  return counts;
}

}  // namespace certamen::room
