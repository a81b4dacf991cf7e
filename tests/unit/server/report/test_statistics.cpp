// Expected values are worked out by hand from the formulas' definitions.
#include <cmath>

#include "server/report/statistics.hpp"
#include "tests/support/catch.hpp"

namespace certamen::report {
namespace {

Marks all(std::initializer_list<double> credits) {
  Marks marks;
  for (const double credit : credits) marks.push_back(Mark{credit, true});
  return marks;
}

// So many more questions that everybody answers right: correlations and differences stay as they are.
std::vector<Marks> lengthened(std::vector<Marks> players, std::size_t questions) {
  for (Marks& marks : players) marks.resize(questions, Mark{1, true});
  return players;
}

// Ten players, four questions: question 1 goes with ability, 2 is right for everyone, 3 goes against it, 4 and the totals
// follow from them.
std::vector<Marks> ten_players() {
  return {all({1, 1, 0, 1}), all({1, 1, 0, 1}), all({1, 1, 0, 1}), all({1, 1, 0, 1}), all({1, 1, 0, 0}),
          all({0, 1, 1, 0}), all({0, 1, 0, 0}), all({0, 1, 0, 0}), all({0, 1, 1, 0}), all({0, 1, 0, 0})};
}

}  // namespace

TEST_CASE("facility is the mean credit of those who were asked, and a blank earns nothing") {
  std::vector<Marks> players = {all({1}), all({0.5}), all({0}), {Mark{}}, {std::nullopt}, all({1})};
  const ItemStatistics item = item_statistics(players, 1).at(0);
  CHECK(item.asked == 5);
  CHECK(item.answered == 4);
  CHECK(item.right == 2);
  REQUIRE(item.facility.value.has_value());
  CHECK(*item.facility.value == Approx(0.5));
  players.pop_back();
  const ItemStatistics thin = item_statistics(players, 1).at(0);
  CHECK_FALSE(thin.facility.value.has_value());
  CHECK(thin.facility.thin == Thin::TooFewPlayers);
}

TEST_CASE("discrimination is the correlation with everything else") {
  const auto items = item_statistics(lengthened(ten_players(), 8), 8);
  // Question 1: credits 1x5 0x5; rests 2 2 2 2 1 | 2 1 1 2 1. Mean 0.5 and 1.6; sum of products 9 - 10*0.8 = 1;
  // squares 2.5 and 28 - 25.6 = 2.4: 1 / sqrt(6).
  REQUIRE(items[0].discrimination.value.has_value());
  CHECK(*items[0].discrimination.value == Approx(1 / std::sqrt(6.0)));
  CHECK_FALSE(items[1].discrimination.value.has_value());
  CHECK(items[1].discrimination.thin == Thin::AllAlike);
  // Question 3 is right for players 6 and 9 only; rests 3 3 3 3 2 1 1 1 1 1: mean 1.9, sum of products 2 - 10*0.2*1.9 =
  // -1.8, squares 1.6 and 45 - 36.1 = 8.9.
  REQUIRE(items[2].discrimination.value.has_value());
  CHECK(*items[2].discrimination.value == Approx(-1.8 / std::sqrt(1.6 * 8.9)));
}

TEST_CASE("discrimination is refused where players or questions are too few") {
  std::vector<Marks> players = lengthened(ten_players(), 8);
  players.pop_back();
  CHECK(item_statistics(players, 8)[0].discrimination.thin == Thin::TooFewPlayers);
  CHECK_FALSE(item_statistics(players, 8)[0].discrimination.value.has_value());
  const std::vector<Marks> seven = lengthened(ten_players(), 7);
  CHECK_FALSE(item_statistics(seven, 7)[0].discrimination.value.has_value());
  CHECK(item_statistics(seven, 7)[0].discrimination.thin == Thin::TooFewQuestions);
  // A late joiner has no total to compare by.
  players.push_back(Marks(8, Mark{1, true}));
  players.back()[0].reset();
  CHECK(item_statistics(players, 8)[0].discrimination.thin == Thin::TooFewPlayers);
}

TEST_CASE("D is the facility of the best 27 % less that of the worst, whatever the order of equals") {
  std::vector<Marks> players;
  // Thirty players, so that eight are a group: ten with everything right, ten with half, ten with nothing.
  for (int i = 0; i < 10; ++i) players.push_back(all({1, 1, 1, 1}));
  for (int i = 0; i < 10; ++i) players.push_back(all({i < 5 ? 1.0 : 0.0, i < 5 ? 0.0 : 1.0, 1, 0}));
  for (int i = 0; i < 10; ++i) players.push_back(all({0, 0, 0, 0}));
  CHECK(*item_statistics(lengthened(players, 8), 8)[0].upper_lower.value == Approx(1));
  // Only five are at the top: the group's other three places are shared by the ten that follow, of whom half were right.
  players.erase(players.begin(), players.begin() + 5);
  for (int i = 0; i < 5; ++i) players.push_back(all({0, 0, 0, 0}));
  const double expected = (5 + 3 * 0.5) / 8;
  CHECK(*item_statistics(lengthened(players, 8), 8)[0].upper_lower.value == Approx(expected));
  std::reverse(players.begin(), players.end());
  CHECK(*item_statistics(lengthened(players, 8), 8)[0].upper_lower.value == Approx(expected));
  players.pop_back();
  CHECK_FALSE(item_statistics(lengthened(players, 8), 8)[0].upper_lower.value.has_value());
}

TEST_CASE("thirds never part equals, and there are none without a difference") {
  std::vector<Marks> players(6, all({1, 1}));
  players.insert(players.end(), 2, all({1, 0}));
  players.insert(players.end(), 4, all({0, 0}));
  const auto third = thirds(players);
  REQUIRE(third.size() == 12);
  for (std::size_t i = 0; i < 6; ++i) CHECK(third[i] == Third::Upper);
  for (std::size_t i = 6; i < 8; ++i) CHECK(third[i] == Third::Middle);
  for (std::size_t i = 8; i < 12; ++i) CHECK(third[i] == Third::Lower);
  CHECK_FALSE(thirds(std::vector<Marks>(15, all({1, 0})))[0].has_value());
  players.pop_back();
  CHECK_FALSE(thirds(players)[0].has_value());
  players.push_back({std::nullopt, Mark{1, true}});
  CHECK_FALSE(thirds(players)[11].has_value());
}

TEST_CASE("a histogram has every player in one range") {
  const Histogram spread = histogram({-600, 0, 100, 399, 400}, 10);
  CHECK(spread.from == -600);
  std::size_t sum = 0;
  for (const std::size_t count : spread.counts) sum += count;
  CHECK(sum == 5);
  CHECK(spread.counts.size() == 10);
  CHECK(spread.counts.front() == 1);
  CHECK(spread.counts.back() == 2);
  CHECK(histogram({5, 5, 5}, 10).counts.front() == 3);
  CHECK(histogram({}, 10).counts.size() == 10);
}

}  // namespace certamen::report
