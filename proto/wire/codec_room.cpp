#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

constexpr std::uint32_t any_max = ~std::uint32_t{0};
constexpr auto roster_max = static_cast<int>(seats_per_room_max);
constexpr auto rows_max = static_cast<int>(ranking_rows_max);

void put(const RankingRow& from, pb::RankingRow& to) {
  to.set_seat(from.seat.value);
  to.set_name(from.name);
  to.set_rank(from.rank);
  to.set_previous_rank(from.previous_rank);
  to.set_points(from.points);
  to.set_points_gained(from.points_gained);
  to.set_right_count(from.right_count);
}

RankingRow take(const pb::RankingRow& from, Check& check) {
  RankingRow to;
  to.seat = {bounded(from.seat(), 1, any_max, "row.seat", check)};
  to.name = text(from.name(), name_bytes_max, "row.name", check);
  to.rank = bounded(from.rank(), 1, seats_per_room_max, "row.rank", check);
  to.previous_rank = bounded(from.previous_rank(), 0, seats_per_room_max, "row.previous_rank", check);
  to.points = from.points();
  to.points_gained = from.points_gained();
  to.right_count = from.right_count();
  return to;
}

template <class Rows>
std::vector<RankingRow> take_rows(const Rows& rows, Check& check) {
  std::vector<RankingRow> to;
  if (!check.that(rows.size() <= rows_max, "rows")) return to;
  for (const auto& row : rows) to.push_back(take(row, check));
  return to;
}

template <class Numbers>
std::vector<std::uint32_t> take_numbers(const Numbers& numbers, std::string_view field, Check& check) {
  std::vector<std::uint32_t> to;
  if (!check.that(static_cast<std::size_t>(numbers.size()) <= questions_per_match_max, field)) return to;
  for (const std::uint32_t number : numbers) to.push_back(bounded(number, 1, questions_per_match_max, field, check));
  return to;
}

}  // namespace

void put(const RosterEntry& from, pb::RosterEntry& to) {
  to.set_seat(from.seat.value);
  to.set_name(from.name);
  to.set_role(schema_enum<pb::Role>(from.role));
  to.set_plays(from.plays);
  to.set_connected(from.connected);
  to.set_cohost(from.cohost);
  to.set_team(from.team);
}

RosterEntry take(const pb::RosterEntry& from, Check& check) {
  RosterEntry to;
  to.seat = {bounded(from.seat(), 1, any_max, "roster.seat", check)};
  to.name = text(from.name(), name_bytes_max, "roster.name", check);
  to.role = plain_enum(from.role(), Role::Spectator, "roster.role", check);
  to.plays = from.plays();
  to.connected = from.connected();
  to.cohost = from.cohost();
  to.team = bounded(from.team(), 0, teams_max, "roster.team", check);
  return to;
}

void put(const RankingShown& from, pb::RankingShown& to) {
  to.set_after_question(from.after_question);
  for (const RankingRow& row : from.rows) put(row, *to.add_rows());
  to.set_player_count(from.player_count);
  to.set_continues_at_micros(micros(from.continues_at));
  for (const TeamRow& row : from.teams) put(row, *to.add_teams());
  to.set_frozen(from.frozen);
}

RankingShown take(const pb::RankingShown& from, Check& check) {
  return {bounded(from.after_question(), 0, questions_per_match_max, "ranking.after_question", check),
          take_rows(from.rows(), check),
          from.player_count(),
          instant(from.continues_at_micros(), "ranking.continues_at", check),
          take(from.teams(), check),
          from.frozen()};
}

void put(const MatchFinished& from, pb::MatchFinished& to) {
  for (const RankingRow& row : from.rows) put(row, *to.add_rows());
  to.set_player_count(from.player_count);
  to.set_question_count(from.question_count);
  to.set_fastest_seat(from.fastest_seat.value);
  to.set_fastest_tenths(from.fastest_tenths);
  to.set_streak_seat(from.streak_seat.value);
  to.set_streak_length(from.streak_length);
  for (const std::uint32_t number : from.voided) to.add_voided(number);
  for (const std::uint32_t number : from.key_corrected) to.add_key_corrected(number);
  for (const std::uint32_t number : from.skipped) to.add_skipped(number);
  for (const TeamRow& row : from.teams) put(row, *to.add_teams());
  for (const ResolverStep& step : from.resolver) put(step, *to.add_resolver());
}

