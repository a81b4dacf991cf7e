#include "content/check/cues.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>

#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Those that no careful author puts into a right option.
const Vocabulary& sweeping_words() {
  static const Vocabulary words{{"always", "never", "completely", "absolutely", "entirely", "invariably"},
                                {"siempre", "nunca", "jamas", "completamente", "absolutamente"}};
  return words;
}

struct Lengths {
  std::size_t right_min = std::numeric_limits<std::size_t>::max();
  std::size_t right_max = 0;
  std::size_t wrong_min = std::numeric_limits<std::size_t>::max();
  std::size_t wrong_max = 0;
};

Lengths lengths_of(const Choice& choice, Language language) {
  Lengths lengths;
  for (const Option& option : choice.options) {
    const std::size_t length = characters((option.text.*language).text);
    auto& min = option.correct ? lengths.right_min : lengths.wrong_min;
    auto& max = option.correct ? lengths.right_max : lengths.wrong_max;
    min = std::min(min, length);
    max = std::max(max, length);
  }
  return lengths;
}

const Place& key_place(const Choice& choice, Language language) {
  for (const Option& option : choice.options) {
    if (option.correct) return (option.text.*language).place;
  }
  return choice.place;
}

// Seen at a glance: 40 % longer than any other and 12 characters more, which is a word or two. Several right options stand
// out sooner, when each of them is longer than every wrong one.
void check_lengths(const Question& question, const Choice& choice, Language language, Findings& findings) {
  const Lengths lengths = lengths_of(choice, language);
  if (lengths.right_max == 0 || lengths.wrong_max == 0) return;
  const bool single = question.kind == Kind::Single;
  const std::size_t percent = single ? 140 : 125;
  const std::size_t more = single ? 12 : 8;
  if (lengths.right_min * 100 >= lengths.wrong_max * percent && lengths.right_min >= lengths.wrong_max + more) {
    findings.report(
        rules::cue_longest, key_place(choice, language),
        single ? fmt::format("the key has {} characters, the longest wrong option {}", lengths.right_min, lengths.wrong_max)
               : fmt::format("every right option has {} characters or more, the longest wrong one {}", lengths.right_min,
                             lengths.wrong_max));
  }
  constexpr std::size_t short_percent = 60;
  if (lengths.right_max * 100 <= lengths.wrong_min * short_percent && lengths.right_max + more <= lengths.wrong_min) {
    findings.report(
        rules::cue_shortest, key_place(choice, language),
        fmt::format("the key has {} characters, the shortest wrong option {}", lengths.right_max, lengths.wrong_min));
  }
}

enum class Absolutes { None, Key, Wrong, Sweeping };

Absolutes absolutes_in(const Choice& choice, Language language) {
  std::size_t right = 0;
  std::size_t right_absolute = 0;
  std::size_t wrong_absolute = 0;
  bool wrong_sweeping = false;
  for (const Option& option : choice.options) {
    const std::vector<std::string> words = tokens((option.text.*language).text);
    const bool absolute = absolute_words().count_in(words, language) > 0;
    if (option.correct) ++right;
    if (!absolute) continue;
    ++(option.correct ? right_absolute : wrong_absolute);
    wrong_sweeping = wrong_sweeping || (!option.correct && sweeping_words().count_in(words, language) > 0);
  }
  if (right_absolute > 0) return right_absolute == right && wrong_absolute == 0 ? Absolutes::Key : Absolutes::None;
  if (wrong_sweeping) return Absolutes::Sweeping;
  return wrong_absolute >= 2 ? Absolutes::Wrong : Absolutes::None;
}

