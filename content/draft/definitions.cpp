#include "content/draft/definitions.hpp"

#include <algorithm>
#include <array>

#include "content/draft/scan.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Words that mean little in a term, folded.
constexpr std::array<std::string_view, 83> little_words{
    "a",     "ademas", "al",   "algo", "an",     "and",   "are",   "as",     "at",    "be",   "but", "by",
    "can",   "como",   "con",  "cual", "cuando", "de",    "del",   "desde",  "donde", "e",    "el",  "en",
    "entre", "es",     "esta", "este", "esto",   "for",   "from",  "hasta",  "hay",   "how",  "if",  "in",
    "is",    "it",     "la",   "las",  "lo",     "los",   "mas",   "may",    "muy",   "ni",   "no",  "not",
    "o",     "of",     "on",   "or",   "para",   "pero",  "por",   "porque", "que",   "se",   "si",  "sin",
    "sino",  "sobre",  "solo", "son",  "su",     "sus",   "that",  "the",    "then",  "this", "to",  "u",
    "un",    "una",    "use",  "was",  "when",   "where", "which", "will",   "with",  "y",    "you"};

// Words that no term begins with, though it may hold them.
constexpr std::array<std::string_view, 38> sentence_openings{
    "si",  "if",   "cuando",  "when",    "no",    "not",     "se",    "es",     "is",   "hay",   "para",  "for", "por",
    "con", "como", "how",     "then",    "este",  "this",    "it",    "pero",   "but",  "tiene", "puede", "y",   "and",
    "o",   "or",   "primero", "segundo", "luego", "despues", "first", "second", "next", "1ero",  "2do",   "3ro"};

// Words that make a sentence of what stands before the separator.
constexpr std::array<std::string_view, 16> verbs{"is",  "es",    "are",    "son", "se",  "hay",  "tiene", "has",
                                                 "can", "puede", "pueden", "usa", "use", "uses", "van",   "va"};

// Labels of remarks, which name no thing that could be asked for.
constexpr std::array<std::string_view, 46> labels{
    "nota",        "notas",        "note",     "notes",    "ej",          "ejemplo",   "ejemplos",   "ex",
    "eg",          "example",      "examples", "ojo",      "importante",  "important", "tip",        "tips",
    "pros",        "cons",         "contras",  "ventajas", "desventajas", "use case",  "use cases",  "use cas",
    "caso de uso", "casos de uso", "resumen",  "summary",  "pregunta",    "question",  "respuesta",  "answer",
    "combo",       "otros",        "otras",    "others",   "other",       "features",  "limitacion", "limitaciones",
    "limitations", "limits",       "problema", "problem",  "solucion",    "solution"};

constexpr std::size_t term_words_max = 5;
constexpr std::size_t term_characters_max = 50;

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_term(const std::string& term) {
  if (letters_in(term) == 0 || characters(term) > term_characters_max) return false;
  if (words_in(bracketed(term).before).size() > term_words_max) return false;
  if (term.find_first_of(".,;?!") != std::string::npos || term.find("://") != std::string::npos) return false;
  const std::vector<std::string> words = tokens(term);
  if (words.empty() || is_among(sentence_openings, words.front())) return false;
  const auto is_verb = [](const std::string& word) { return is_among(verbs, word); };
  if (std::any_of(words.begin(), words.end(), is_verb)) return false;
  const bool unfinished = words.size() > 1 && is_little_word(words.back());
  return !unfinished && !is_among(labels, folded(term));
}

struct Separator {
  std::size_t at = 0;
  std::size_t bytes = 0;
};

// A colon that closes a word parts a term from its definition; so does one inside "R:memory", but not in "http://", "10:30".
bool is_parting_colon(std::string_view line, std::size_t at) {
  constexpr std::size_t short_term_bytes = 12;
  if (at == 0 || at + 1 >= line.size()) return false;
  const char next = line[at + 1];
  if (next == ' ') return true;
  const bool one_word = line.substr(0, at).find(' ') == std::string_view::npos && at <= short_term_bytes;
  return one_word && next != '/' && next != ':' && next != '\\' && !(next >= '0' && next <= '9');
}

// The first separator outside brackets.
std::optional<Separator> separator_in(std::string_view line) {
  constexpr std::array<std::string_view, 12> separators{" - ",  " \u2013 ", " \u2014 ", " = ",  " => ", " -> ",
                                                        " -- ", " --- ",    " \u2192 ", " := ", " : ",  " \u21D2 "};
  int depth = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '(' || line[at] == '[') ++depth;
    if (line[at] == ')' || line[at] == ']') --depth;
    if (depth > 0) continue;
    for (const std::string_view each : separators) {
      if (line.substr(at).starts_with(each)) return Separator{at, each.size()};
    }
    if (line[at] == ':' && is_parting_colon(line, at)) return Separator{at, 1};
  }
  return std::nullopt;
}

std::optional<Definition> expansion_in(std::string_view line) {
  const Bracketed parts = bracketed(line);
  if (is_acronym(parts.inside) && abbreviates(parts.inside, parts.before)) return Definition{parts.inside, parts.before};
  if (is_acronym(parts.before) && abbreviates(parts.before, parts.inside)) return Definition{parts.before, parts.inside};
  return std::nullopt;
}

}  // namespace

bool abbreviates(std::string_view acronym, std::string_view expansion) {
  std::size_t matched = 0;
  for (const std::string_view word : words_in(expansion)) {
    const auto capital = [](char letter) {
      return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    };
    if (matched < acronym.size() && capital(word.front()) == acronym[matched]) ++matched;
  }
  return acronym.size() >= 2 && matched == acronym.size();
}

std::optional<Definition> definition_in(std::string_view line) {
  const auto separator = separator_in(line);
  if (!separator) return expansion_in(line);
  Definition definition{bare(line.substr(0, separator->at), ""),
                        bare(line.substr(separator->at + separator->bytes), " -:;")};
  if (letters_in(definition.text) == 0 || !is_term(definition.term)) return std::nullopt;
  return definition;
}

bool is_little_word(std::string_view folded_word) {
  return is_among(little_words, folded_word);
}

std::vector<std::string> meaning_words(std::string_view text) {
  constexpr std::size_t letters_min = 3;
  std::vector<std::string> words;
  for (std::string& word : tokens(text)) {
    if (word.size() >= letters_min && !is_little_word(word)) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace certamen::content
