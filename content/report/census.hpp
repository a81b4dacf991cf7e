// Who is where in a bank: questions by topic and kind, by domain and difficulty, and notes that no question exercises.
//
// Pure.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "content/model/limits.hpp"
#include "content/model/names.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

using ByKind = std::array<std::size_t, kind_names.size()>;
using ByDifficulty = std::array<std::size_t, difficulty_max>;  // difficulty_min first

struct TopicCount {
  std::string id;
  std::size_t notes = 0;
  std::size_t questions = 0;
  ByKind by_kind{};
};

struct Census {
  std::vector<TopicCount> topics;  // in the order of the topics
  TopicCount total;                // id is empty
  std::array<ByDifficulty, domain_names.size()> by_domain{};
  std::map<std::string, std::size_t> by_language;  // "en", "es", "en,es"
  std::map<std::string, std::size_t> by_table;     // of those drawn from comparison tables
  std::array<std::size_t, origin_names.size()> by_origin{};
  std::vector<std::string> unexercised;  // "<topic>#<note>"
};

[[nodiscard]] Census census_of(const std::vector<Topic>& topics);

// Tables for a terminal: topic by kind, domain by difficulty, languages, origins,
// comparison tables.
[[nodiscard]] std::string format(const Census& census);

}  // namespace certamen::content
