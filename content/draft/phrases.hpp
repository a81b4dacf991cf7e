// The few words that a draft adds to what the notes say, in both languages; and which of them the notes are in.
//
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/draft/note_text.hpp"
#include "proto/wire/types.hpp"

namespace certamen::content {

struct LanguageGuess {
  wire::Language language = wire::Language::English;
  bool sure = false;  // false where the notes seem to be in neither
};

[[nodiscard]] LanguageGuess language_of(const std::vector<TextLine>& lines);

// Prompts and reasons around texts of the notes. `context` may be empty.
class Phrases {
 public:
  explicit Phrases(wire::Language language) : spanish_(language == wire::Language::Spanish) {}

  [[nodiscard]] std::string ask_term(const std::string& context, const std::string& definition) const;
  [[nodiscard]] std::string ask_term_in_writing(const std::string& context, const std::string& definition) const;
  [[nodiscard]] std::string ask_definition(const std::string& context, const std::string& term) const;
  [[nodiscard]] std::string ask_number(const std::string& sentence) const;
  // `count` from 2 to 3.
  [[nodiscard]] std::string ask_members(const std::string& head, std::size_t count) const;
  [[nodiscard]] std::string notes_say(const std::string& fact) const;
  [[nodiscard]] std::string said_of(const std::string& term) const;
  [[nodiscard]] std::string listed_under(const std::string& head) const;
  [[nodiscard]] std::string untitled(std::size_t first_line) const;

 private:
  [[nodiscard]] std::string quoted(const std::string& text) const;
  [[nodiscard]] std::string notes_on(const std::string& context) const;

  bool spanish_;
};

}  // namespace certamen::content
