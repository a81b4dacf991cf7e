#include "content/check/check_text.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <set>
#include <string>

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

}  // namespace certamen::content
