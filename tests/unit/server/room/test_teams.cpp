#include <algorithm>

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

exam::Standing with_points(std::uint32_t seat, std::int64_t points) {
  return {{seat}, points, 0, 0};
}

TEST_CASE("teams: players choose theirs, and who did not gets one of the smallest", "[room]") {
  Teams teams(3, TeamForming::ByPlayers, 7);
  teams.enter({1}, 2);
  teams.enter({2}, 2);
  teams.enter({3}, 1);
  teams.enter({4}, 0);
  teams.enter({5}, 4);
  CHECK(teams.team_of({1}) == 2);
  CHECK(teams.team_of({3}) == 1);
  CHECK(teams.team_of({4}) == 0);
  CHECK(teams.team_of({5}) == 0);
  teams.complete(seats_up_to(5), true);
  CHECK(teams.team_of({1}) == 2);
  CHECK(unevenness(teams) == 1);
}

TEST_CASE("teams: where the host forms them no wish counts, and a move to no team changes nothing", "[room]") {
  Teams teams(2, TeamForming::ByHost, 7);
  teams.enter({1}, 2);
  CHECK(teams.team_of({1}) == 0);
  CHECK(teams.move({1}, 2));
  CHECK_FALSE(teams.move({1}, 3));
  CHECK_FALSE(teams.move({1}, 0));
  CHECK(teams.team_of({1}) == 2);
  teams.leave({1});
  CHECK(teams.team_of({1}) == 0);
}

TEST_CASE("teams: balanced ones are even at every size, after leaves, too, and the same from the same seed", "[room]") {
  for (std::uint32_t count = teams_min; count <= teams_max; ++count) {
    Teams teams(count, TeamForming::Balanced, 99);
    Teams again(count, TeamForming::Balanced, 99);
    for (const wire::SeatId seat : seats_up_to(30)) {
      teams.enter(seat, 1);
      again.enter(seat, 2);
      CHECK(unevenness(teams) <= 1);
    }
    CHECK(teams.seats() == again.seats());
    std::vector<wire::SeatId> left;
    for (const wire::SeatId seat : seats_up_to(30)) {
      if (teams.team_of(seat) == 1) {
        teams.leave(seat);
      } else {
        left.push_back(seat);
      }
    }
    teams.complete(left, true);
    CHECK(unevenness(teams) <= 1);
  }
}

TEST_CASE("teams: somebody who comes late moves nobody", "[room]") {
  Teams teams(2, TeamForming::Balanced, 3);
  for (const wire::SeatId seat : seats_up_to(9)) teams.enter(seat, 0);
  const auto before = teams.seats();
  teams.enter({10}, 0);
  teams.complete(seats_up_to(10), false);
  for (const auto& [seat, team] : before) CHECK(teams.team_of(seat) == team);
  CHECK(unevenness(teams) == 0);
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

TEST_CASE("teams: ranked by their mean, not their sum; what is shown equal is a tie", "[room]") {
  Teams teams(4, TeamForming::ByHost, 1);
  teams.move({1}, 1);
  teams.move({2}, 1);
  teams.move({3}, 1);
  teams.move({4}, 2);
  teams.move({5}, 3);
  teams.move({6}, 3);
  const std::vector<exam::Standing> players = {with_points(1, 500),  with_points(2, 500), with_points(3, 500),
                                               with_points(4, 1000), with_points(5, 333), with_points(6, 666),
                                               with_points(7, 9000)};
  const std::vector<TeamStanding> expected = {{2, 1, 1000, 1}, {1, 2, 500, 3}, {3, 2, 500, 2}};
  CHECK(rank_teams(teams, players) == expected);
}

}  // namespace
}  // namespace certamen::room
