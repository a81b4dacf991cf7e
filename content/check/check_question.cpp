#include "content/check/check_question.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include "content/check/options.hpp"
#include "content/check/repeats.hpp"
#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

struct CountWords {
  std::string_view digit;
  std::string_view english;
  std::string_view spanish;
};
// From two, the fewest right options of a multiple response.
constexpr std::array<CountWords, 5> count_words{
    {{"2", "two", "dos"}, {"3", "three", "tres"}, {"4", "four", "cuatro"}, {"5", "five", "cinco"}, {"6", "six", "seis"}}};

// What the prompt asks to choose: "choose <number>"; else whether the right number appears at all.
bool announces(const std::string& prompt, std::string_view digit, std::string_view word, const std::set<std::string>& verbs,
               const std::set<std::string>& numbers) {
  const std::vector<std::string> words = tokens(prompt);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (verbs.count(words[i]) > 0 && numbers.count(words[i + 1]) > 0) return words[i + 1] == word || words[i + 1] == digit;
  }
  return std::any_of(words.begin(), words.end(), [&](const std::string& each) { return each == word || each == digit; });
}

void check_announced_count(const Question& question, std::size_t right, Findings& findings) {
  if (right < 2 || right - 2 >= count_words.size()) return;
  const CountWords& count = count_words[right - 2];
  std::set<std::string> english;
  std::set<std::string> spanish;
  for (const CountWords& each : count_words) {
    english.insert({std::string(each.english), std::string(each.digit)});
    spanish.insert({std::string(each.spanish), std::string(each.digit)});
  }
  const std::set<std::string> choose{"choose", "select", "pick"};
  const std::set<std::string> elija{"elija", "elige", "seleccione", "selecciona", "escoja", "escoge"};
  const auto& [en, es] = question.prompt;
  if (!en.text.empty() && !announces(en.text, count.digit, count.english, choose, english)) {
    findings.report(rules::key_unsaid, en.place, fmt::format("{} options are right, but the prompt does not say so", right),
                    fmt::format("end it with 'Choose {}.'", count.english));
  }
  if (!es.text.empty() && !announces(es.text, count.digit, count.spanish, elija, spanish)) {
    findings.report(rules::key_unsaid, es.place, fmt::format("{} options are right, but the prompt does not say so", right),
                    fmt::format("end it with 'Elija {}.'", count.spanish));
  }
}

struct BodyRules {
  const Question& question;
  Findings& findings;

  void operator()(const std::monostate&) const {}

  void operator()(const Choice& choice) const {
    if (choice.options.empty()) return;
    Distinct texts("option", findings);
    for (const Option& option : choice.options) texts.add(option.text);
    check_options(question, choice, findings);
    const auto right = static_cast<std::size_t>(
        std::count_if(choice.options.begin(), choice.options.end(), [](const Option& option) { return option.correct; }));
    const std::size_t wrong = choice.options.size() - right;
    if (question.kind == Kind::Single && right != 1) {
      findings.report(rules::key_count, choice.place, fmt::format("has {} with 'correct: true'", counted(right, "option")),
                      "a single choice has exactly one");
    }
    if (question.kind != Kind::Multiple) return;
    if (right == 0) {
      findings.report(rules::key_count, choice.place, "has no option with 'correct: true'", "mark the right ones");
    } else if (right < 2) {
      findings.report(rules::key_few, choice.place, fmt::format("has {} with 'correct: true'", counted(right, "option")),
                      "multiple response has two or more");
    }
    if (wrong < 2) {
      findings.report(rules::key_few, choice.place, fmt::format("has {}", counted(wrong, "wrong option")),
                      "multiple response has two or more");
    }
    check_announced_count(question, right, findings);
  }

  void operator()(const Statement&) const {
    constexpr std::array<std::string_view, 4> openings{"true or false", "true/false", "verdadero o falso",
                                                       "verdadero/falso"};
    for (const Words* prompt : {&question.prompt.en, &question.prompt.es}) {
      const std::string text = folded(prompt->text);
      if (std::any_of(openings.begin(), openings.end(),
                      [&text](std::string_view opening) { return text.starts_with(opening); })) {
        findings.report(rules::statement_announced, prompt->place, "the board says that it is true or false");
      }
      if (text.ends_with('?')) {
        findings.report(rules::statement_asks, prompt->place, "is a question", "a true_false prompt is a statement");
      }
    }
  }

  void operator()(const Number& number) const {
    std::set<std::int64_t> seen;
    for (const NumericMistake& mistake : number.mistakes) {
      if (std::abs(mistake.micros - number.micros) <= number.tolerance_micros) {
        findings.report(rules::mistake_right, mistake.place, "would be graded right");
      } else if (!seen.insert(mistake.micros).second) {
        findings.report(rules::mistake_repeated, mistake.place, "is listed twice");
      }
    }
  }

  void operator()(const Ordering& ordering) const {
    Distinct texts("item", findings);
    for (const Item& item : ordering.items) texts.add(item.text);
  }

  void operator()(const Matching& matching) const {
    Distinct left("left side", findings);
    Distinct right("right side", findings);
    for (const Pair& pair : matching.pairs) {
      left.add(pair.left);
      right.add(pair.right);
    }
  }

  void operator()(const ShortText& short_text) const {
    std::set<std::string> seen;
    for (const Words& spelling : short_text.accepted) {
      if (!spelling.text.empty() && !seen.insert(folded(spelling.text)).second) {
        findings.report(rules::spelling_repeated, spelling.place,
                        "is equal to another spelling once case and accents are folded");
      }
    }
    for (const Misspelling& mistake : short_text.mistakes) {
      if (!mistake.text.text.empty() && !seen.insert(folded(mistake.text.text)).second) {
        findings.report(rules::spelling_repeated, mistake.text.place, "is an accepted spelling or listed twice",
                        "a mistake is neither");
      }
    }
  }
};

}  // namespace

void check_question(const Question& question, Findings& findings) {
  std::visit(BodyRules{question, findings}, question.body);
}

}  // namespace certamen::content
