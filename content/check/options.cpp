#include "content/check/options.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "content/check/in_language.hpp"
#include "content/check/rules.hpp"
#include "content/check/scales.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// "Both A and B", "A y C son correctas": an option made of letters of other options and words that join them.
bool names_letters(const std::vector<std::string>& words) {
  static const std::vector<std::string_view> letters{"a", "b", "c", "d", "e", "f"};
  static const std::vector<std::string_view> joints{
      "both",    "and",  "or",         "only", "are",   "is",      "correct",  "right",     "options",  "option",
      "answers", "y",    "o",          "solo", "son",   "es",      "correcta", "correctas", "opciones", "opcion",
      "tanto",   "como", "respuestas", "las",  "ambas", "neither", "nor",      "ni"};
  std::size_t named = 0;
  for (const std::string& word : words) {
    const bool letter = std::find(letters.begin(), letters.end(), word) != letters.end();
    if (letter) ++named;
    if (!letter && std::find(joints.begin(), joints.end(), word) == joints.end()) return false;
  }
  return named >= 2;
}

void check_catch_all(const Words& words, Findings& findings) {
  constexpr std::array<std::string_view, 20> phrases{
      "all of the above",        "none of the above",         "both of the above",
      "all the above",           "any of the above",          "neither of the above",
      "all of the options",      "none of the options",       "todas las anteriores",
      "todos los anteriores",    "ninguna de las anteriores", "ninguno de los anteriores",
      "todo lo anterior",        "nada de lo anterior",       "cualquiera de las anteriores",
      "todas son correctas",     "ninguna es correcta",       "todas las opciones",
      "ninguna de las opciones", "ambas son correctas",
  };
  constexpr std::array<std::string_view, 8> whole{"all of them", "none of them",     "all of these", "none of these",
                                                  "todas ellas", "ninguna de ellas", "todos ellos",  "ninguno de ellos"};
  const std::string text = folded(words.text);
  const auto report = [&](std::string_view phrase) {
    findings.report(rules::catch_all, words.place, fmt::format("'{}' does not survive shuffling", phrase));
  };
  for (const std::string_view phrase : phrases) {
    if (text.find(phrase) != std::string::npos) return report(phrase);
  }
  if (std::find(whole.begin(), whole.end(), text) != whole.end() || names_letters(tokens(words.text))) report(text);
}

void check_vague(const Words& words, Language language, Findings& findings) {
  static const Vocabulary vague{
      {"usually", "sometimes", "frequently", "rarely", "seldom", "generally", "occasionally", "normally", "typically",
       "often"},
      {"normalmente", "frecuentemente", "raramente", "generalmente", "ocasionalmente", "habitualmente", "suele", "suelen"}};
  static const Vocabulary compared{{"more", "less", "as"}, {"mas", "menos", "tan"}};
  const std::vector<std::string> all = tokens(words.text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    // "More often" is a measure.
    if (!vague.holds(all[i], language) || (i > 0 && compared.holds(all[i - 1], language))) continue;
    findings.report(rules::option_vague, words.place, fmt::format("'{}' means another frequency to every reader", all[i]));
    return;
  }
}

std::size_t shared_opening(const Choice& choice, Language language) {
  std::vector<std::vector<std::string>> all;
  for (const Option& option : choice.options) all.push_back(tokens((option.text.*language).text));
  std::size_t shared = 0;
  const auto goes_on = [&](const std::vector<std::string>& words) {
    return words.size() > shared + 1 && words[shared] == all.front()[shared];
  };
  while (std::all_of(all.begin(), all.end(), goes_on)) ++shared;
  return shared;
}

void check_opening(const Question& question, const Choice& choice, Findings& findings) {
  constexpr std::size_t words_max = 2;
  std::size_t fewest = std::string::npos;
  for (const Language language : both_languages) {
    if ((question.prompt.*language).text.empty()) continue;
    fewest = std::min(fewest, shared_opening(choice, language));
  }
  if (fewest == std::string::npos || fewest <= words_max) return;
  findings.report(rules::options_opening, choice.place, fmt::format("all options begin with the same {} words", fewest));
}

}  // namespace

void check_options(const Question& question, const Choice& choice, Findings& findings) {
  constexpr std::size_t wrong_best = 3;
  for (const Option& option : choice.options) {
    for (const Language language : both_languages) {
      check_catch_all(option.text.*language, findings);
      if (!question.drawn) check_vague(option.text.*language, language, findings);
    }
  }
  if (choice.options.size() < 2) return;
  // The rest is up to the author of a question; a table has as many rows as there are things to compare, and sorts them.
  if (question.drawn) return;
  if (is_shuffled_scale(choice)) {
    findings.report(rules::options_order, choice.place, "the options are numbers of one unit out of order");
  }
  const auto right = static_cast<std::size_t>(
      std::count_if(choice.options.begin(), choice.options.end(), [](const Option& option) { return option.correct; }));
  if (findings.promise().whole && question.kind == Kind::Single && right == 1 &&
      choice.options.size() - right < wrong_best) {
    findings.report(rules::options_few, choice.place,
                    fmt::format("has {}, so a guess is right too often", counted(choice.options.size(), "option")));
  }
  check_opening(question, choice, findings);
}

}  // namespace certamen::content
