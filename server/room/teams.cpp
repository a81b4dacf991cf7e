#include "server/room/teams.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "proto/wire/require.hpp"
#include "server/exam/random.hpp"

namespace certamen::room {

Teams::Teams(std::uint32_t count, TeamForming forming, std::uint64_t seed) : count_(count), forming_(forming), seed_(seed) {
  wire::require(count >= teams_min && count <= teams_max, "a match has two to eight teams");
}

TeamNumber Teams::team_of(wire::SeatId seat) const {
  const auto found = seats_.find(seat);
  return found == seats_.end() ? 0 : found->second;
}

void Teams::enter(wire::SeatId seat, TeamNumber wish) {
  if (!played()) return;
  if (forming_ == TeamForming::Balanced) {
    seats_[seat] = smallest(seat);
  } else if (forming_ == TeamForming::ByPlayers) {
    move(seat, wish);
  }
}

bool Teams::move(wire::SeatId seat, TeamNumber team) {
  if (team < 1 || team > count_) return false;
  seats_[seat] = team;
  return true;
}

void Teams::complete(std::vector<wire::SeatId> players, bool dealt_anew) {
  if (!played()) return;
  if (dealt_anew && forming_ == TeamForming::Balanced) seats_.clear();
  exam::Random(seed_).shuffle(players);
  for (const wire::SeatId seat : players) {
    if (team_of(seat) == 0) seats_[seat] = smallest(seat);
  }
}

TeamNumber Teams::smallest(wire::SeatId seat) const {
  std::array<std::uint32_t, teams_max> sizes{};
  for (const auto& [other, team] : seats_) {
    if (other != seat) ++sizes[team - 1];
  }
  const auto end = sizes.begin() + static_cast<std::ptrdiff_t>(count_);
  const std::uint32_t least = *std::min_element(sizes.begin(), end);
  std::vector<TeamNumber> candidates;
  for (TeamNumber team = 1; team <= count_; ++team) {
    if (sizes[team - 1] == least) candidates.push_back(team);
  }
  return candidates[exam::Random(seed_ ^ seat.value).below(candidates.size())];
}

std::int64_t mean_points(std::int64_t sum, std::uint32_t count) {
  wire::require(count > 0, "a mean is of somebody");
  const std::int64_t doubled = 2 * std::int64_t{count};
  const std::int64_t shifted = 2 * sum + std::int64_t{count};
  const std::int64_t quotient = shifted / doubled;
  return shifted % doubled < 0 ? quotient - 1 : quotient;  // division rounds towards zero
}

std::vector<TeamStanding> rank_teams(const Teams& teams, const std::vector<exam::Standing>& players) {
  std::array<std::int64_t, teams_max> sums{};
  std::array<std::uint32_t, teams_max> counts{};
  for (const exam::Standing& player : players) {
    const TeamNumber team = teams.team_of(player.seat);
    if (team == 0) continue;
    sums[team - 1] += player.points;
    ++counts[team - 1];
  }
  std::vector<TeamStanding> standings;
  for (TeamNumber team = 1; team <= teams.count(); ++team) {
    const std::uint32_t count = counts[team - 1];
    if (count != 0) standings.push_back({team, 1, mean_points(sums[team - 1], count), count});
  }
  std::stable_sort(standings.begin(), standings.end(),
                   [](const TeamStanding& left, const TeamStanding& right) { return left.points > right.points; });
  for (std::size_t i = 1; i < standings.size(); ++i) {
    const bool tied = standings[i].points == standings[i - 1].points;
    standings[i].rank = tied ? standings[i - 1].rank : static_cast<std::uint32_t>(i + 1);
  }
  return standings;
}

}  // namespace certamen::room
