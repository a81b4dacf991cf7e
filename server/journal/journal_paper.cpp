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

std::vector<exam::Option> take_options(const pb::Question& from, wire::QuestionKind kind, Check& check) {
  std::vector<exam::Option> to;
  bool any_right = kind == wire::QuestionKind::Numeric;
  for (const auto& option : from.options()) {
    to.push_back({take(option.text(), check), take(option.reason(), check), option.right()});
    any_right = any_right || option.right();
  }
  check.that(any_right && to.size() <= wire::options_max, "question.options");
  return to;
}

exam::Question take(const pb::Question& from, Check& check) {
  exam::Question to;
  to.id = from.id();
  to.kind = wire::codec::plain_enum(from.kind(), wire::QuestionKind::Numeric, "question.kind", check);
  to.domain = wire::codec::plain_enum(from.domain(), wire::ExamDomain::General, "question.domain", check);
  to.difficulty = wire::codec::bounded(from.difficulty(), 1, 5, "question.difficulty", check);
  to.seconds = from.seconds();
  to.topic_title = take(from.topic_title(), check);
  to.prompt = take(from.prompt(), check);
  to.options = take_options(from, to.kind, check);
  to.numeric = take_numeric(from, check);
  to.explanation = take(from.explanation(), check);
  for (const auto& note : from.notes()) {
    to.notes.push_back({take(note.text(), check), take(note.as_of(), check), note.as_of_date(), note.lines()});
  }
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
