// "term - definition", "term: definition", "term = definition" and "Expansion (ACRONYM)" in one line of notes.
//
// Pure. Texts are UTF-8 as read_note_text() gives them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::content {

struct Definition {
  std::string term;
  std::string text;
};

// Nothing where the line has no separator, or where what stands before it is no term: too long, a sentence, a number.
[[nodiscard]] std::optional<Definition> definition_in(std::string_view line);

// Whether the letters of the acronym begin words of the expansion, all of them and in order.
[[nodiscard]] bool abbreviates(std::string_view acronym, std::string_view expansion);

// Whether the words stand for little in a term: articles, prepositions, conjunctions of English and Spanish. Folded.
[[nodiscard]] bool is_little_word(std::string_view folded_word);

// The words of a text that mean something: three letters or more, no little words.
[[nodiscard]] std::vector<std::string> meaning_words(std::string_view text);

}  // namespace certamen::content
