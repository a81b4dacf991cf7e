// What was given to a question, counted.
//
// Pure. Counts of picks only: nothing here looks at a key, so a tally may be shown while the key is a secret.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "proto/wire/facts.hpp"

namespace certamen::room {

struct Tally {
  explicit Tally(std::size_t option_count) : picks_by_option(option_count) {}

  std::vector<std::uint32_t> picks_by_option;  // choices only
  std::map<std::int64_t, std::uint32_t> numbers;
  std::map<std::string, std::uint32_t> texts;  // as folded

  // Orders and matches are not counted.
  void count(const wire::Answer& answer, const std::string& folded);
  // Most frequent first, at most options_max; without reasons.
  [[nodiscard]] std::vector<wire::NumericCount> numeric_picks() const;
  [[nodiscard]] std::vector<wire::TextCount> text_picks() const;
};

// Those who were asked a question, and what they gave.
struct AnswersGiven {
  Tally tally;
  std::uint32_t player_count = 0;
  std::uint32_t answered_count = 0;
  std::uint32_t right_count = 0;
};

}  // namespace certamen::room
