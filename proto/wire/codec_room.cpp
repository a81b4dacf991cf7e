#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

constexpr std::uint32_t any_max = ~std::uint32_t{0};
constexpr auto roster_max = static_cast<int>(seats_per_room_max);
constexpr auto rows_max = static_cast<int>(ranking_rows_max);

OptionIndex option_index(std::uint32_t value, std::string_view field, Check& check) {
  return static_cast<OptionIndex>(bounded(value, 0, options_max - 1, field, check));
}

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

NoteShown take(const pb::NoteShown& from, Check& check) {
  return {text(from.text(), text_bytes_max, "note.text", check), text(from.as_of(), text_bytes_max, "note.as_of", check),
          text(from.as_of_date(), 16, "note.as_of_date", check), text(from.lines(), 128, "note.lines", check)};
}

}  // namespace

void put(const RosterEntry& from, pb::RosterEntry& to) {
  to.set_seat(from.seat.value);
  to.set_name(from.name);
  to.set_role(schema_enum<pb::Role>(from.role));
  to.set_plays(from.plays);
  to.set_connected(from.connected);
}

RosterEntry take(const pb::RosterEntry& from, Check& check) {
  RosterEntry to;
  to.seat = {bounded(from.seat(), 1, any_max, "roster.seat", check)};
  to.name = text(from.name(), name_bytes_max, "roster.name", check);
  to.role = plain_enum(from.role(), Role::Spectator, "roster.role", check);
  to.plays = from.plays();
  to.connected = from.connected();
  return to;
}

void put(const QuestionAnnounced& from, pb::QuestionAnnounced& to) {
  to.set_number(from.number);
  to.set_total(from.total);
  to.set_kind(schema_enum<pb::QuestionKind>(from.kind));
  to.set_domain(schema_enum<pb::ExamDomain>(from.domain));
  to.set_difficulty(from.difficulty);
  to.set_topic_title(from.topic_title);
  to.set_prompt(from.prompt);
  to.set_opens_at_micros(micros(from.opens_at));
}

QuestionAnnounced take(const pb::QuestionAnnounced& from, Check& check) {
  QuestionAnnounced to;
  to.number = bounded(from.number(), 1, questions_per_match_max, "announced.number", check);
  to.total = bounded(from.total(), to.number, questions_per_match_max, "announced.total", check);
  to.kind = plain_enum(from.kind(), QuestionKind::Numeric, "announced.kind", check);
  to.domain = plain_enum(from.domain(), ExamDomain::General, "announced.domain", check);
  to.difficulty = bounded(from.difficulty(), 1, 5, "announced.difficulty", check);
  to.topic_title = text(from.topic_title(), text_bytes_max, "announced.topic_title", check);
  to.prompt = text(from.prompt(), text_bytes_max, "announced.prompt", check);
  to.opens_at = instant(from.opens_at_micros(), "announced.opens_at", check);
  return to;
}

void put(const QuestionAsked& from, pb::QuestionAsked& to) {
  to.set_number(from.number);
  for (const std::string& option : from.options) to.add_options(option);
  to.set_choose(from.choose);
  to.set_unit(from.unit);
  to.set_opens_at_micros(micros(from.opens_at));
  to.set_closes_at_micros(micros(from.closes_at));
  to.set_points_possible(from.points_possible);
  to.set_shuffle_seed(from.shuffle_seed);
}

QuestionAsked take(const pb::QuestionAsked& from, Check& check) {
  QuestionAsked to;
  to.number = bounded(from.number(), 1, questions_per_match_max, "asked.number", check);
  check.that(static_cast<std::size_t>(from.options_size()) <= options_max, "asked.options");
  for (const std::string& option : from.options())
    to.options.push_back(text(option, text_bytes_max, "asked.options", check));
  to.choose = bounded(from.choose(), 1, options_max, "asked.choose", check);
  to.unit = text(from.unit(), text_bytes_max, "asked.unit", check);
  to.opens_at = instant(from.opens_at_micros(), "asked.opens_at", check);
  to.closes_at = instant(from.closes_at_micros(), "asked.closes_at", check);
  check.that(to.opens_at <= to.closes_at, "asked.closes_at");
  to.points_possible = from.points_possible();
  to.shuffle_seed = from.shuffle_seed();
  return to;
}

