#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

OptionIndex option_index(std::uint32_t value, std::string_view field, Check& check) {
  return static_cast<OptionIndex>(bounded(value, 0, options_max - 1, field, check));
}

NoteShown take(const pb::NoteShown& from, Check& check) {
  return {text(from.text(), text_bytes_max, "note.text", check), text(from.as_of(), text_bytes_max, "note.as_of", check),
          text(from.as_of_date(), 16, "note.as_of_date", check), text(from.lines(), 128, "note.lines", check)};
}

}  // namespace

void put(const QuestionAnnounced& from, pb::QuestionAnnounced& to) {
  to.set_number(from.number);
  to.set_total(from.total);
  to.set_kind(schema_enum<pb::QuestionKind>(from.kind));
  to.set_domain(schema_enum<pb::ExamDomain>(from.domain));
  to.set_difficulty(from.difficulty);
  to.set_topic_title(from.topic_title);
  to.set_prompt(from.prompt);
  to.set_opens_at_micros(micros(from.opens_at));
  to.set_only_in(optional_schema_enum<pb::Language>(from.only_in));
}

QuestionAnnounced take(const pb::QuestionAnnounced& from, Check& check) {
  QuestionAnnounced to;
  to.number = bounded(from.number(), 1, questions_per_match_max, "announced.number", check);
  to.total = bounded(from.total(), to.number, questions_per_match_max, "announced.total", check);
  to.kind = plain_enum(from.kind(), QuestionKind::ShortText, "announced.kind", check);
  to.domain = plain_enum(from.domain(), ExamDomain::General, "announced.domain", check);
  to.difficulty = bounded(from.difficulty(), 1, 5, "announced.difficulty", check);
  to.topic_title = text(from.topic_title(), text_bytes_max, "announced.topic_title", check);
  to.prompt = text(from.prompt(), text_bytes_max, "announced.prompt", check);
  to.opens_at = instant(from.opens_at_micros(), "announced.opens_at", check);
  to.only_in = optional_plain_enum(from.only_in(), Language::Spanish, "announced.only_in", check);
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
  for (const std::string& match : from.matches) to.add_matches(match);
  to.set_vote(vote_said(from.vote));
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
  check.that(static_cast<std::size_t>(from.matches_size()) <= options_max, "asked.matches");
  for (const std::string& match : from.matches()) to.matches.push_back(text(match, text_bytes_max, "asked.matches", check));
  to.vote = vote(from.vote(), "asked.vote", check);
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
  for (const std::string& spelling : from.text_key) to.add_text_key(spelling);
  for (const TextCount& pick : from.text_picks) {
    auto* message = to.add_text_picks();
    message->set_text(pick.text);
    message->set_count(pick.count);
    message->set_reason(pick.reason);
  }
  to.set_voided(from.voided);
  to.set_key_corrected(from.key_corrected);
  for (const std::uint32_t count : from.first_picks_by_option) to.add_first_picks_by_option(count);
  to.set_first_answered_count(from.first_answered_count);
  to.set_first_right_count(from.first_right_count);
  to.set_unscored(from.unscored);
}

QuestionRevealed take(const pb::QuestionRevealed& from, Check& check) {
  QuestionRevealed to;
  to.number = bounded(from.number(), 1, questions_per_match_max, "revealed.number", check);
  constexpr auto per_option_max = static_cast<int>(options_max);
  check.that(from.key_size() <= per_option_max && from.picks_by_option_size() <= per_option_max &&
                 from.first_picks_by_option_size() <= per_option_max && from.reasons_size() <= per_option_max &&
                 from.numeric_picks_size() <= per_option_max &&
                 from.notes_size() <= static_cast<int>(notes_per_question_max) &&
                 from.text_key_size() <= static_cast<int>(spellings_max) && from.text_picks_size() <= per_option_max,
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
  for (const std::string& spelling : from.text_key()) {
    to.text_key.push_back(text(spelling, text_answer_bytes_max, "revealed.text_key", check));
  }
  for (const auto& pick : from.text_picks()) {
    to.text_picks.push_back({text(pick.text(), text_answer_bytes_max, "revealed.text", check), pick.count(),
                             text(pick.reason(), text_bytes_max, "revealed.text", check)});
  }
  to.voided = from.voided();
  to.key_corrected = from.key_corrected();
  to.first_picks_by_option.assign(from.first_picks_by_option().begin(), from.first_picks_by_option().end());
  to.first_answered_count = from.first_answered_count();
  to.first_right_count = from.first_right_count();
  to.unscored = from.unscored();
  return to;
}

}  // namespace certamen::wire::codec