MatchFinished take(const pb::MatchFinished& from, Check& check) {
  MatchFinished to;
  to.rows = take_rows(from.rows(), check);
  to.player_count = from.player_count();
  to.question_count = bounded(from.question_count(), 0, questions_per_match_max, "finished.question_count", check);
  to.fastest_seat = {from.fastest_seat()};
  to.fastest_tenths = from.fastest_tenths();
  to.streak_seat = {from.streak_seat()};
  to.streak_length = from.streak_length();
  to.voided = take_numbers(from.voided(), "finished.voided", check);
  to.key_corrected = take_numbers(from.key_corrected(), "finished.key_corrected", check);
  to.skipped = take_numbers(from.skipped(), "finished.skipped", check);
  to.teams = take(from.teams(), check);
  to.resolver = take(from.resolver(), check);
  return to;
}

void put(const RoomPaused& from, pb::RoomPaused& to) {
  to.set_reason(schema_enum<pb::PauseReason>(from.reason));
  to.set_since_micros(micros(from.since));
}

RoomPaused take(const pb::RoomPaused& from, Check& check) {
  return {plain_enum(from.reason(), PauseReason::StorageFailing, "paused.reason", check),
          instant(from.since_micros(), "paused.since", check)};
}

void put(const AnswerLocked& from, pb::AnswerLocked& to) {
  to.set_question_number(from.question_number);
  put(from.answer, *to.mutable_answer());
  to.set_answer_tenths(from.answer_tenths);
  to.set_certainty(optional_schema_enum<pb::Certainty>(from.certainty));
  to.set_vote(vote_said(from.vote));
}

AnswerLocked take(const pb::AnswerLocked& from, Check& check) {
  return {bounded(from.question_number(), 1, questions_per_match_max, "locked.question_number", check),
          take(from.answer(), check), from.answer_tenths(),
          optional_plain_enum(from.certainty(), Certainty::High, "locked.certainty", check),
          vote(from.vote(), "locked.vote", check)};
}

void put(const OwnResult& from, pb::OwnResult& to) {
  to.set_question_number(from.question_number);
  to.set_answered(from.answered);
  to.set_right(from.right);
  to.set_answer_tenths(from.answer_tenths);
  to.set_points_gained(from.points_gained);
  to.set_points(from.points);
  to.set_streak(from.streak);
  to.set_rank(from.rank);
  to.set_player_count(from.player_count);
  to.set_right_count(from.right_count);
  to.set_credit_thousandths(from.credit_thousandths);
  to.set_bonus(from.bonus);
  to.set_certainty(optional_schema_enum<pb::Certainty>(from.certainty));
}

OwnResult take(const pb::OwnResult& from, Check& check) {
  OwnResult to;
  to.question_number = bounded(from.question_number(), 1, questions_per_match_max, "result.question_number", check);
  to.answered = from.answered();
  to.right = from.right();
  to.answer_tenths = from.answer_tenths();
  to.points_gained = from.points_gained();
  to.points = from.points();
  to.streak = from.streak();
  to.rank = from.rank();
  to.player_count = from.player_count();
  to.right_count = from.right_count();
  to.credit_thousandths = bounded(from.credit_thousandths(), 0, 1000, "result.credit_thousandths", check);
  to.bonus = from.bonus();
  to.certainty = optional_plain_enum(from.certainty(), Certainty::High, "result.certainty", check);
  return to;
}

