// The words of a bilingual text in one language.
#pragma once

#include <string>

#include "content/model/topic.hpp"
#include "proto/wire/types.hpp"

namespace certamen::content {

[[nodiscard]] inline const std::string& words_in(const Text& text, wire::Language language) {
  return language == wire::Language::English ? text.en.text : text.es.text;
}
[[nodiscard]] inline std::string& words_in(Text& text, wire::Language language) {
  return language == wire::Language::English ? text.en.text : text.es.text;
}
[[nodiscard]] inline bool is_blank(const Text& text) {
  return text.en.text.empty() && text.es.text.empty();
}

}  // namespace certamen::content