// "Only" and "all" are often plain facts, and a translation may need them where the other does without: they count as a cue
// when every language of the question has the same pattern. A sweeping word counts in any.
void check_absolutes(const Question& question, const Choice& choice, Findings& findings) {
  std::optional<Absolutes> pattern;
  bool same = true;
  for (const Language language : both_languages) {
    if ((question.prompt.*language).text.empty()) continue;
    const Absolutes found = absolutes_in(choice, language);
    if (found == Absolutes::Sweeping) {
      findings.report(rules::cue_absolute, choice.place,
                      language == &Text::en ? "an English absolute word stands in wrong options only"
                                            : "a Spanish absolute word stands in wrong options only");
      return;
    }
    same = same && (!pattern || *pattern == found);
    pattern = found;
  }
  if (!same || !pattern || *pattern == Absolutes::None) return;
  findings.report(rules::cue_absolute, choice.place,
                  *pattern == Absolutes::Key ? "an absolute word stands in the key only"
                                             : "absolute words stand in several wrong options and not in the key");
}

// "gp3", "rds.force_ssl=1" and "user_id" are written as they are, wherever they stand.
bool begins_small(std::string_view text) {
  const std::string_view word = text.substr(0, text.find(' '));
  const bool plain = std::all_of(word.begin(), word.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || letter == ',' || (static_cast<unsigned char>(letter) & 0x80U) != 0;
  });
  return plain && !word.empty() && word.front() >= 'a' && word.front() <= 'z';
}

void check_form(const Choice& choice, Language language, Findings& findings) {
  struct Form {
    std::string_view name;
    bool (*has)(const Text& option, std::string_view text);
  };
  static constexpr std::array<Form, 3> forms{{
      {"full stop at the end", [](const Text&, std::string_view text) { return text.ends_with('.'); }},
      {"small first letter",
       [](const Text& option, std::string_view text) {
         // A text of both languages is a name.
         return option.en.text != option.es.text && begins_small(text);
       }},
      {"parenthesis", [](const Text&, std::string_view text) { return text.find('(') != std::string_view::npos; }},
  }};
  for (const Form& form : forms) {
    std::size_t right = 0;
    std::size_t right_with = 0;
    std::size_t wrong_with = 0;
    for (const Option& option : choice.options) {
      const bool with = form.has(option.text, (option.text.*language).text);
      if (option.correct) ++right;
      if (with) ++(option.correct ? right_with : wrong_with);
    }
    const std::size_t wrong = choice.options.size() - right;
    const bool only_right = right_with == right && wrong_with == 0;
    const bool only_wrong = right_with == 0 && wrong_with == wrong;
    if (right == 0 || wrong < 2 || (!only_right && !only_wrong)) continue;
    findings.report(rules::cue_form, key_place(choice, language),
                    fmt::format("the key alone {} a {}", only_right ? "has" : "lacks", form.name));
  }
}

void check_told(const Question& question, const Number& number, Findings& findings) {
  const std::string key = decimal_of(number.micros);
  for (const Language language : both_languages) {
    const Words& prompt = question.prompt.*language;
    if (key.find('.') != std::string::npos || !figures(prompt.text).contains(key)) continue;
    findings.report(rules::cue_told, prompt.place, fmt::format("holds {}, which is the answer", key));
    return;
  }
}

}  // namespace

const Vocabulary& absolute_words() {
  static const Vocabulary words{
      {"always", "never", "completely", "absolutely", "entirely", "invariably", "all", "every", "only", "none"},
      {"siempre", "nunca", "jamas", "completamente", "absolutamente", "todo", "todos", "toda", "todas", "solo", "solamente",
       "unicamente", "ningun", "ninguno", "ninguna"}};
  return words;
}

void check_cues(const Question& question, Findings& findings) {
  if (const auto* number = std::get_if<Number>(&question.body)) check_told(question, *number, findings);
  const auto* choice = std::get_if<Choice>(&question.body);
  if (choice == nullptr || choice->options.empty()) return;
  for (const Language language : both_languages) {
    if ((question.prompt.*language).text.empty()) continue;
    check_lengths(question, *choice, language, findings);
    check_form(*choice, language, findings);
  }
  check_absolutes(question, *choice, findings);
}

}  // namespace certamen::content
