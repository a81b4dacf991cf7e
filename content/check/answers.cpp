#include "content/check/answers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "content/check/in_language.hpp"
#include "content/check/rules.hpp"
#include "content/model/measures.hpp"
#include "content/model/month.hpp"
#include "server/bank/allowed_seconds.hpp"

namespace certamen::content {
namespace {

using WordSet = std::set<std::string>;

WordSet words_of(std::string_view text) {
  const std::vector<std::string> words = tokens(text);
  return {words.begin(), words.end()};
}

// Nearly the same words, or nothing beyond them.
bool repeats(const WordSet& told, const WordSet& known) {
  constexpr unsigned likeness_max = 70;
  if (told.empty() || known.empty()) return false;
  return std::includes(known.begin(), known.end(), told.begin(), told.end()) ||
         likeness_percent(told, known) >= likeness_max;
}

void check_reason(const Text& text, const Text& reason, Findings& findings) {
  for (const Language language : both_languages) {
    const Words& told = reason.*language;
    if (!repeats(words_of(told.text), words_of((text.*language).text))) continue;
    findings.report(rules::reason_repeats, told.place, "says again what it is the reason for");
    return;
  }
}

struct Reasons {
  Findings& findings;

  void operator()(const std::monostate&) const {}
  void operator()(const Choice& choice) const {
    for (const Option& option : choice.options) check_reason(option.text, option.reason, findings);
  }
  void operator()(const Ordering& ordering) const {
    for (const Item& item : ordering.items) check_reason(item.text, item.reason, findings);
  }
  void operator()(const Matching& matching) const {
    for (const Pair& pair : matching.pairs) check_reason(pair.right, pair.reason, findings);
  }
  void operator()(const Statement&) const {}
  void operator()(const Number&) const {}
  void operator()(const ShortText&) const {}
};

// The words of the key: of the right options, or of the statement.
WordSet key_words(const Question& question, Language language) {
  if (question.kind == Kind::TrueFalse) return words_of((question.prompt.*language).text);
  WordSet words;
  if (const auto* choice = std::get_if<Choice>(&question.body)) {
    for (const Option& option : choice->options) {
      if (option.correct) words.merge(words_of((option.text.*language).text));
    }
  }
  return words;
}

void check_explanation(const Question& question, Findings& findings) {
  for (const Language language : both_languages) {
    const Words& told = question.explanation.*language;
    if (!repeats(words_of(told.text), key_words(question, language))) continue;
    findings.report(rules::explanation_repeats, told.place, "says no more than the key");
    return;
  }
}

void check_tolerance(const Number& number, Findings& findings) {
  // A tenth is more than any rounding; whoever guesses the order of size must not be right.
  constexpr std::int64_t part_max = 10;
  if (number.micros == 0 || number.tolerance_micros * part_max <= std::abs(number.micros)) return;
  findings.report(rules::tolerance_wide, number.place,
                  fmt::format("accepts {} either way of {}, more than a tenth", decimal_of(number.tolerance_micros),
                              decimal_of(number.micros)));
}

wire::QuestionKind played_as(Kind kind) {
  switch (kind) {
    case Kind::Single: return wire::QuestionKind::SingleChoice;
    case Kind::Multiple: return wire::QuestionKind::MultipleResponse;
    case Kind::TrueFalse: return wire::QuestionKind::TrueFalse;
    case Kind::Numeric: return wire::QuestionKind::Numeric;
    case Kind::Ordering: return wire::QuestionKind::Ordering;
    case Kind::Matching: return wire::QuestionKind::Matching;
    case Kind::ShortText: return wire::QuestionKind::ShortText;
  }
  return wire::QuestionKind::SingleChoice;
}

exam::LocalText local(const Text& text) {
  return exam::LocalText{{text.en.text, text.es.text}};
}

// The server's own measure of reading and thinking, for an author who set the seconds.
void check_time(const Question& question, Findings& findings) {
  if (!question.seconds) return;
  exam::Question asked;
  asked.kind = played_as(question.kind);
  asked.prompt = local(question.prompt);
  if (const auto* choice = std::get_if<Choice>(&question.body)) {
    for (const Option& option : choice->options) {
      asked.options.push_back(exam::Option{local(option.text), {}, option.correct});
    }
  }
  if (const auto* ordering = std::get_if<Ordering>(&question.body)) {
    for (const Item& item : ordering->items) asked.options.push_back(exam::Option{local(item.text), {}, false});
  }
  if (const auto* matching = std::get_if<Matching>(&question.body)) {
    for (const Pair& pair : matching->pairs) {
      asked.options.push_back(exam::Option{local(pair.left), {}, false});
      asked.matches.push_back(local(pair.right));
    }
  }
  const std::uint32_t needed = bank::allowed_seconds(asked);
  if (*question.seconds >= needed) return;
  findings.report(rules::time_short, question.place,
                  fmt::format("allows {} s; reading and thinking take {} s", *question.seconds, needed));
}

int months_of(std::string_view date) {
  const auto digit = [date](std::size_t at) { return date[at] - '0'; };
  return (((digit(0) * 10 + digit(1)) * 10 + digit(2)) * 10 + digit(3)) * 12 + digit(5) * 10 + digit(6);
}

// The file of the topic, or of the table that gave it the note.
const std::string& path_of(const Note& note, const Topic& topic) {
  for (const Question& question : topic.questions) {
    const auto cites = [&note](const Words& id) { return id.text == note.id.text; };
    if (question.drawn && std::any_of(question.notes.begin(), question.notes.end(), cites)) return question.drawn->path;
  }
  return topic.path;
}

}  // namespace

void check_answers(const Question& question, Findings& findings) {
  std::visit(Reasons{findings}, question.body);
  check_explanation(question, findings);
  if (const auto* number = std::get_if<Number>(&question.body)) check_tolerance(*number, findings);
  check_time(question, findings);
}

std::vector<Finding> check_remarks(const std::vector<Topic>& topics, std::string_view month) {
  std::string newest(month);
  for (const Topic& topic : topics) {
    for (const Note& note : topic.notes) {
      if (month.empty() && note.as_of && is_month(note.as_of->date)) newest = std::max(newest, note.as_of->date);
    }
  }
  std::vector<Finding> found;
  for (const Topic& topic : topics) {
    for (const Note& note : topic.notes) {
      if (!note.as_of || !is_month(note.as_of->date)) continue;
      const int age = months_of(newest) - months_of(note.as_of->date);
      const Place& place = note.as_of->text.en.text.empty() ? note.as_of->text.es.place : note.as_of->text.en.place;
      if (age < 0) {
        found.push_back(finding_of(rules::remark_early, Promise{}, path_of(note, topic), place,
                                   fmt::format("is dated {}, after {}", note.as_of->date, newest)));
      } else if (age > remark_months_max) {
        found.push_back(finding_of(rules::remark_stale, Promise{}, path_of(note, topic), place,
                                   fmt::format("was last known true {} months before {}", age, newest)));
      }
    }
  }
  return found;
}

}  // namespace certamen::content