void put(const Snapshot& from, pb::Snapshot& to) {
  to.set_sequence(from.sequence);
  put(from.settings, *to.mutable_settings());
  to.set_phase(schema_enum<pb::Phase>(from.phase));
  if (from.paused) put(*from.paused, *to.mutable_paused());
  for (const RosterEntry& entry : from.roster) put(entry, *to.add_roster());
  if (from.announced) put(*from.announced, *to.mutable_announced());
  if (from.asked) put(*from.asked, *to.mutable_asked());
  if (from.own_answer) put(*from.own_answer, *to.mutable_own_answer());
  if (from.revealed) put(*from.revealed, *to.mutable_revealed());
  if (from.own_result) put(*from.own_result, *to.mutable_own_result());
  if (from.ranking) put(*from.ranking, *to.mutable_ranking());
  if (from.finished) put(*from.finished, *to.mutable_finished());
  for (const PointsRule& rule : from.points_rules) {
    auto* message = to.add_points_rules();
    message->set_rule(schema_enum<pb::Rule>(rule.rule));
    message->set_first(rule.first);
    message->set_second(rule.second);
  }
  if (from.fairness) put(*from.fairness, *to.mutable_fairness());
  to.set_locked(from.locked);
  if (from.exam) put(*from.exam, *to.mutable_exam());
  if (from.own_exam) put(*from.own_exam, *to.mutable_own_exam());
  if (from.exam_result) put(*from.exam_result, *to.mutable_exam_result());
  if (from.discussion) put(*from.discussion, *to.mutable_discussion());
  if (from.team_votes) put(*from.team_votes, *to.mutable_team_votes());
  if (from.first_answer) put(*from.first_answer, *to.mutable_first_answer());
  for (const AllowanceChanged& allowance : from.allowances) put(allowance, *to.add_allowances());
  if (from.frozen_ranking) put(*from.frozen_ranking, *to.mutable_frozen_ranking());
  if (from.first_question != 1) to.set_first_question(from.first_question);
  if (from.class_report) put(*from.class_report, *to.mutable_class_report());
}

Snapshot take(const pb::Snapshot& from, Check& check) {
  Snapshot to;
  to.sequence = from.sequence();
  to.settings = take(from.settings(), check);
  to.phase = plain_enum(from.phase(), Phase::Discussing, "snapshot.phase", check);
  if (from.has_paused()) to.paused = take(from.paused(), check);
  check.that(from.roster_size() <= roster_max, "snapshot.roster");
  for (const auto& entry : from.roster()) to.roster.push_back(take(entry, check));
  if (from.has_announced()) to.announced = take(from.announced(), check);
  if (from.has_asked()) to.asked = take(from.asked(), check);
  if (from.has_own_answer()) to.own_answer = take(from.own_answer(), check);
  if (from.has_revealed()) to.revealed = take(from.revealed(), check);
  if (from.has_own_result()) to.own_result = take(from.own_result(), check);
  if (from.has_ranking()) to.ranking = take(from.ranking(), check);
  if (from.has_finished()) to.finished = take(from.finished(), check);
  check.that(static_cast<std::size_t>(from.points_rules_size()) <= points_rules_max, "snapshot.points_rules");
  for (const auto& rule : from.points_rules()) {
    to.points_rules.push_back(
        {plain_enum(rule.rule(), Rule::UnscoredItems, "points_rules.rule", check), rule.first(), rule.second()});
  }
  if (from.has_fairness()) to.fairness = take(from.fairness(), check);
  to.locked = from.locked();
  if (from.has_exam()) to.exam = take(from.exam(), check);
  if (from.has_own_exam()) to.own_exam = take(from.own_exam(), check);
  if (from.has_exam_result()) to.exam_result = take(from.exam_result(), check);
  if (from.has_discussion()) to.discussion = take(from.discussion(), check);
  if (from.has_team_votes()) to.team_votes = take(from.team_votes(), check);
  if (from.has_first_answer()) to.first_answer = take(from.first_answer(), check);
  check.that(from.allowances_size() <= roster_max, "snapshot.allowances");
  if (check.ok()) {
    for (const auto& allowance : from.allowances()) to.allowances.push_back(take(allowance, check));
  }
  if (from.has_frozen_ranking()) to.frozen_ranking = take(from.frozen_ranking(), check);
  if (from.first_question() != 0) {
    to.first_question = bounded(from.first_question(), 1, questions_per_match_max + 1, "snapshot.first_question", check);
  }
  if (from.has_class_report()) to.class_report = take(from.class_report(), check);
  return to;
}

}  // namespace certamen::wire::codec
