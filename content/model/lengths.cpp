#include "content/model/lengths.hpp"

#include <fmt/core.h>

#include "content/model/measures.hpp"

namespace certamen::content {

void check_length(const Words& words, const TextRule& rule, Findings& findings) {
  const std::size_t length = characters(words.text);
  if (length > rule.characters_max) {
    findings.error(words.place, fmt::format("the {} has {} characters; shorten it to at most {}", rule.noun, length,
                                            rule.characters_max));
  } else if (rule.characters_best > 0 && length >= rule.characters_best) {
    findings.report(text_long, words.place, fmt::format("the {} has {} characters", rule.noun, length),
                    fmt::format("it reads best under {}", rule.characters_best));
  }
}

}  // namespace certamen::content
