// Texts as a rule reads them: one language at a time, as words and sentences.
//
// Pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "content/model/topic.hpp"

namespace certamen::content {

using Language = Words Text::*;
inline constexpr std::array<Language, 2> both_languages{&Text::en, &Text::es};

// Words that a rule looks for, folded as tokens() folds.
struct Vocabulary {
  std::vector<std::string_view> english;
  std::vector<std::string_view> spanish;

  [[nodiscard]] bool holds(std::string_view word, Language language) const;
  // The first of the words that the vocabulary holds; empty when there is none.
  [[nodiscard]] std::string first_in(const std::vector<std::string>& words, Language language) const;
  [[nodiscard]] std::size_t count_in(const std::vector<std::string>& words, Language language) const;
};

// Runs of letters, digits and inner apostrophes as they are written.
[[nodiscard]] std::vector<std::string> written_words(std::string_view text);

// Split after '.', '?', '!' or ':' before a space.
[[nodiscard]] std::vector<std::string> sentences(std::string_view text);

// What the prompt asks: its last question, or its last sentence when it asks none.
[[nodiscard]] std::string asked_in(std::string_view prompt);

}  // namespace certamen::content
