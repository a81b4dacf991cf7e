#include <algorithm>

#include "server/exam/fold.hpp"
#include "server/room/room.hpp"

namespace certamen::room {
namespace {

// What was given to a question that is answered in one's own words, counted.
struct Tally {
  std::map<std::int64_t, std::uint32_t> numbers;
  std::map<std::string, std::uint32_t> texts;
};

template <class Counts>
void most_frequent_first(Counts& counts) {
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  if (counts.size() > wire::options_max) counts.resize(wire::options_max);
}

// With the author's word on the known mistakes.
std::vector<wire::NumericCount> count_numbers(const Tally& tally, const exam::NumericKey& key, wire::Language language) {
  std::vector<wire::NumericCount> counts;
  for (const auto& [micros, count] : tally.numbers) {
    wire::NumericCount entry{micros, count, {}};
    for (const exam::NumericMistake& mistake : key.mistakes) {
      if (mistake.micros == micros) entry.reason = mistake.reason.in(language);
    }
    counts.push_back(std::move(entry));
  }
  most_frequent_first(counts);
  return counts;
}

std::vector<wire::TextCount> count_texts(const Tally& tally, const exam::TextKey& key, wire::Language language) {
  std::vector<wire::TextCount> counts;
  for (const auto& [text, count] : tally.texts) {
    wire::TextCount entry{text, count, {}};
    for (const exam::TextMistake& mistake : key.mistakes) {
      if (exam::folded(mistake.spelling) == text) entry.reason = mistake.reason.in(language);
    }
    counts.push_back(std::move(entry));
  }
  most_frequent_first(counts);
  return counts;
}

void count(const exam::Question& question, const Given& given, std::vector<std::uint32_t>& picks_by_option, Tally& tally) {
  if (const auto* choice = std::get_if<wire::ChoiceAnswer>(&given.answer)) {
    for (const wire::OptionIndex option : choice->options) ++picks_by_option[option];
  } else if (const auto* number = std::get_if<wire::NumericAnswer>(&given.answer)) {
    ++tally.numbers[number->micros];
  } else if (std::holds_alternative<wire::TextAnswer>(given.answer)) {
    ++tally.texts[given.folded];
  } else {
    for (const wire::OptionIndex option : exam::options_in_place(question, given.answer)) ++picks_by_option[option];
  }
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

wire::QuestionRevealed Room::revealed(std::uint32_t number, wire::Language language) const {
  const exam::Question& subject = question(number);
  wire::QuestionRevealed fact;
  fact.number = number;
  tell_key(subject, language, fact);
  fact.picks_by_option.resize(subject.options.size());
  Tally tally;
  for (const auto* group : {&members_, &removed_}) {
    for (const auto& [id, member] : *group) {
      if (!member.plays || member.first_question > number || member.given.size() < number) continue;
      ++fact.player_count;
      const std::optional<Given>& given = member.given[number - 1];
      if (!given) continue;
      ++fact.answered_count;
      if (given->right()) ++fact.right_count;
      count(subject, *given, fact.picks_by_option, tally);
    }
  }
  fact.voided = rulings_[number - 1].voided;
  fact.key_corrected = rulings_[number - 1].key_corrected;
  fact.numeric_picks = count_numbers(tally, subject.numeric, language);
  fact.text_picks = count_texts(tally, subject.text, language);
  const auto* revealing = std::get_if<Revealing>(&phase_);
  if (number == number_ && revealing != nullptr) fact.continues_at = revealing->continues_at.value_or(wire::Instant{});
  return fact;
}

}  // namespace certamen::room
