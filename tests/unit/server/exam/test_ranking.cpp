#include <vector>

#include "server/exam/random.hpp"
#include "server/exam/ranking.hpp"
#include "tests/support/catch.hpp"

namespace certamen::exam {
namespace {

using wire::Scoring;

Standing standing(std::uint32_t seat, std::int64_t points, std::uint32_t right, std::uint64_t tenths) {
  return {{seat}, points, right, tenths};
}

// "seat:rank seat:rank ..." in the order of the places.
std::string places_of(std::vector<Standing> standings, Scoring scoring) {
  std::string text;
  for (const Place& place : rank(std::move(standings), scoring)) {
    if (!text.empty()) text += ' ';
    text += std::to_string(place.standing.seat.value) + ":" + std::to_string(place.rank);
  }
  return text;
}

}  // namespace

TEST_CASE("nobody and one are ranked") {
  CHECK(places_of({}, Scoring::Speed).empty());
  CHECK(places_of({standing(4, 0, 0, 0)}, Scoring::Speed) == "4:1");
}

TEST_CASE("points decide first") {
  CHECK(places_of({standing(1, 900, 5, 10), standing(2, 1000, 1, 999)}, Scoring::Speed) == "2:1 1:2");
  CHECK(places_of({standing(1, -10, 0, 0), standing(2, 0, 0, 0)}, Scoring::Accuracy) == "2:1 1:2");
}

TEST_CASE("with equal points the number right decides") {
  CHECK(places_of({standing(1, 1000, 1, 5), standing(2, 1000, 2, 90)}, Scoring::Speed) == "2:1 1:2");
}

TEST_CASE("then, with speed scoring only, the time of the right answers") {
  const std::vector<Standing> standings = {standing(1, 1000, 2, 91), standing(2, 1000, 2, 90)};
  CHECK(places_of(standings, Scoring::Speed) == "2:1 1:2");
  CHECK(places_of(standings, Scoring::Accuracy) == "1:1 2:1");
}

TEST_CASE("what is equal after that is a tie, in the order of the seats, and the next rank counts the tied") {
  const std::vector<Standing> standings = {standing(9, 500, 1, 30), standing(2, 700, 1, 5),  standing(7, 500, 1, 30),
                                           standing(3, 700, 1, 5),  standing(5, 500, 1, 30), standing(1, 0, 0, 0)};
  CHECK(places_of(standings, Scoring::Speed) == "2:1 3:1 5:3 7:3 9:3 1:6");
}

TEST_CASE("everyone equal is everyone first") {
  CHECK(places_of({standing(3, 0, 0, 0), standing(1, 0, 0, 0), standing(2, 0, 0, 0)}, Scoring::Speed) == "1:1 2:1 3:1");
}

TEST_CASE("the order in which players are given does not matter") {
  std::vector<Standing> standings;
  for (std::uint32_t seat = 1; seat <= 60; ++seat) standings.push_back(standing(seat, seat % 5 * 100, seat % 3, seat % 4));
  const std::string expected = places_of(standings, Scoring::Speed);
  Random random(1);
  for (int i = 0; i < 50; ++i) {
    random.shuffle(standings);
    REQUIRE(places_of(standings, Scoring::Speed) == expected);
  }
}

TEST_CASE("ranks agree with counting who is better") {
  Random random(2);
  for (int round = 0; round < 100; ++round) {
    std::vector<Standing> standings;
    for (std::uint32_t seat = 1; seat <= 12; ++seat) {
      standings.push_back(standing(seat, static_cast<std::int64_t>(random.below(3)),
                                   static_cast<std::uint32_t>(random.below(2)), random.below(3)));
    }
    const auto better = [](const Standing& left, const Standing& right) {
      if (left.points != right.points) return left.points > right.points;
      if (left.right_count != right.right_count) return left.right_count > right.right_count;
      return left.right_tenths < right.right_tenths;
    };
    for (const Place& place : rank(standings, Scoring::Speed)) {
      std::uint32_t ahead = 0;
      for (const Standing& other : standings) ahead += better(other, place.standing) ? 1U : 0U;
      REQUIRE(place.rank == ahead + 1);
    }
  }
}

TEST_CASE("times closer than the measurement error are a tie on its grid") {
  const auto places = [](const std::vector<Standing>& standings) {
    std::string text;
    for (const Place& place : rank(standings, Scoring::Speed, 1)) {
      text += std::to_string(place.standing.seat.value) + ":" + std::to_string(place.rank) + " ";
    }
    return text;
  };
  // Four right answers: means of 2.5, 2.575, 2.6 seconds.
  CHECK(places({standing(1, 900, 4, 100), standing(2, 900, 4, 103), standing(3, 900, 4, 104)}) == "1:1 2:1 3:3 ");
  CHECK(places({standing(1, 900, 0, 0), standing(2, 900, 0, 0)}) == "1:1 2:1 ");
  CHECK(places({standing(1, 900, 3, 100), standing(2, 900, 4, 300)}) == "2:1 1:2 ");
}

TEST_CASE("ties within the error are transitive: who ties with one of a place ties with all of it") {
  Random random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<Standing> standings;
    for (std::uint32_t seat = 1; seat <= 12; ++seat) {
      const auto right = static_cast<std::uint32_t>(random.below(3));
      standings.push_back(standing(seat, 100, right, right == 0 ? 0 : random.below(60)));
    }
    const std::vector<Place> places = rank(standings, Scoring::Speed, 1);
    for (const Place& one : places) {
      for (const Place& other : places) {
        const auto key = [](const Standing& each) {
          return std::pair(each.right_count, each.right_count == 0 ? 0 : each.right_tenths / each.right_count);
        };
        CHECK((one.rank == other.rank) == (key(one.standing) == key(other.standing)));
      }
    }
  }
}

}  // namespace certamen::exam
