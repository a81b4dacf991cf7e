#include "content/generate/questions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "content/model/limits.hpp"

namespace certamen::content {
namespace {

struct Drawing {
  const Comparison& comparison;
  const ColumnNotes& notes;
  Findings& findings;

  [[nodiscard]] const Column& column() const { return *comparison.column; }

  void finish(Question& question, const Entries& told, const std::vector<Sentence>& sentences) const {
    question.notes = notes.citing(told);
    question.explanation = explanation(question, sentences, findings);
  }

  [[nodiscard]] std::vector<Sentence> about(const Entry& key) const {
    return {{key.fact, false}, {key.because, true}, {column().why.value_or(Text{}), true}};
  }

  [[nodiscard]] Question choice(const Entry& key, std::string_view kind, const Text& prompt, const Entries& shown) const {
    Question question = question_of(comparison, key.row->id.text + "-" + std::string(kind), Kind::Single);
    question.prompt = prompt;
    Choice choice;
    choice.place = key.row->place;
    for (const Entry* entry : shown) {
      const bool right = entry == &key;
      choice.options.push_back(Option{kind == "value" ? entry->option : entry->row->name,
                                      right ? reason_of(*entry) : entry->fact, right, key.row->place});
    }
    question.body = std::move(choice);
    finish(question, {&key}, about(key));
    return question;
  }

  [[nodiscard]] std::vector<Question> values() const {
    std::vector<Question> questions;
    for (const Entry& key : comparison.entries) {
      const Entries shown = values_to_choose(comparison, key, id_of(comparison, key.row->id.text + "-value"));
      if (shown.empty()) continue;
      questions.push_back(choice(key, "value", sentence(*column().ask_value, key.row, nullptr), shown));
    }
    return questions;
  }

  [[nodiscard]] std::vector<Question> rows() const {
    std::vector<Question> questions;
    for (const Entry& key : comparison.entries) {
      const Entries shown = rows_to_choose(comparison, key, id_of(comparison, key.row->id.text + "-row"));
      if (shown.empty()) continue;
      questions.push_back(choice(key, "row", sentence(*column().ask_row, nullptr, &key.value), shown));
    }
    return questions;
  }

  [[nodiscard]] std::vector<Question> numbers() const {
    std::vector<Question> questions;
    for (const Entry& key : comparison.entries) {
      Question question = question_of(comparison, key.row->id.text + "-number", Kind::Numeric);
      question.prompt = sentence(*column().ask_number, key.row, nullptr);
      Number number;
      number.micros = key.micros;
      number.unit = column().unit;
      number.place = key.row->place;
      for (const Entry& other : comparison.entries) {
        const bool listed = std::any_of(number.mistakes.begin(), number.mistakes.end(),
                                        [&](const NumericMistake& mistake) { return mistake.micros == other.micros; });
        if (listed || other.micros == key.micros || number.mistakes.size() == mistakes_rule.max) continue;
        number.mistakes.push_back(NumericMistake{other.micros, other.fact, other.row->place});
      }
      question.body = std::move(number);
      finish(question, {&key}, about(key));
      questions.push_back(std::move(question));
    }
    return questions;
  }

  // An order and pairs ask for the whole comparison, so that the list explains them.
  void finish_arranged(Question& question, const Entries& rows) const {
    Entries told = rows;
    told.resize(std::min(told.size(), citations_rule.max));
    const Listing list = listing(comparison, rows, explanation_rule.characters_max);
    // A list that had to be cut says less than the author's sentence; the reasons tell each value anyway.
    const Sentence why{column().why.value_or(Text{}), false};
    const Sentence values{list.text, false};
    const bool whole = list.count == rows.size() || !column().why;
    finish(question, told, whole ? std::vector{values, why} : std::vector{why});
  }