void put(const QuestionRevealed& from, pb::QuestionRevealed& to) {
  to.set_number(from.number);
  for (const OptionIndex option : from.key) to.add_key(option);
  to.set_numeric_key_micros(from.numeric_key_micros);
  to.set_numeric_tolerance_micros(from.numeric_tolerance_micros);
  for (const std::uint32_t count : from.picks_by_option) to.add_picks_by_option(count);
  for (const NumericCount& pick : from.numeric_picks) {
    auto* message = to.add_numeric_picks();
    message->set_micros(pick.micros);
    message->set_count(pick.count);
    message->set_reason(pick.reason);
  }
  for (const std::string& reason : from.reasons) to.add_reasons(reason);
  to.set_answered_count(from.answered_count);
  to.set_right_count(from.right_count);
  to.set_player_count(from.player_count);
  to.set_explanation(from.explanation);
  for (const NoteShown& note : from.notes) {
    auto* message = to.add_notes();
    message->set_text(note.text);
    message->set_as_of(note.as_of);
    message->set_as_of_date(note.as_of_date);
    message->set_lines(note.lines);
  }
  to.set_continues_at_micros(micros(from.continues_at));
}

QuestionRevealed take(const pb::QuestionRevealed& from, Check& check) {
  QuestionRevealed to;
  to.number = bounded(from.number(), 1, questions_per_match_max, "revealed.number", check);
  constexpr auto per_option_max = static_cast<int>(options_max);
  check.that(from.key_size() <= per_option_max && from.picks_by_option_size() <= per_option_max &&
                 from.reasons_size() <= per_option_max && from.numeric_picks_size() <= per_option_max &&
                 from.notes_size() <= static_cast<int>(notes_per_question_max),
             "revealed");
  if (!check.ok()) return to;
  for (const std::uint32_t option : from.key()) to.key.push_back(option_index(option, "revealed.key", check));
  to.numeric_key_micros = from.numeric_key_micros();
  to.numeric_tolerance_micros = from.numeric_tolerance_micros();
  to.picks_by_option.assign(from.picks_by_option().begin(), from.picks_by_option().end());
  for (const auto& pick : from.numeric_picks()) {
    to.numeric_picks.push_back(
        {pick.micros(), pick.count(), text(pick.reason(), text_bytes_max, "revealed.numeric", check)});
  }
  for (const std::string& reason : from.reasons())
    to.reasons.push_back(text(reason, text_bytes_max, "revealed.reasons", check));
  to.answered_count = from.answered_count();
  to.right_count = from.right_count();
  to.player_count = from.player_count();
  to.explanation = text(from.explanation(), text_bytes_max, "revealed.explanation", check);
  for (const auto& note : from.notes()) to.notes.push_back(take(note, check));
  to.continues_at = instant(from.continues_at_micros(), "revealed.continues_at", check);
  return to;
}

void put(const RankingShown& from, pb::RankingShown& to) {
  to.set_after_question(from.after_question);
  for (const RankingRow& row : from.rows) put(row, *to.add_rows());
  to.set_player_count(from.player_count);
  to.set_continues_at_micros(micros(from.continues_at));
}

RankingShown take(const pb::RankingShown& from, Check& check) {
  return {bounded(from.after_question(), 0, questions_per_match_max, "ranking.after_question", check),
          take_rows(from.rows(), check), from.player_count(),
          instant(from.continues_at_micros(), "ranking.continues_at", check)};
}

void put(const MatchFinished& from, pb::MatchFinished& to) {
  for (const RankingRow& row : from.rows) put(row, *to.add_rows());
  to.set_player_count(from.player_count);
  to.set_question_count(from.question_count);
  to.set_fastest_seat(from.fastest_seat.value);
  to.set_fastest_tenths(from.fastest_tenths);
  to.set_streak_seat(from.streak_seat.value);
  to.set_streak_length(from.streak_length);
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
}

AnswerLocked take(const pb::AnswerLocked& from, Check& check) {
  return {bounded(from.question_number(), 1, questions_per_match_max, "locked.question_number", check),
          take(from.answer(), check), from.answer_tenths()};
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
}

Snapshot take(const pb::Snapshot& from, Check& check) {
  Snapshot to;
  to.sequence = from.sequence();
  to.settings = take(from.settings(), check);
  to.phase = plain_enum(from.phase(), Phase::Finished, "snapshot.phase", check);
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
  return to;
}

}  // namespace certamen::wire::codec
