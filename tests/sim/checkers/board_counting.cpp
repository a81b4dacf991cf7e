#include <algorithm>
#include <cmath>
#include <tuple>

#include "tests/sim/checkers/board.hpp"
#include "tests/sim/checkers/plain_marks.hpp"

// The plain counting: always from the first question on.
namespace certamen::sim {

void Board::recount(Match& match) {
  std::tie(match.fastest_seat, match.fastest_tenths) = std::pair(0U, std::int64_t{0});
  std::tie(match.streak_seat, match.streak_length) = std::pair(0U, 0U);
  for (auto& [seat, player] : match.players) {
    player.points = player.gained = player.right_tenths = 0;
    player.right_count = player.streak = player.rank = player.previous_rank = 0;
    player.results.clear();
  }
  const bool exam = match.settings.mode == wire::Mode::ExamSimulation;
  for (const std::uint32_t number : match.over) {
    count_question(match, number);
    const bool shown = exam ? number == *match.over.rbegin() : !match.skipped.contains(number);
    if (shown) rank(match, number);
  }
}

// From this reveal on, everyone who is there has a rank.
void Board::rank_those_present(Match& match, std::uint32_t number) {
  for (auto& [seat, player] : match.players) {
    if (player.ranked_from == 0) player.ranked_from = number;
  }
}

void Board::count_question(Match& match, std::uint32_t number) {
  const bool skipped = match.skipped.contains(number);
  for (auto& [seat, player] : match.players) {
    if (!skipped) player.gained = 0;
    count_answer(match, seat, player, number);
  }
}

bool Board::counts_at_all(const Match& match, std::uint32_t number) {
  return !match.skipped.contains(number) && !match.voided.contains(number) && !match.unscored.contains(number);
}

void Board::count_answer(Match& match, std::uint32_t seat, Player& player, std::uint32_t number) {
  const exam::Question& question = match.paper.questions.at(number - 1);
  const bool counts = counts_at_all(match, number);
  wire::OwnResult result;
  result.question_number = number;
  const auto given = match.given[number].find(seat);
  if (given != match.given[number].end()) {
    const std::int64_t tenths = given->second.tenths;
    const Share share = share_of(question, given->second.answer);
    result.answered = true;
    result.answer_tenths = static_cast<std::uint32_t>(tenths);
    result.right = share.first == share.second;
    result.certainty = given->second.certainty;
    result.credit_thousandths = static_cast<std::uint32_t>(
        std::llround(1000.0L * static_cast<long double>(share.first) / static_cast<long double>(share.second)));
    if (counts) {
      result.bonus = result.right ? bonus(match.settings, player.streak + 1) : 0;
      const std::uint32_t allowed = window_tenths(match, number, given->second.allowance);
      player.gained = worth(match.settings, share, tenths, allowed, result.certainty) + result.bonus;
      result.points_gained = player.gained;
    }
    if (counts && result.right) {
      ++player.right_count;
      // On the scale of the window that everyone has.
      const std::int64_t whole = window_tenths(match, number, wire::Allowance::Whole);
      const std::int64_t raced_tenths = tenths * whole / window_tenths(match, number, given->second.allowance);
      player.right_tenths += raced_tenths;
      const bool raced = match.settings.mode != wire::Mode::ExamSimulation;
      const bool fastest = raced && (match.fastest_seat == 0 || raced_tenths < match.fastest_tenths);
      if (fastest) std::tie(match.fastest_seat, match.fastest_tenths) = std::pair(seat, raced_tenths);
    }
  }
  if (counts) player.streak = result.right ? player.streak + 1 : 0;
  if (player.streak > match.streak_length) {
    std::tie(match.streak_seat, match.streak_length) = std::pair(seat, player.streak);
  }
  player.points += result.points_gained;
  result.points = player.points;
  result.streak = player.streak;
  result.right_count = player.right_count;
  player.results[number] = result;
}

// A player's rank is one more than the number of players who are better; whoever came later has none.
void Board::rank(Match& match, std::uint32_t number) {
  const auto better = [&](const Player& one, const Player& other) {
    if (one.points != other.points) return one.points > other.points;
    if (one.right_count != other.right_count) return one.right_count > other.right_count;
    if (match.settings.scoring != wire::Scoring::Speed || one.right_count == 0) return false;
    const std::int64_t step = match.mean_times ? one.right_count : 1;
    return one.right_tenths / step < other.right_tenths / step;
  };
  for (auto& [seat, player] : match.players) {
    player.previous_rank = player.rank;
    if (player.ranked_from == 0 || player.ranked_from > number) continue;
    player.rank = 1;
    for (const auto& [other_seat, other] : match.players) {
      const bool there = other.ranked_from != 0 && other.ranked_from <= number;
      player.rank += there && better(other, player) ? 1U : 0U;
    }
    player.results[number].rank = player.rank;
  }
  const std::uint32_t kept_back = frozen_from(match);
  if (kept_back == 0 || number < kept_back || match.finished) return;
  const std::uint32_t shown = shown_after(match);
  for (auto& [seat, player] : match.players) {
    const auto seen = player.results.find(shown);
    player.results[number].rank = seen == player.results.end() ? 0 : seen->second.rank;
  }
}

Board::ExamCounts Board::exam_counts(const Match& match, const Player& player) {
  ExamCounts counts;
  for (const auto& [number, result] : player.results) {
    if (!counts_at_all(match, number)) continue;
    auto& domain = counts.by_domain[match.paper.questions.at(number - 1).domain];
    for (Counts* each : {&domain, &counts.whole}) {
      each->first += result.right ? 1U : 0U;
      ++each->second;
    }
  }
  return counts;
}

void Board::keep_told(Match& match, std::uint64_t sequence_after) {
  const auto keep = [&](auto& versions, auto told) {
    if (versions.empty() || versions.back().told != told) {
      versions.push_back({match.sequence_before, sequence_after, std::move(told)});
    }
  };
  const bool exam = match.settings.mode == wire::Mode::ExamSimulation;
  for (auto& [seat, player] : match.players) {
    for (const auto& [number, result] : player.results) keep(player.results_told[number], result);
    if (exam && !match.over.empty()) keep(player.exam_told, exam_counts(match, player));
  }
}

std::vector<wire::RankingRow> Board::rows(const Match& match) {
  std::vector<wire::RankingRow> rows;
  for (const auto& [seat, player] : match.players) {
    if (player.rank == 0) continue;  // came after the last question that counted
    rows.push_back(
        {{seat}, player.name, player.rank, player.previous_rank, player.points, player.gained, player.right_count});
  }
  std::sort(rows.begin(), rows.end(), [](const wire::RankingRow& left, const wire::RankingRow& right) {
    return std::pair(left.rank, left.seat) < std::pair(right.rank, right.seat);
  });
  return rows;
}

wire::MatchFinished Board::finish_of(const Match& match) {
  wire::MatchFinished finish;
  finish.rows = rows(match);
  finish.teams = team_rows(match);
  if (frozen_from(match) != 0 && !match.over.empty() && *match.over.rbegin() >= frozen_from(match)) {
    for (auto row = finish.rows.rbegin(); row != finish.rows.rend(); ++row) {
      const auto seen = std::find_if(match.uncovered.begin(), match.uncovered.end(),
                                     [&](const wire::RankingRow& each) { return each.seat == row->seat; });
      const bool known = seen != match.uncovered.end();
      finish.resolver.push_back({row->seat, known ? seen->rank : 0, known ? seen->points : 0, row->rank, row->points});
    }
  }
  finish.player_count = static_cast<std::uint32_t>(match.players.size());
  finish.question_count = match.over.empty() ? 0 : *match.over.rbegin();
  finish.fastest_seat = {match.fastest_seat};
  finish.fastest_tenths = static_cast<std::uint32_t>(match.fastest_tenths);
  finish.streak_seat = {match.streak_seat};
  finish.streak_length = match.streak_length;
  finish.voided.assign(match.voided.begin(), match.voided.end());
  finish.key_corrected.assign(match.key_corrected.begin(), match.key_corrected.end());
  finish.skipped.assign(match.skipped.begin(), match.skipped.end());
  return finish;
}

}  // namespace certamen::sim