  [[nodiscard]] std::vector<Question> orders() const {
    const Entries rows = rows_to_arrange(comparison, id_of(comparison, "order"));
    if (rows.empty()) return {};
    Question question = question_of(comparison, "order", Kind::Ordering);
    question.prompt = *column().ask_order;
    Ordering ordering;
    for (const Entry* entry : rows) ordering.items.push_back(Item{entry->row->name, entry->fact});
    question.body = std::move(ordering);
    finish_arranged(question, rows);
    return {question};
  }

  [[nodiscard]] std::vector<Question> matches() const {
    const Entries rows = rows_to_arrange(comparison, id_of(comparison, "match"));
    if (rows.empty()) return {};
    Question question = question_of(comparison, "match", Kind::Matching);
    question.prompt = *column().ask_match;
    Matching matching;
    for (const Entry* entry : rows) matching.pairs.push_back(Pair{entry->row->name, entry->option, reason_of(*entry)});
    question.body = std::move(matching);
    finish_arranged(question, rows);
    return {question};
  }
};

}  // namespace

Question question_of(const Comparison& comparison, std::string_view rest, Kind kind) {
  const Table& table = *comparison.table;
  const Column& column = *comparison.column;
  Question question;
  question.id = Words{id_of(comparison, rest), column.place};
  question.kind = kind;
  question.difficulty = column.difficulty;
  question.origin = Origin::Table;
  question.drawn = Drawn{table.id.text, column.id.text, table.path};
  question.place = column.place;
  return question;
}

Text explanation(const Question& question, const std::vector<Sentence>& sentences, Findings& findings) {
  Text whole;
  for (const Sentence& sentence : sentences) {
    if (sentence.text.en.text.empty() && sentence.text.es.text.empty()) continue;
    if (whole.en.text.empty()) whole = in_each_language(sentence.text, [](Language) { return std::string(); });
    Text longer = joined(whole, sentence.text);
    if (whole.en.text.empty() || fits(longer, explanation_rule.characters_max)) {
      whole = std::move(longer);
    } else if (sentence.own) {
      const Place place{sentence.text.en.place.line, question.id.text + ".explanation"};
      findings.warning(place, fmt::format("leaves out '{}', which makes it longer than {} characters; shorten one of its "
                                          "sentences",
                                          sentence.text.en.text, explanation_rule.characters_max));
    }
  }
  return whole;
}

Text reason_of(const Entry& entry) {
  if (entry.because.en.text.empty()) return entry.fact;
  Text both = joined(entry.fact, entry.because);
  return fits(both, reason_rule.characters_max) ? both : entry.fact;
}

std::vector<Question> questions_of(const Comparison& comparison, const ColumnNotes& notes, Findings& findings) {
  const Drawing drawing{comparison, notes, findings};
  const Column& column = *comparison.column;
  struct Wish {
    const std::optional<Text>& pattern;
    std::string_view key;
    std::vector<Question> (Drawing::*draw)() const;
    std::string_view needs;
  };
  const Wish wishes[] = {
      {column.ask_value, "ask_value", &Drawing::values, "three values that exclude each other"},
      {column.ask_row, "ask_row", &Drawing::rows, "a value that only one row has, and two rows with others"},
      {column.ask_number, "ask_number", &Drawing::numbers, "a row with a value"},
      {column.ask_order, "ask_order", &Drawing::orders, "three rows with different values"},
      {column.ask_match, "ask_match", &Drawing::matches, "three rows whose values exclude each other"},
  };
  std::vector<Question> questions;
  for (const Wish& wish : wishes) {
    if (!wish.pattern) continue;
    std::vector<Question> drawn = (drawing.*wish.draw)();
    if (drawn.empty()) {
      findings.warning(
          wish.pattern->en.place,
          fmt::format("draws no question: it needs {}; change the cells or take '{}' out", wish.needs, wish.key));
    }
    std::move(drawn.begin(), drawn.end(), std::back_inserter(questions));
  }
  return questions;
}

}  // namespace certamen::content
