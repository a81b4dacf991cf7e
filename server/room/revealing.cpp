#include <algorithm>

#include "server/exam/fold.hpp"
#include "server/room/room.hpp"
#include "server/room/tally.hpp"

namespace certamen::room {
namespace {

// With the author's word on the known mistakes.
std::vector<wire::NumericCount> numeric_picks(const Tally& tally, const exam::NumericKey& key, wire::Language language) {
  std::vector<wire::NumericCount> picks = tally.numeric_picks();
  for (wire::NumericCount& pick : picks) {
    for (const exam::NumericMistake& mistake : key.mistakes) {
      if (mistake.micros == pick.micros) pick.reason = mistake.reason.in(language);
    }
  }
  return picks;
}

std::vector<wire::TextCount> text_picks(const Tally& tally, const exam::TextKey& key, wire::Language language) {
  std::vector<wire::TextCount> picks = tally.text_picks();
  for (wire::TextCount& pick : picks) {
    for (const exam::TextMistake& mistake : key.mistakes) {
      if (exam::folded(mistake.spelling) == pick.text) pick.reason = mistake.reason.in(language);
    }
  }
  return picks;
}

// Of orders and matches, who has each option in its right place.
void count(const exam::Question& question, const Given& given, Tally& tally) {
  const bool placed =
      std::holds_alternative<wire::OrderAnswer>(given.answer) || std::holds_alternative<wire::MatchAnswer>(given.answer);
  if (!placed) return tally.count(given.answer, given.folded);
  for (const wire::OptionIndex option : exam::options_in_place(question, given.answer)) ++tally.picks_by_option[option];
}

// The key and what the author says about it.
void tell_key(const exam::Question& question, wire::Language language, wire::QuestionRevealed& fact) {
  fact.key = question.arrangement;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right) fact.key.push_back(static_cast<wire::OptionIndex>(i));
    fact.reasons.push_back(question.options[i].reason.in(language));
  }
  fact.numeric_key_micros = question.numeric.micros;
  fact.numeric_tolerance_micros = question.numeric.tolerance_micros;
  for (const std::string& spelling : question.text.accepted) {
    const bool shown = spelling.size() <= wire::text_answer_bytes_max && fact.text_key.size() < wire::spellings_max;
    if (shown) fact.text_key.push_back(spelling);
  }
  fact.explanation = question.explanation.in(language);
  for (const exam::Note& note : question.notes) {
    if (fact.notes.size() == wire::notes_per_question_max) break;
    fact.notes.push_back({note.text.in(language), note.as_of.in(language), note.as_of_date, note.lines});
  }
}

}  // namespace

AnswersGiven Room::answers_given(std::uint32_t number) const {
  const exam::Question& subject = question(number);
  AnswersGiven answers{Tally(subject.options.size())};
  for (const auto* group : {&members_, &removed_}) {
    for (const auto& [id, member] : *group) {
      if (!member.plays || member.first_question > number || member.given.size() < number) continue;
      ++answers.player_count;
      const std::optional<Given>& given = member.given[number - 1];
      if (!given) continue;
      ++answers.answered_count;
      if (given->right()) ++answers.right_count;
      count(subject, *given, answers.tally);
    }
  }
  return answers;
}

wire::QuestionRevealed Room::revealed(std::uint32_t number, wire::Language language) const {
  return revealed(number, language, answers_given(number));
}

wire::QuestionRevealed Room::revealed(std::uint32_t number, wire::Language language, const AnswersGiven& answers) const {
  const exam::Question& subject = question(number);
  wire::QuestionRevealed fact;
  fact.number = number;
  tell_key(subject, language, fact);
  fact.player_count = answers.player_count;
  fact.answered_count = answers.answered_count;
  fact.right_count = answers.right_count;
  const Tally& tally = answers.tally;
  fact.voided = rulings_[number - 1].voided;
  fact.unscored = rulings_[number - 1].unscored;
  fact.key_corrected = rulings_[number - 1].key_corrected;
  fact.picks_by_option = tally.picks_by_option;
  fact.numeric_picks = numeric_picks(tally, subject.numeric, language);
  fact.text_picks = text_picks(tally, subject.text, language);
  if (votes_twice()) count_first_votes(fact);
  const auto* revealing = std::get_if<Revealing>(&phase_);
  if (number == number_ && revealing != nullptr) fact.continues_at = revealing->continues_at.value_or(wire::Instant{});
  return fact;
}

void Room::count_first_votes(wire::QuestionRevealed& fact) const {
  const exam::Question& subject = question(fact.number);
  Tally tally(subject.options.size());
  for (const auto* group : {&members_, &removed_}) {
    for (const auto& [id, member] : *group) {
      if (member.first_votes.size() < fact.number || !member.first_votes[fact.number - 1]) continue;
      const Given& first = *member.first_votes[fact.number - 1];
      ++fact.first_answered_count;
      if (first.right()) ++fact.first_right_count;
      count(subject, first, tally);
    }
  }
  fact.first_picks_by_option = tally.picks_by_option;
}

}  // namespace certamen::room
