#include <algorithm>

#include "server/room/room.hpp"

namespace certamen::room {

std::vector<wire::RankingRow> Room::ranking_rows(std::size_t rows_max) const {
  std::vector<const Member*> players;
  for (const auto& [id, member] : members_) {
    if (member.plays && member.rank > 0) players.push_back(&member);
  }
  std::stable_sort(players.begin(), players.end(),
                   [](const Member* left, const Member* right) { return left->rank < right->rank; });
  if (players.size() > rows_max) players.resize(rows_max);
  std::vector<wire::RankingRow> rows;
  for (const Member* player : players) {
    rows.push_back({player->id, player->name, player->rank, player->previous_rank, player->standing.points,
                    player->points_gained, player->standing.right_count});
  }
  return rows;
}

std::vector<wire::TeamRow> Room::team_rows() const {
  return team_rows_after(revealed_count_);
}

std::vector<wire::TeamRow> Room::team_rows_after(std::uint32_t last) const {
  if (!teams_.played()) return {};
  TeamScores scores(teams_);
  for (std::uint32_t number = 1; number <= last; ++number) {
    if (!rulings_[number - 1].counts()) continue;
    for (const auto& [id, member] : members_) {
      if (!member.plays || member.first_question > number) continue;
      const auto& given = member.given[number - 1];
      scores.count(id, given ? given->earned.points : 0);
    }
    scores.close_question();
  }
  return scores.ranked();
}

bool Room::standings_are_frozen() const {
  return !std::holds_alternative<Finished>(phase_) && freezing_.frozen_after(revealed_count_);
}

wire::RankingShown Room::true_ranking() const {
  wire::RankingShown fact{revealed_count_, ranking_rows(wire::ranking_rows_max), player_count(), {}};
  fact.teams = team_rows();
  return fact;
}

wire::RankingShown Room::ranking_shown() const {
  wire::RankingShown fact = true_ranking();
  if (const auto* ranking = std::get_if<Ranking>(&phase_))
    fact.continues_at = ranking->continues_at.value_or(wire::Instant{});
  if (!standings_are_frozen()) return fact;
  fact.frozen = true;
  fact.after_question = freezing_.shown_after();
  fact.rows = freezing_.last_shown().players;
  if (fact.rows.size() > wire::ranking_rows_max) fact.rows.resize(wire::ranking_rows_max);
  fact.teams = freezing_.last_shown().teams;
  return fact;
}

void Room::note_standings() {
  const std::uint32_t last = last_scored();
  if (freezing_.used() && last != 0) freezing_.note(last, {ranking_rows(wire::seats_per_room_max), team_rows()});
}

// Something changed that standings follow from. Those that are kept back stay so; those on the screens are computed again,
// as they were after their question by what stands now.
void Room::note_standings_again() {
  if (std::holds_alternative<Finished>(phase_)) return;  // what everybody saw before the end is not changed any more
  if (!standings_are_frozen()) return note_standings();
  if (freezing_.shown_after() == 0) return;
  Room then = *this;
  then.revealed_count_ = freezing_.shown_after();
  for (auto& [id, member] : then.members_) {
    const wire::RankingRow* row = freezing_.shown_row(id);
    if (row == nullptr) member.rank = 0;
    if (row == nullptr || row->previous_rank == 0) member.previous_rank = 0;
  }
  then.rescore();
  freezing_.note(freezing_.shown_after(), {then.ranking_rows(wire::seats_per_room_max), then.team_rows()});
}

// Hosts that do not play may know; whoever plays, or shows a screen to players, may not.
void Room::tell_frozen_ranking(Effects& effects) const {
  for (const auto& [id, member] : members_) {
    if (!member.connected || !sees_frozen_ranking(member)) continue;
    effects.emplace_back(SendSeat{id, private_fact(wire::FrozenRanking{true_ranking()})});
  }
}

bool Room::sees_frozen_ranking(const Member& member) const {
  return member.role == wire::Role::Host && !member.plays && std::holds_alternative<Ranking>(phase_) &&
         standings_are_frozen();
}

wire::MatchFinished Room::match_finished(std::size_t rows_max) const {
  wire::MatchFinished fact{ranking_rows(rows_max), player_count(),         revealed_count_,
                           fastest_seat_,          fastest_tenths_,        streak_seat_,
                           streak_length_,         ruled(&Ruling::voided), ruled(&Ruling::key_corrected),
                           ruled(&Ruling::skipped)};
  fact.teams = team_rows();
  if (freezing_.frozen_after(revealed_count_)) fact.resolver = freezing_.resolve(fact.rows);
  return fact;
}

std::optional<wire::MatchFinished> Room::results() const {
  if (!std::holds_alternative<Finished>(phase_)) return std::nullopt;
  return match_finished(wire::seats_per_room_max);
}

}  // namespace certamen::room
