#include "server/journal/journal_parts.hpp"

namespace certamen::journal {
namespace {

using wire::codec::Check;

void put(const exam::LocalText& from, pb::Text& to) {
  to.set_en(from.in(wire::Language::English));
  to.set_es(from.in(wire::Language::Spanish));
}
exam::LocalText take(const pb::Text& from) {
  return {{from.en(), from.es()}};
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

exam::Question take(const pb::Question& from, Check& check) {
  exam::Question to;
  to.id = from.id();
  to.kind = wire::codec::plain_enum(from.kind(), wire::QuestionKind::Numeric, "question.kind", check);
  to.domain = wire::codec::plain_enum(from.domain(), wire::ExamDomain::CostOptimized, "question.domain", check);
  to.difficulty = from.difficulty();
  to.seconds = from.seconds();
  to.topic_title = take(from.topic_title());
  to.prompt = take(from.prompt());
  for (const auto& option : from.options()) {
    to.options.push_back({take(option.text()), take(option.reason()), option.right()});
  }
  to.numeric.micros = from.numeric_micros();
  to.numeric.tolerance_micros = from.numeric_tolerance_micros();
  to.numeric.unit = take(from.numeric_unit());
  for (const auto& mistake : from.numeric_mistakes())
    to.numeric.mistakes.push_back({mistake.micros(), take(mistake.reason())});
  to.explanation = take(from.explanation());
  for (const auto& note : from.notes()) {
    to.notes.push_back({take(note.text()), take(note.as_of()), note.as_of_date(), note.lines()});
  }
  return to;
}

}  // namespace

void put(const exam::Paper& from, pb::PaperDrawn& to) {
  for (const exam::Question& question : from.questions) put(question, *to.add_questions());
}

exam::Paper take(const pb::PaperDrawn& from, Check& check) {
  exam::Paper to;
  for (const auto& question : from.questions()) to.questions.push_back(take(question, check));
  return to;
}

}  // namespace certamen::journal
