#include <algorithm>
#include <array>
#include <cmath>

#include "tests/sim/checkers/board.hpp"
#include "tests/sim/checkers/plain_marks.hpp"

// What teams have, and what is kept back of standings.
namespace certamen::sim {
namespace {

// Rounded to the nearest, halves up.
std::int64_t mean(std::int64_t sum, std::int64_t count) {
  const long double exact = static_cast<long double>(sum) / static_cast<long double>(count);
  return static_cast<std::int64_t>(std::floor(exact + 0.5L));
}

}  // namespace

// In whole tenths; a part of a tenth is the player's.
std::uint32_t Board::window_tenths(const Match& match, std::uint32_t number, wire::Allowance allowance) {
  const std::uint32_t own = match.paper.questions.at(number - 1).seconds;
  const auto extended = match.extended.find(number);
  const std::uint32_t seconds = (match.settings.answer_seconds != 0 ? match.settings.answer_seconds : own) +
                                (extended == match.extended.end() ? 0 : extended->second);
  return (seconds * 10 * std::array{4U, 5U, 6U, 8U}.at(static_cast<std::size_t>(allowance)) + 3) / 4;
}

// Who does not vote again stands by the first vote, as given at the end of the window.
void Board::carry_first_votes(Match& match, std::uint32_t number) {
  const auto first = match.first_votes.find(number);
  if (first == match.first_votes.end()) return;
  for (const auto& [seat, vote] : first->second) {
    const auto [given, carried] = match.given[number].emplace(seat, vote);
    if (carried) given->second.tenths = window_tenths(match, number, vote.allowance);
  }
}

// The first question whose standings are kept back; 0: none.
std::uint32_t Board::frozen_from(const Match& match) {
  const auto count = static_cast<std::uint32_t>(match.paper.questions.size());
  const std::uint32_t last_ones = std::min(match.settings.freeze_questions, count);
  return last_ones == 0 ? 0 : count - last_ones + 1;
}

bool Board::frozen(const Match& match) {
  const std::uint32_t from = frozen_from(match);
  return from != 0 && !match.finished && !match.over.empty() && *match.over.rbegin() >= from;
}

std::uint32_t Board::shown_after(const Match& match) {
  std::uint32_t last = 0;
  for (const std::uint32_t number : match.over) {
    if (number < frozen_from(match) && !match.skipped.contains(number)) last = number;
  }
  return last;
}

// The match up to the last question whose standings everybody may know.
Board::Match Board::as_seen(const Match& match) {
  Match seen = match;
  if (!frozen(match)) return seen;
  seen.over.erase(seen.over.upper_bound(shown_after(match)), seen.over.end());
  recount(seen);
  return seen;
}

std::optional<std::pair<std::uint32_t, std::int64_t>> Board::standing_seen(const Match& match, const Player& player) {
  if (!frozen(match)) return std::pair(player.rank, player.points);
  const auto seen = player.results.find(shown_after(match));
  if (seen == player.results.end() || seen->second.rank == 0) return std::nullopt;
  return std::pair(seen->second.rank, seen->second.points);
}

// Each question adds the mean of what it was worth to those members who were asked it.
std::vector<wire::TeamRow> Board::team_rows(const Match& match) {
  std::map<wire::TeamNumber, wire::TeamRow> teams;
  for (const auto& [seat, team] : match.teams) {
    teams[team].team = team;
    ++teams[team].member_count;
  }
  for (const std::uint32_t number : match.over) {
    if (!counts_at_all(match, number)) continue;
    std::map<wire::TeamNumber, std::pair<std::int64_t, std::int64_t>> sums;
    for (const auto& [seat, player] : match.players) {
      const auto team = match.teams.find({seat});
      if (team == match.teams.end() || player.first_question > number) continue;
      sums[team->second].first += player.results.at(number).points_gained;
      ++sums[team->second].second;
    }
    for (const auto& [team, sum] : sums) teams[team].points += mean(sum.first, sum.second);
  }
  std::vector<wire::TeamRow> rows;
  for (auto& [number, row] : teams) {
    row.rank = 1;
    for (const auto& [other_number, other] : teams) row.rank += other.points > row.points ? 1U : 0U;
    rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) { return left.rank < right.rank; });
  return rows;
}

// Who comes later is no member yet of the teams that a freeze shows; a host's decision about a team is seen at once.
void Board::keep_teams_seen(Match& match) {
  match.teams_seen = shown_after(match) == 0 ? std::vector<wire::TeamRow>{} : team_rows(as_seen(match));
}

void Board::compare(const wire::RoomCode& code, Match& match, const wire::RankingShown& shown) {
  const bool kept_back = frozen(match);
  const Match seen = as_seen(match);
  const bool nothing = kept_back && shown_after(match) == 0;
  if (nothing) {
    if (!shown.rows.empty()) report("room {} shows a ranking that is kept back", code);
  } else {
    compare_rows(code, seen, shown.rows);
  }
  match.rankings_told.push_back(shown.rows);
  if (shown.frozen != kept_back) report("room {} shows a ranking as kept back that is not, or the other way", code);
  if (kept_back) {
    ++frozen_checked_;
    if (shown.after_question != shown_after(match))
      report("room {} shows the ranking after question {} in a freeze", code, shown.after_question);
    if (shown.teams != match.teams_seen) report("room {} shows other teams in a freeze than those of before it", code);
    return;
  }
  if (!shown.teams.empty()) ++team_rankings_checked_;
  if (shown.teams != team_rows(seen)) report("room {} ranks its teams otherwise than their members earned", code);
}

// Whoever comes to a ranking sees one that was told.
void Board::compare_ranking_seen(const wire::RoomJoined& joined) {
  const Match* match = match_of(joined.code);
  if (match == nullptr || !joined.snapshot.ranking) return;
  const auto& told = match->rankings_told;
  if (std::find(told.begin(), told.end(), joined.snapshot.ranking->rows) != told.end()) return;
  report("room {} shows seat {} a ranking that it told nobody", joined.code, joined.seat.value);
}

}  // namespace certamen::sim
