#include "server/room/teams.hpp"

#include <algorithm>
#include <cstddef>

#include "proto/wire/require.hpp"
#include "server/exam/random.hpp"

namespace certamen::room {

Teams::Teams(std::uint32_t count, wire::TeamForming forming, std::uint64_t seed)
    : count_(count), forming_(forming), seed_(seed) {
  wire::require(count >= wire::teams_min && count <= wire::teams_max, "a match has two to eight teams");
}

wire::TeamNumber Teams::team_of(wire::SeatId seat) const {
  const auto found = seats_.find(seat);
  return found == seats_.end() ? 0 : found->second;
}

void Teams::enter(wire::SeatId seat) {
  if (played() && forming_ == wire::TeamForming::Balanced) seats_[seat] = smallest(seat);
}

bool Teams::move(wire::SeatId seat, wire::TeamNumber team) {
  if (team < 1 || team > count_) return false;
  seats_[seat] = team;
  return true;
}

void Teams::complete(std::vector<wire::SeatId> players) {
  if (!played()) return;
  exam::Random(seed_).shuffle(players);
  for (const wire::SeatId seat : players) {
    if (team_of(seat) == 0) seats_[seat] = smallest(seat);
  }
}

bool Teams::move_by_host(wire::SeatId seat, wire::TeamNumber team) {
  if (!move(seat, team)) return false;
  put_by_host_.insert(seat);
  return true;
}

void Teams::leave(wire::SeatId seat) {
  seats_.erase(seat);
  put_by_host_.erase(seat);
}

std::vector<std::vector<wire::SeatId>> Teams::by_team() const {
  std::vector<std::vector<wire::SeatId>> seats(count_);
  for (const auto& [seat, team] : seats_) seats[team - 1].push_back(seat);
  return seats;
}

std::vector<wire::SeatId> Teams::level(std::vector<wire::SeatId> moved) {
  if (forming_ != wire::TeamForming::Balanced) return moved;
  while (played()) {
    const auto teams = by_team();
    const auto by_size = [](const auto& left, const auto& right) { return left.size() < right.size(); };
    const auto [least, most] = std::minmax_element(teams.begin(), teams.end(), by_size);
    const auto last = std::find_if(most->rbegin(), most->rend(),
                                   [this](wire::SeatId seat) { return !put_by_host_.contains(seat); });
    if (most->size() < least->size() + 2 || last == most->rend()) break;
    seats_[*last] = static_cast<wire::TeamNumber>(least - teams.begin() + 1);
    moved.push_back(*last);
  }
  return moved;
}

wire::TeamNumber Teams::smallest(wire::SeatId seat) const {
  std::array<std::uint32_t, wire::teams_max> sizes{};
  for (const auto& [other, team] : seats_) {
    if (other != seat) ++sizes[team - 1];
  }
  const auto end = sizes.begin() + static_cast<std::ptrdiff_t>(count_);
  const std::uint32_t least = *std::min_element(sizes.begin(), end);
  std::vector<wire::TeamNumber> candidates;
  for (wire::TeamNumber team = 1; team <= count_; ++team) {
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

void TeamScores::count(wire::SeatId seat, std::int64_t points) {
  const wire::TeamNumber team = teams_.team_of(seat);
  if (team == 0) return;
  sums_[team - 1] += points;
  ++counts_[team - 1];
}

void TeamScores::close_question() {
  for (std::size_t i = 0; i < teams_.count(); ++i) {
    if (counts_[i] != 0) points_[i] += mean_points(sums_[i], counts_[i]);
  }
  sums_.fill(0);
  counts_.fill(0);
}

std::vector<wire::TeamRow> TeamScores::ranked() const {
  std::vector<wire::TeamRow> rows;
  for (wire::TeamNumber team = 1; team <= teams_.count(); ++team) {
    const auto members = std::count_if(teams_.seats().begin(), teams_.seats().end(),
                                       [team](const auto& entry) { return entry.second == team; });
    if (members != 0) rows.push_back({team, 1, points_[team - 1], static_cast<std::uint32_t>(members)});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const wire::TeamRow& left, const wire::TeamRow& right) { return left.points > right.points; });
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const bool tied = rows[i].points == rows[i - 1].points;
    rows[i].rank = tied ? rows[i - 1].rank : static_cast<std::uint32_t>(i + 1);
  }
  return rows;
}

}  // namespace certamen::room
