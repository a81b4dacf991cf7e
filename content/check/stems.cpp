#include "content/check/stems.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "content/check/in_language.hpp"
#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Folded words that turn a sentence around. "no" is an English determiner ("no servers") and is left out there.
const Vocabulary& negatives() {
  static const Vocabulary words{{"not", "cannot", "never", "nor", "except", "unless"}, {"no", "nunca", "salvo", "excepto"}};
  return words;
}

// As written: behind one of these the negative is about a thing, not about what is asked. The Spanish question word has
// an accent and is none of them.
const Vocabulary& subordinators() {
  static const Vocabulary words{
      {"that", "who", "whose", "when", "if", "because", "so", "while", "until", "unless", "although"},
      {"que", "quien", "quienes", "cuando", "si", "porque", "donde", "mientras", "aunque", "cuyo", "cuya"}};
  return words;
}

// "The least suitable" asks for the worst; "the least effort" asks for the best and is no negative.
const Vocabulary& worst() {
  static const Vocabulary words{
      {"likely", "suitable", "appropriate", "advisable", "useful", "correct", "convenient"},
      {"probable", "adecuado", "adecuada", "apropiado", "apropiada", "recomendable", "conveniente", "util"}};
  return words;
}

bool is_choice(const Question& question) {
  return question.kind == Kind::Single || question.kind == Kind::Multiple;
}

// "n't" counts as its own word.
std::vector<std::string> negative_words(const std::string& sentence, Language language) {
  std::vector<std::string> found;
  for (const std::string& written : written_words(sentence)) {
    const std::string word = folded(written);
    if (negatives().holds(word, language) || (language == &Text::en && word.ends_with("n't"))) found.push_back(written);
  }
  return found;
}

// The first negative of what is asked that is not in capitals; empty when there is none.
std::string plain_negative(const std::string& asked, Language language) {
  const std::vector<std::string> words = written_words(asked);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (subordinators().holds(words[i], language)) return {};
    const bool reversed = (words[i] == "least" || words[i] == "menos") && i + 1 < words.size() &&
                          worst().holds(folded(words[i + 1]), language);
    const bool negative = negatives().holds(words[i], language) || (language == &Text::en && words[i].ends_with("n't"));
    if (negative || reversed) return words[i];
  }
  return {};
}

void check_negatives(const Question& question, Language language, Findings& findings) {
  const Words& prompt = question.prompt.*language;
  const std::string asked = asked_in(prompt.text);
  if (is_choice(question)) {
    const std::string negative = plain_negative(asked, language);
    if (!negative.empty()) {
      std::string capitals = negative;
      std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
      });
      findings.report(rules::stem_negative, prompt.place, fmt::format("asks with '{}'", negative),
                      fmt::format("ask positively, or write '{}'", capitals));
    }
  }
  const std::vector<std::string> read = question.kind == Kind::TrueFalse ? sentences(prompt.text)
                                        : is_choice(question)            ? std::vector<std::string>{asked}
                                                                         : std::vector<std::string>{};
  for (const std::string& sentence : read) {
    const std::vector<std::string> words = negative_words(sentence, language);
    if (words.size() < 2) continue;
    findings.report(rules::stem_double_negative, prompt.place,
                    fmt::format("has two negatives in one sentence, '{}' and '{}'", words[0], words[1]));
  }
}

// A negative question whose options are negative too makes the reader count.
void check_negative_options(const Question& question, Language language, Findings& findings) {
  const auto* choice = std::get_if<Choice>(&question.body);
  if (choice == nullptr) return;
  const std::string asked = asked_in((question.prompt.*language).text);
  if (negative_words(asked, language).empty()) return;
  for (const Option& option : choice->options) {
    const Words& text = option.text.*language;
    const std::vector<std::string> words = negative_words(text.text, language);
    if (words.empty()) continue;
    findings.report(rules::stem_double_negative, text.place,
                    fmt::format("says '{}' where the prompt asks in the negative", words.front()));
  }
}

void check_article(const Question& question, Language language, Findings& findings) {
  static const Vocabulary articles{{"a", "an", "the"}, {"un", "una", "el", "la", "los", "las"}};
  const Words& prompt = question.prompt.*language;
  const std::vector<std::string> words = written_words(prompt.text);
  if (words.empty() || prompt.text.ends_with('?') || prompt.text.ends_with('.')) return;
  if (!articles.holds(folded(words.back()), language)) return;
  findings.report(rules::stem_article, prompt.place,
                  fmt::format("ends with '{}', which agrees with some options only", words.back()));
}

// "Which of these is true?" and nothing before it.
void check_focus(const Question& question, Language language, Findings& findings) {
  static const Vocabulary empty_words{
      {"which",   "of",     "the",       "these", "following", "statement", "statements", "option",
       "options", "answer", "sentence",  "is",    "are",       "true",      "false",      "correct",
       "right",   "wrong",  "incorrect", "not",   "one",       "two",       "three",      "choose"},
      {"cual",       "cuales",     "que",          "de",         "las",      "los",      "la",        "el",     "estas",
       "estos",      "siguientes", "afirmaciones", "afirmacion", "opciones", "opcion",   "frases",    "frase",  "es",
       "son",        "verdadera",  "verdaderas",   "falsa",      "falsas",   "correcta", "correctas", "cierta", "ciertas",
       "incorrecta", "no",         "una",          "dos",        "tres",     "elija"}};
  const Words& prompt = question.prompt.*language;
  const std::vector<std::string> words = tokens(prompt.text);
  if (words.empty() || empty_words.count_in(words, language) < words.size()) return;
  findings.report(rules::stem_unfocused, prompt.place, "names no subject before the options");
}

}  // namespace

void check_stem(const Question& question, Findings& findings) {
  for (const Language language : both_languages) {
    if ((question.prompt.*language).text.empty()) continue;
    check_negatives(question, language, findings);
    check_negative_options(question, language, findings);
    if (!is_choice(question)) continue;
    check_article(question, language, findings);
    check_focus(question, language, findings);
  }
}

}  // namespace certamen::content
