// What a game says about its questions: how easy each was and whether it told the stronger players from the weaker.
//
// Pure; the one place of the server that counts in fractions. Thin evidence is named instead of numbered.
//
// Facility is the mean credit of those who were asked. Discrimination is the correlation of a question's credit with the
// credit on all other questions (corrected item-total point-biserial; S. Henrysson, "Correction of item-total correlations
// in item analysis", Psychometrika 28, 1963). D is the facility among the upper 27 % of the players less that among the
// lower 27 % (T. L. Kelley, "The selection of upper and lower groups for the validation of test items", Journal of
// Educational Psychology 30, 1939).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace certamen::report {

inline constexpr std::size_t facility_players_min = 5;
inline constexpr std::size_t thirds_players_min = 12;  // four a third
inline constexpr std::size_t discrimination_players_min = 10;
inline constexpr std::size_t discrimination_questions_min = 8;  // with fewer, the others are no measure
inline constexpr std::size_t groups_players_min = 30;
inline constexpr double group_share = 0.27;

// Why there is no number.
enum class Thin { TooFewPlayers, TooFewQuestions, AllAlike };

struct Estimate {
  std::optional<double> value;
  Thin thin = Thin::TooFewPlayers;  // when there is no value
};

struct ItemStatistics {
  std::size_t asked = 0;
  std::size_t answered = 0;
  std::size_t right = 0;
  Estimate facility;
  Estimate discrimination;
  Estimate upper_lower;  // D
};

// One player's credit for one question, 0 to 1; a blank earns nothing. Nothing where the player was not asked.
struct Mark {
  double credit = 0;
  bool answered = false;
};
using Marks = std::vector<std::optional<Mark>>;  // by question

// One entry a question. Every row has `question_count` marks. Discrimination and D look only at players who were asked
// everything, for others have no total to compare by.
[[nodiscard]] std::vector<ItemStatistics> item_statistics(const std::vector<Marks>& players, std::size_t question_count);

enum class Third { Upper, Middle, Lower };

// By total credit, each player in the third in which the best of its equals stands, so that equals are never parted; nobody
// when there are too few or all are equal. Players who were not asked everything belong to no third.
[[nodiscard]] std::vector<std::optional<Third>> thirds(const std::vector<Marks>& players);

// How many players' points fall into each of `bins` equal ranges between the least and the most; the last includes its end.
struct Histogram {
  std::int64_t from = 0;
  std::int64_t width = 1;  // of a range
  std::vector<std::size_t> counts;
};
[[nodiscard]] Histogram histogram(const std::vector<std::int64_t>& points, std::size_t bins);

}  // namespace certamen::report
