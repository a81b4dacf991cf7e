#include "server/bank/load_question.hpp"

#include <fmt/core.h>

#include <utility>

#include "server/bank/allowed_seconds.hpp"
#include "server/bank/connection.hpp"
#include "server/bank/names.hpp"
#include "server/bank/statement.hpp"

namespace certamen::bank {
namespace {

// Where a row's parts are missing the file was not written by certamen-bank.
wire::Result<void> complete(const Statement& rows, bool found, std::string_view what) {
  if (rows.fault()) return tl::unexpected(*rows.fault());
  if (!found) return wire::fault(fmt::format("has no {}", what));
  return {};
}

wire::Result<void> load_notes(Connection& database, std::int64_t number, exam::Question& question) {
  Statement rows(database,
                 "SELECT notes.text_en, notes.text_es, as_of_en, as_of_es, as_of_date, lines FROM question_notes "
                 "JOIN notes ON notes.number = question_notes.note WHERE question = ? ORDER BY question_notes.position");
  rows.bind(1, number);
  while (rows.next()) {
    question.notes.push_back(exam::Note{rows.local_text(0), rows.local_text(2), rows.text(4), rows.text(5)});
  }
  return complete(rows, true, "notes");
}

wire::Result<void> load_options(Connection& database, std::int64_t number, exam::Question& question) {
  Statement rows(database,
                 "SELECT text_en, text_es, reason_en, reason_es, correct FROM options WHERE question = ? ORDER BY position");
  rows.bind(1, number);
  while (rows.next()) {
    question.options.push_back(exam::Option{rows.local_text(0), rows.local_text(2), rows.integer(4) != 0});
  }
  return complete(rows, !question.options.empty(), "options");
}

wire::Result<void> load_statement(Connection& database, std::int64_t number, exam::Question& question) {
  Statement rows(database, "SELECT reason_en, reason_es, holds FROM statements WHERE question = ?");
  rows.bind(1, number);
  const bool found = rows.next();
  if (found) {
    const exam::LocalText reason = rows.local_text(0);
    const bool holds = rows.integer(2) != 0;
    // The right choice needs no reason of its own: the explanation is it.
    question.options = {
        exam::Option{exam::LocalText{{"True", "Verdadero"}}, holds ? question.explanation : reason, holds},
        exam::Option{exam::LocalText{{"False", "Falso"}}, holds ? reason : question.explanation, !holds},
    };
  }
  return complete(rows, found, "statement");
}

wire::Result<void> load_number(Connection& database, std::int64_t number, exam::Question& question) {
  Statement key(database, "SELECT unit_en, unit_es, micros, tolerance_micros FROM numeric_keys WHERE question = ?");
  key.bind(1, number);
  const bool found = key.next();
  if (found) {
    question.numeric.unit = key.local_text(0);
    question.numeric.micros = key.integer(2);
    question.numeric.tolerance_micros = key.integer(3);
  }
  if (auto whole = complete(key, found, "numeric key"); !whole) return whole;
  Statement rows(database, "SELECT reason_en, reason_es, micros FROM numeric_mistakes WHERE question = ? ORDER BY position");
  rows.bind(1, number);
  while (rows.next()) question.numeric.mistakes.push_back(exam::NumericMistake{rows.integer(2), rows.local_text(0)});
  return complete(rows, true, "numeric mistakes");
}

// Items are kept in the right order, each its own place.
wire::Result<void> load_items(Connection& database, std::int64_t number, exam::Question& question) {
  Statement rows(database,
                 "SELECT text_en, text_es, reason_en, reason_es FROM ordering_items WHERE question = ? ORDER BY position");
  rows.bind(1, number);
  while (rows.next()) {
    question.arrangement.push_back(static_cast<wire::OptionIndex>(question.options.size()));
    question.options.push_back(exam::Option{rows.local_text(0), rows.local_text(2), false});
  }
  return complete(rows, !question.options.empty(), "items");
}

wire::Result<void> load_pairs(Connection& database, std::int64_t number, exam::Question& question) {
  Statement rows(database,
                 "SELECT left_en, left_es, right_en, right_es, reason_en, reason_es FROM matching_pairs WHERE question = ? "
                 "ORDER BY position");
  rows.bind(1, number);
  while (rows.next()) {
    question.arrangement.push_back(static_cast<wire::OptionIndex>(question.options.size()));
    question.options.push_back(exam::Option{rows.local_text(0), rows.local_text(4), false});
    question.matches.push_back(rows.local_text(2));
  }
  return complete(rows, !question.options.empty(), "pairs");
}

wire::Result<void> load_spellings(Connection& database, std::int64_t number, exam::Question& question) {
  Statement accepted(database, "SELECT spelling FROM accepted_spellings WHERE question = ? ORDER BY position");
  accepted.bind(1, number);
  while (accepted.next()) question.text.accepted.push_back(accepted.text(0));
  if (auto whole = complete(accepted, !question.text.accepted.empty(), "accepted spelling"); !whole) return whole;
  Statement rows(database,
                 "SELECT reason_en, reason_es, spelling FROM spelling_mistakes WHERE question = ? ORDER BY position");
  rows.bind(1, number);
  while (rows.next()) question.text.mistakes.push_back(exam::TextMistake{rows.text(2), rows.local_text(0)});
  return complete(rows, true, "spelling mistakes");
}

// Of a topic's languages as the bank names them.
std::optional<wire::Language> only_language(std::string_view languages) {
  if (languages == "en") return wire::Language::English;
  if (languages == "es") return wire::Language::Spanish;
  return std::nullopt;
}

wire::Result<void> load_body(Connection& database, std::int64_t number, exam::Question& question) {
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse: return load_options(database, number, question);
    case wire::QuestionKind::TrueFalse: return load_statement(database, number, question);
    case wire::QuestionKind::Numeric: return load_number(database, number, question);
    case wire::QuestionKind::Ordering: return load_items(database, number, question);
    case wire::QuestionKind::Matching: return load_pairs(database, number, question);
    case wire::QuestionKind::ShortText: return load_spellings(database, number, question);
  }
  return {};
}

}  // namespace

wire::Result<exam::Question> load_question(Connection& database, const std::string& id) {
  Statement row(database,
                "SELECT prompt_en, prompt_es, explanation_en, explanation_es, title_en, title_es, number, kind, "
                "questions.domain, difficulty, seconds, languages FROM questions JOIN topics ON topics.id = topic WHERE "
                "questions.id = ?");
  row.bind(1, id);
  const bool found = row.next();
  if (auto whole = complete(row, found, "such question"); !whole) return tl::unexpected(whole.error());
  const auto kind = playable_kind(row.text(7));
  const auto domain = domain_named(row.text(8));
  if (!kind || !domain) return wire::fault("has a kind or domain that this program does not know");

  exam::Question question;
  question.id = id;
  question.kind = *kind;
  question.domain = *domain;
  question.prompt = row.local_text(0);
  question.explanation = row.local_text(2);
  question.topic_title = row.local_text(4);
  question.only_in = only_language(row.text(11));
  question.difficulty = static_cast<std::uint32_t>(row.integer(9));
  const std::int64_t number = row.integer(6);
  if (auto body = load_body(database, number, question); !body) return tl::unexpected(body.error());
  if (question.options.size() > wire::options_max) return wire::fault("has more options than a board can show");
  if (auto notes = load_notes(database, number, question); !notes) return tl::unexpected(notes.error());
  const auto seconds = static_cast<std::uint32_t>(row.integer(10));
  question.seconds = seconds > 0 ? seconds : allowed_seconds(question);
  return question;
}

}  // namespace certamen::bank
