// How often, over many questions, a key stands out by something that has nothing to do with what is asked; and what blind
// chance would make of it.
//
// Pure.
#pragma once

#include <string_view>
#include <vector>

#include "content/check/in_language.hpp"
#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Of `questions`, in `keys` the key has the property, where chance alone would have `chance` of them.
struct Share {
  std::size_t questions = 0;
  std::size_t keys = 0;
  double chance = 0;

  // Percentage points above chance; negative below it.
  [[nodiscard]] double points_above_chance() const;
};

// Single choices whose key is the one longest, or the one shortest, option.
[[nodiscard]] Share longest_keys(const std::vector<Topic>& topics, Language language);
[[nodiscard]] Share shortest_keys(const std::vector<Topic>& topics, Language language);

// Scales (see scales.hpp), which the server does not shuffle, whose key is neither first nor last.
[[nodiscard]] Share inner_scale_keys(const std::vector<Topic>& topics);

// The rules on shares, of the bank and of each topic.
[[nodiscard]] std::vector<Finding> check_shares(const std::vector<Topic>& topics);

}  // namespace certamen::content
