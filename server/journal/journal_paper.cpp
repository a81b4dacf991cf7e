#include <algorithm>
#include <set>

#include "server/journal/journal_parts.hpp"

namespace certamen::journal {
namespace {

using wire::codec::Check;

void put(const exam::LocalText& from, pb::Text& to) {
  to.set_en(from.in(wire::Language::English));
  to.set_es(from.in(wire::Language::Spanish));
}
exam::LocalText take(const pb::Text& from, Check& check) {
  return {{wire::codec::text(from.en(), wire::text_bytes_max, "question.text", check),
           wire::codec::text(from.es(), wire::text_bytes_max, "question.text", check)}};
}

void put(const exam::Question& from, pb::Question& to) {
  to.set_id(from.id);
  to.set_kind(wire::codec::schema_enum<certamen::v1::QuestionKind>(from.kind));
  to.set_domain(wire::codec::schema_enum<certamen::v1::ExamDomain>(from.domain));
  to.set_difficulty(from.difficulty);
  to.set_seconds(from.seconds);
  put(from.topic_title, *to.mutable_topic_title());
  put(from.prompt, *to.mutable_prompt());
  for (const exam::Option& option : from.options) {
    auto* message = to.add_options();
    put(option.text, *message->mutable_text());
    put(option.reason, *message->mutable_reason());
    message->set_right(option.right);
  }
  to.set_numeric_micros(from.numeric.micros);
  to.set_numeric_tolerance_micros(from.numeric.tolerance_micros);
  put(from.numeric.unit, *to.mutable_numeric_unit());
  for (const exam::NumericMistake& mistake : from.numeric.mistakes) {
    auto* message = to.add_numeric_mistakes();
    message->set_micros(mistake.micros);
    put(mistake.reason, *message->mutable_reason());
  }
  put(from.explanation, *to.mutable_explanation());
  for (const exam::Note& note : from.notes) {
    auto* message = to.add_notes();
    put(note.text, *message->mutable_text());
    put(note.as_of, *message->mutable_as_of());
    message->set_as_of_date(note.as_of_date);
    message->set_lines(note.lines);
  }
  for (const exam::LocalText& match : from.matches) put(match, *to.add_matches());
  for (const wire::OptionIndex index : from.arrangement) to.add_arrangement(index);
  for (const std::string& spelling : from.text.accepted) to.add_accepted_spellings(spelling);
  for (const exam::TextMistake& mistake : from.text.mistakes) {
    auto* message = to.add_text_mistakes();
    message->set_spelling(mistake.spelling);
    put(mistake.reason, *message->mutable_reason());
  }
  to.set_only_in(wire::codec::optional_schema_enum<certamen::v1::Language>(from.only_in));
}

exam::NumericKey take_numeric(const pb::Question& from, Check& check) {
  exam::NumericKey to;
  to.micros = from.numeric_micros();
  to.tolerance_micros = from.numeric_tolerance_micros();
  // The distance between the key and any answer must be a number.
  check.that(to.micros >= -wire::numeric_micros_max && to.micros <= wire::numeric_micros_max, "question.numeric");
  check.that(to.tolerance_micros >= 0, "question.numeric");
  to.unit = take(from.numeric_unit(), check);
  for (const auto& mistake : from.numeric_mistakes())
    to.mistakes.push_back({mistake.micros(), take(mistake.reason(), check)});
  return to;
}

std::vector<exam::Option> take_options(const pb::Question& from, Check& check) {
  std::vector<exam::Option> to;
  for (const auto& option : from.options()) {
    to.push_back({take(option.text(), check), take(option.reason(), check), option.right()});
  }
  check.that(to.size() <= wire::options_max, "question.options");
  return to;
}

std::vector<exam::LocalText> take_matches(const pb::Question& from, Check& check) {
  std::vector<exam::LocalText> to;
  for (const auto& match : from.matches()) to.push_back(take(match, check));
  check.that(to.size() <= wire::options_max, "question.matches");
  return to;
}

exam::TextKey take_text(const pb::Question& from, Check& check) {
  exam::TextKey to{{from.accepted_spellings().begin(), from.accepted_spellings().end()}, {}};
  for (const auto& mistake : from.text_mistakes())
    to.mistakes.push_back({mistake.spelling(), take(mistake.reason(), check)});
  return to;
}

bool is_order(const std::vector<wire::OptionIndex>& arrangement, std::size_t option_count) {
  std::set<wire::OptionIndex> places(arrangement.begin(), arrangement.end());
  return arrangement.size() == option_count && places.size() == option_count && *places.rbegin() < option_count;
}

// Whether the question can be graded: its kind has the key that grading relies on.
bool has_key(const exam::Question& question) {
  const std::size_t count = question.options.size();
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse:
      return std::any_of(question.options.begin(), question.options.end(),
                         [](const exam::Option& option) { return option.right; });
    case wire::QuestionKind::Numeric: return true;
    case wire::QuestionKind::Ordering: return count > 0 && is_order(question.arrangement, count);
    case wire::QuestionKind::Matching:
      return count > 0 && question.arrangement.size() == count &&
             std::all_of(question.arrangement.begin(), question.arrangement.end(),
                         [&question](wire::OptionIndex match) { return match < question.matches.size(); });
    case wire::QuestionKind::ShortText: return !question.text.accepted.empty();
  }
  return false;
}

exam::Question take(const pb::Question& from, Check& check) {
  exam::Question to;
  to.id = from.id();
  to.kind = wire::codec::plain_enum(from.kind(), wire::QuestionKind::ShortText, "question.kind", check);
  to.domain = wire::codec::plain_enum(from.domain(), wire::ExamDomain::General, "question.domain", check);
  to.difficulty = wire::codec::bounded(from.difficulty(), 1, 5, "question.difficulty", check);
  to.seconds = from.seconds();
  to.topic_title = take(from.topic_title(), check);
  to.prompt = take(from.prompt(), check);
  to.options = take_options(from, check);
  to.matches = take_matches(from, check);
  for (const std::uint32_t index : from.arrangement()) {
    to.arrangement.push_back(static_cast<wire::OptionIndex>(
        wire::codec::bounded(index, 0, wire::options_max - 1, "question.arrangement", check)));
  }
  to.text = take_text(from, check);
  to.numeric = take_numeric(from, check);
  to.explanation = take(from.explanation(), check);
  for (const auto& note : from.notes()) {
    to.notes.push_back({take(note.text(), check), take(note.as_of(), check), note.as_of_date(), note.lines()});
  }
  to.only_in = wire::codec::optional_plain_enum(from.only_in(), wire::Language::Spanish, "question.only_in", check);
  check.that(has_key(to), "question.key");
  return to;
}

}  // namespace

void put(const exam::Paper& from, pb::PaperDrawn& to) {
  for (const exam::Question& question : from.questions) put(question, *to.add_questions());
}

exam::Paper take(const pb::PaperDrawn& from, Check& check) {
  exam::Paper to;
  check.that(static_cast<std::size_t>(from.questions_size()) <= wire::questions_per_match_max, "paper.questions");
  for (const auto& question : from.questions()) to.questions.push_back(take(question, check));
  return to;
}

}  // namespace certamen::journal
