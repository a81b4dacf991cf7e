#include <algorithm>
#include <map>

#include "server/room/teams.hpp"
#include "tests/support/catch.hpp"

namespace certamen::room {
namespace {

std::vector<wire::SeatId> seats_up_to(std::uint32_t last) {
  std::vector<wire::SeatId> seats;
  for (std::uint32_t seat = 1; seat <= last; ++seat) seats.push_back({seat});
  return seats;
}

// The difference between the largest team and the smallest.
std::uint32_t unevenness(const Teams& teams) {
  std::vector<std::uint32_t> sizes(teams.count(), 0);
  for (const auto& [seat, team] : teams.seats()) ++sizes.at(team - 1);
  const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
  return *most - *least;
}

TEST_CASE("teams: players choose theirs, and who did not gets one of the smallest", "[room]") {
  Teams teams(3, wire::TeamForming::ByPlayers, 7);
  for (const wire::SeatId seat : seats_up_to(5)) teams.enter(seat);
  CHECK(teams.seats().empty());
  CHECK(teams.move({1}, 2));
  CHECK(teams.move({2}, 2));
  CHECK(teams.move({3}, 1));
  CHECK_FALSE(teams.move({5}, 4));
  CHECK_FALSE(teams.move({3}, 0));
  CHECK(teams.team_of({3}) == 1);
  teams.complete(seats_up_to(5));
  CHECK(teams.team_of({1}) == 2);
  CHECK(unevenness(teams) == 1);
  teams.leave({1});
  CHECK(teams.team_of({1}) == 0);
}

TEST_CASE("teams: balanced ones are even at every size, and the same from the same seed", "[room]") {
  for (std::uint32_t count = wire::teams_min; count <= wire::teams_max; ++count) {
    Teams teams(count, wire::TeamForming::Balanced, 99);
    Teams again(count, wire::TeamForming::Balanced, 99);
    for (const wire::SeatId seat : seats_up_to(30)) {
      teams.enter(seat);
      again.enter(seat);
      CHECK(unevenness(teams) <= 1);
    }
    CHECK(teams.seats() == again.seats());
  }
}

TEST_CASE("teams: whoever has a team keeps it when the match begins and when somebody comes late", "[room]") {
  Teams teams(2, wire::TeamForming::Balanced, 3);
  for (const wire::SeatId seat : seats_up_to(9)) teams.enter(seat);
  CHECK(teams.move({1}, 1));
  const auto before = teams.seats();
  teams.complete(seats_up_to(9));
  CHECK(teams.seats() == before);
  teams.enter({10});
  teams.complete(seats_up_to(10));
  for (const auto& [seat, team] : before) CHECK(teams.team_of(seat) == team);
  CHECK(teams.team_of({10}) != 0);
}

TEST_CASE("teams: a mean is the nearest integer, halves up, also below zero", "[room]") {
  CHECK(mean_points(0, 3) == 0);
  CHECK(mean_points(10, 4) == 3);
  CHECK(mean_points(9, 4) == 2);
  CHECK(mean_points(11, 4) == 3);
  CHECK(mean_points(-1, 2) == 0);
  CHECK(mean_points(-3, 2) == -1);
  CHECK(mean_points(-5, 3) == -2);
  CHECK(mean_points(-4, 3) == -1);
}

TEST_CASE("teams: each question adds the mean of those who were asked it; what is shown equal is a tie", "[room]") {
  Teams teams(4, wire::TeamForming::ByHost, 1);
  for (const auto& [seat, team] : std::map<std::uint32_t, std::uint32_t>{{1, 1}, {2, 1}, {3, 2}, {4, 3}, {5, 3}}) {
    REQUIRE(teams.move({seat}, team));
  }
  TeamScores scores(teams);
  scores.count({1}, 1000);  // the second member of team 1 comes with the next question
  scores.count({3}, 1000);
  scores.count({4}, 333);
  scores.count({5}, 666);
  scores.count({7}, 9000);  // in no team
  scores.close_question();
  scores.count({1}, 0);
  scores.count({2}, 1000);
  scores.count({3}, 500);
  scores.count({4}, 1000);
  scores.count({5}, 1000);
  scores.close_question();
  const std::vector<wire::TeamRow> expected = {{1, 1, 1500, 2}, {2, 1, 1500, 1}, {3, 1, 1500, 2}};
  CHECK(scores.ranked() == expected);
  scores.count({3}, 1);
  scores.close_question();
  CHECK(scores.ranked().front() == wire::TeamRow{2, 1, 1501, 1});
  CHECK(scores.ranked().back() == wire::TeamRow{3, 2, 1500, 2});
}

}  // namespace
}  // namespace certamen::room
