#include "server/bank/search_words.hpp"

#include <array>

#include "server/bank/search.hpp"

namespace certamen::bank {
namespace {

// What may stand around a phrase, in either language: opening and closing.
struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr std::array quotes{Quotes{"\"", "\""}, Quotes{"“", "”"}, Quotes{"«", "»"}};

bool is_space(char letter) {
  return static_cast<unsigned char>(letter) <= ' ' || letter == '\x7F';
}

std::string joined(const std::vector<std::string>& terms, std::string_view between) {
  std::string query;
  for (const std::string& term : terms) {
    if (!query.empty()) query += between;
    query += term;
  }
  return query;
}

// Cuts the next word or phrase off `rest`, which begins with it.
struct Cut {
  std::string_view words;
  bool phrase = false;
};

Cut cut(std::string_view& rest) {
  for (const Quotes& pair : quotes) {
    if (!rest.starts_with(pair.open)) continue;
    rest.remove_prefix(pair.open.size());
    const std::size_t end = rest.find(pair.close);
    const Cut phrase{rest.substr(0, end), true};
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + pair.close.size());
    return phrase;
  }
  std::size_t end = 0;
  while (end < rest.size() && !is_space(rest[end]) && rest[end] != '"') ++end;
  const Cut word{rest.substr(0, end), false};
  rest.remove_prefix(end);
  return word;
}

// In quotes of its own every character is text to FTS5, which splits it into words itself.
std::string quoted(std::string_view words) {
  std::string term = "\"";
  for (const char letter : words) term += letter == '"' || is_space(letter) ? ' ' : letter;
  return term + '"';
}

}  // namespace

std::vector<std::string> search_terms(std::string_view typed) {
  std::vector<std::string> terms;
  bool last_is_phrase = false;
  while (terms.size() < search_words_max) {
    while (!typed.empty() && is_space(typed.front())) typed.remove_prefix(1);
    if (typed.empty()) break;
    const Cut next = cut(typed);
    if (next.words.empty()) continue;
    terms.push_back(quoted(next.words));
    last_is_phrase = next.phrase;
  }
  if (!terms.empty() && !last_is_phrase) terms.back() += '*';
  return terms;
}

// FTS5 passes over a term without a letter or digit between spaces, but not beside an AND.
std::string all_of(const std::vector<std::string>& terms) {
  return joined(terms, " ");
}

std::string any_of(const std::vector<std::string>& terms) {
  return joined(terms, " OR ");
}

}  // namespace certamen::bank
