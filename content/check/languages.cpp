#include "content/check/languages.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

void check_question_mark(const Words& spanish, Findings& findings) {
  if (spanish.text.find('?') == std::string::npos || spanish.text.find("¿") != std::string::npos) return;
  findings.report(rules::question_mark, spanish.place, "asks without an opening '¿'");
}

void check_figures(const Text& text, Findings& findings) {
  const std::set<std::string> english = figures(text.en.text);
  const std::set<std::string> spanish = figures(text.es.text);
  if (english == spanish) return;
  findings.report(rules::figures_differ, text.es.place,
                  fmt::format("the figures differ from the English ones: {{{}}} in en, {{{}}} in es",
                              fmt::join(english, ", "), fmt::join(spanish, ", ")));
}

void check_names(const Text& text, Findings& findings) {
  const std::set<std::string> english = names_in(text.en.text);
  const std::set<std::string> spanish = names_in(text.es.text);
  if (english == spanish) return;
  std::vector<std::string> only_english;
  std::vector<std::string> only_spanish;
  std::set_difference(english.begin(), english.end(), spanish.begin(), spanish.end(), std::back_inserter(only_english));
  std::set_difference(spanish.begin(), spanish.end(), english.begin(), english.end(), std::back_inserter(only_spanish));
  findings.report(rules::names_differ, text.es.place,
                  fmt::format("the names differ from the English ones: {{{}}} only in en, {{{}}} only in es",
                              fmt::join(only_english, ", "), fmt::join(only_spanish, ", ")));
}

// Words that only sentences have, and that mean nothing in the other language.
constexpr std::array<std::string_view, 26> english_words{
    "the", "is", "are", "was", "which", "what", "with", "and", "for",  "that", "by",   "on",   "from",
    "to",  "it", "an",  "not", "must",  "does", "how",  "of",  "when", "this", "each", "only", "can"};
constexpr std::array<std::string_view, 22> spanish_words{"el",  "la",  "los", "las",  "de",     "del", "que", "y",
                                                         "en",  "por", "con", "para", "un",     "una", "es",  "son",
                                                         "qué", "se",  "al",  "más",  "cuando", "cuál"};

template <std::size_t count>
std::size_t distinct(const std::set<std::string>& words, const std::array<std::string_view, count>& known) {
  return static_cast<std::size_t>(
      std::count_if(known.begin(), known.end(), [&](std::string_view each) { return words.contains(std::string(each)); }));
}

// A sentence that stands in both languages as it is: two words of one language's grammar tell it from a name.
void check_translated(const Text& text, Findings& findings) {
  constexpr std::size_t words_min = 2;
  if (text.en.text != text.es.text) return;
  std::set<std::string> words;
  std::string word;
  for (const char letter : text.en.text + " ") {
    const bool ends = std::string_view{" ,;:.?!()\"'"}.find(letter) != std::string_view::npos;
    if (!ends) word.push_back(letter);
    if (!ends) continue;
    if (!word.empty()) words.insert(word);
    word.clear();
  }
  const bool english = distinct(words, english_words) >= words_min;
  const bool spanish = !english && distinct(words, spanish_words) >= words_min;
  if (english) findings.report(rules::untranslated, text.es.place, "is the English sentence");
  if (spanish) findings.report(rules::untranslated, text.en.place, "is the Spanish sentence");
}

// Spanish takes a fifth more than English as a rule; of ten thousand texts of the bank one in a thousand leaves these bounds
// by nature. Short texts vary freely.
void check_length(const Text& text, Findings& findings) {
  constexpr std::size_t characters_min = 40;
  constexpr std::size_t short_percent = 65;
  constexpr std::size_t long_percent = 170;
  const std::size_t english = characters(text.en.text);
  const std::size_t spanish = characters(text.es.text);
  if (std::max(english, spanish) <= characters_min) return;
  const std::size_t percent = spanish * 100 / english;
  if (percent >= short_percent && percent <= long_percent) return;
  findings.report(rules::length_differs, text.es.place,
                  fmt::format("has {} characters where the English has {}, {} %", spanish, english, percent));
}

}  // namespace

void check_languages(const Text& text, Findings& findings) {
  check_question_mark(text.es, findings);
  check_style(text.en, text.es.text, &Text::en, findings);
  check_style(text.es, text.en.text, &Text::es, findings);
  if (text.en.text.empty() || text.es.text.empty()) return;
  check_translated(text, findings);
  check_figures(text, findings);
  check_names(text, findings);
  check_length(text, findings);
}

}  // namespace certamen::content
