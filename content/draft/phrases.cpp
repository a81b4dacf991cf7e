#include "content/draft/phrases.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Folded words that one language has and the other has not.
constexpr std::array<std::string_view, 16> english_words{"the", "of",   "and",  "is",   "to",   "are",  "for",   "with",
                                                         "in",  "that", "this", "from", "when", "with", "which", "you"};
constexpr std::array<std::string_view, 16> spanish_words{"el",   "la",  "de",  "los", "las",  "que",    "se",  "una",
                                                         "para", "con", "por", "del", "como", "cuando", "son", "en"};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

LanguageGuess language_of(const std::vector<TextLine>& lines) {
  constexpr std::size_t lines_max = 3000;
  constexpr std::size_t words_per_hit_max = 40;
  std::size_t english = 0;
  std::size_t spanish = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < std::min(lines.size(), lines_max); ++at) {
    for (const std::string& word : tokens(lines[at].text)) {
      ++all;
      if (is_among(english_words, word)) ++english;
      if (is_among(spanish_words, word)) ++spanish;
    }
  }
  const bool sure = std::max(english, spanish) * words_per_hit_max > all;
  return {spanish > english ? wire::Language::Spanish : wire::Language::English, sure};
}

std::string Phrases::quoted(const std::string& text) const {
  return spanish_ ? fmt::format("«{}»", text) : fmt::format("“{}”", text);
}

std::string Phrases::notes_on(const std::string& context) const {
  const std::string notes = spanish_ ? "los apuntes" : "the notes";
  return context.empty() ? notes : fmt::format("{} {} {}", notes, spanish_ ? "sobre" : "on", quoted(context));
}

std::string Phrases::ask_term(const std::string& context, const std::string& definition) const {
  const std::string notes = notes_on(context);
  return spanish_ ? fmt::format("¿Qué describen así {}? {}", notes, quoted(definition))
                  : fmt::format("What do {} describe like this? {}", notes, quoted(definition));
}

std::string Phrases::ask_term_in_writing(const std::string& context, const std::string& definition) const {
  const std::string notes = notes_on(context);
  return spanish_ ? fmt::format("Escriba el término que {} describen así: {}", notes, quoted(definition))
                  : fmt::format("Write the term that {} describe like this: {}", notes, quoted(definition));
}

std::string Phrases::ask_definition(const std::string& context, const std::string& term) const {
  const std::string notes = notes_on(context);
  return spanish_ ? fmt::format("¿Qué dicen de {} {}?", quoted(term), notes)
                  : fmt::format("What do {} say of {}?", notes, quoted(term));
}

std::string Phrases::ask_number(const std::string& sentence) const {
  return (spanish_ ? "¿Qué número falta? " : "Which number is missing? ") + quoted(sentence);
}

std::string Phrases::ask_members(const std::string& head, std::size_t count) const {
  if (spanish_) {
    return fmt::format("¿Cuáles de estas cosas figuran en los apuntes bajo {}? Elija {}.", quoted(head),
                       count == 2 ? "dos" : "tres");
  }
  return fmt::format("Which of these do the notes list under {}? Choose {}.", quoted(head), count == 2 ? "two" : "three");
}

std::string Phrases::notes_say(const std::string& fact) const {
  return (spanish_ ? "Los apuntes dicen: " : "The notes say: ") + quoted(fact);
}

std::string Phrases::said_of(const std::string& term) const {
  return spanish_ ? fmt::format("Los apuntes lo dicen de {}.", quoted(term))
                  : fmt::format("The notes say it of {}.", quoted(term));
}

std::string Phrases::listed_under(const std::string& head) const {
  return spanish_ ? fmt::format("En los apuntes figura bajo {}.", quoted(head))
                  : fmt::format("The notes list it under {}.", quoted(head));
}

std::string Phrases::untitled(std::size_t first_line) const {
  return fmt::format(fmt::runtime(spanish_ ? "Apuntes desde la línea {}" : "Notes from line {}"), first_line);
}

}  // namespace certamen::content
