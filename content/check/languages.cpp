#include "content/check/languages.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

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
  check_figures(text, findings);
  check_names(text, findings);
  check_length(text, findings);
}

}  // namespace certamen::content
