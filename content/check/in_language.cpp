#include "content/check/in_language.hpp"

#include <algorithm>

namespace certamen::content {
namespace {

bool is_ascii_alnum(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

}  // namespace

bool Vocabulary::holds(std::string_view word, Language language) const {
  const auto& words = language == &Text::en ? english : spanish;
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string Vocabulary::first_in(const std::vector<std::string>& words, Language language) const {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const std::string& word) { return holds(word, language); });
  return found == words.end() ? std::string() : *found;
}

std::size_t Vocabulary::count_in(const std::vector<std::string>& words, Language language) const {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const std::string& word) { return holds(word, language); }));
}

std::vector<std::string> written_words(std::string_view text) {
  // Punctuation of Spanish that is not ASCII; every other byte beyond ASCII is of a letter.
  constexpr std::array<std::string_view, 7> marks{"¿", "¡", "«", "»", "\u00A0", "\u201C", "\u201D"};
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto mark =
        std::find_if(marks.begin(), marks.end(), [&](std::string_view each) { return text.substr(at).starts_with(each); });
    if (mark != marks.end()) {
      inside = false;
      at += mark->size();
      continue;
    }
    const bool part =
        is_ascii_alnum(text[at]) || (static_cast<unsigned char>(text[at]) & 0x80U) != 0 || (text[at] == '\'' && inside);
    if (part && !inside) words.emplace_back();
    if (part) words.back().push_back(text[at]);
    inside = part;
    ++at;
  }
  return words;
}

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool ends = text[at] == '.' || text[at] == '?' || text[at] == '!' || text[at] == ':';
    if (!ends || (at + 1 < text.size() && text[at + 1] != ' ')) continue;
    all.emplace_back(text.substr(begin, at + 1 - begin));
    begin = at + 2;
  }
  if (begin < text.size()) all.emplace_back(text.substr(begin));
  return all;
}

std::string asked_in(std::string_view prompt) {
  const std::vector<std::string> all = sentences(prompt);
  const auto question =
      std::find_if(all.rbegin(), all.rend(), [](const std::string& sentence) { return sentence.ends_with('?'); });
  if (question != all.rend()) return *question;
  return all.empty() ? std::string() : all.back();
}

}  // namespace certamen::content
