#include "content/check/check_text.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "content/model/measures.hpp"

namespace certamen::content {

void check_languages(const Text& text, Findings& findings) {
  if (text.es.text.find('?') != std::string::npos && text.es.text.find("¿") == std::string::npos) {
    findings.warning(text.es.place, "asks without an opening '¿'; add it");
  }
  if (text.en.text.empty() || text.es.text.empty()) return;
  const std::set<std::string> english = figures(text.en.text);
  const std::set<std::string> spanish = figures(text.es.text);
  if (english == spanish) return;
  findings.warning(text.es.place, fmt::format("the figures differ from the English ones: {{{}}} in en, {{{}}} in es",
                                              fmt::join(english, ", "), fmt::join(spanish, ", ")));
}

std::string doubled_word(const std::string& text) {
  const std::string plain = folded(text);
  std::string before;
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', begin), plain.size());
    std::string word = plain.substr(begin, end - begin);
    const bool letters = std::all_of(word.begin(), word.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
    if (letters && !word.empty() && word == before) return word;
    before = std::move(word);
    begin = end + 1;
  }
  return {};
}

}  // namespace certamen::content
