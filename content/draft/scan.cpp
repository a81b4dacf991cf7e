#include "content/draft/scan.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "content/model/measures.hpp"

namespace certamen::content {

// ICU's macro narrows its own values; the warnings are about its text, not ours.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
std::int32_t next_code(std::string_view text, std::size_t& at) {
  UChar32 code = 0;
  U8_NEXT(text.data(), at, text.size(), code);
  return code;
}
#pragma GCC diagnostic pop

std::string bare(std::string_view text, std::string_view endings) {
  constexpr std::array<std::string_view, 5> pairs{"**", "__", "*", "\"", "'"};
  text = trimmed(text);
  while (!text.empty() && endings.find(text.back()) != std::string_view::npos)
    text = trimmed(text.substr(0, text.size() - 1));
  for (const std::string_view mark : pairs) {
    const bool both = text.size() > 2 * mark.size() && text.starts_with(mark) && text.ends_with(mark);
    if (both) text = trimmed(text.substr(mark.size(), text.size() - 2 * mark.size()));
  }
  // A quote that nothing answers was left over from elsewhere.
  const bool lone = std::count(text.begin(), text.end(), '"') == 1;
  if (lone && text.ends_with('"')) text.remove_suffix(1);
  if (lone && text.starts_with('"')) text.remove_prefix(1);
  return std::string(trimmed(text));
}

namespace {

bool is_border(std::string_view text, std::size_t at) {
  return at >= text.size() || std::string_view{" .,;:!?()[]\"'"}.find(text[at]) != std::string_view::npos;
}

// A pair of marks at the borders of words, with something but blanks next to both on the inside.
void drop_pairs(std::string& text, std::string_view mark) {
  for (std::size_t open = text.find(mark); open != std::string::npos; open = text.find(mark, open)) {
    const std::size_t inside = open + mark.size();
    const bool opens = (open == 0 || is_border(text, open - 1)) && inside < text.size() && text[inside] != ' ';
    std::size_t close = opens ? text.find(mark, inside + 1) : std::string::npos;
    while (close != std::string::npos && (text[close - 1] == ' ' || !is_border(text, close + mark.size()))) {
      close = text.find(mark, close + 1);
    }
    if (close == std::string::npos) {
      open = inside;
      continue;
    }
    text.erase(close, mark.size());
    text.erase(open, mark.size());
  }
}

// "[words](target)" is its words, a picture its description.
void drop_targets(std::string& text) {
  for (std::size_t middle = text.find("]("); middle != std::string::npos; middle = text.find("](", middle + 1)) {
    const std::size_t open = text.rfind('[', middle);
    const std::size_t close = text.find(')', middle);
    if (open == std::string::npos || close == std::string::npos) continue;
    text.erase(middle, close - middle + 1);
    const bool picture = open > 0 && text[open - 1] == '!';
    text.erase(picture ? open - 1 : open, picture ? 2 : 1);
    middle = open;
  }
}

}  // namespace

std::string unmarked(std::string_view text) {
  std::string plain(text);
  for (const std::string_view box : {"[ ] ", "[x] ", "[X] ", "> "}) {
    if (plain.starts_with(box)) plain.erase(0, box.size());
  }
  drop_targets(plain);
  for (const std::string_view mark : {"***", "**", "__", "~~", "`", "*", "_"}) drop_pairs(plain, mark);
  return plain;
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(' '); at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(' ', end);
  }
  return words;
}

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (u_isalpha(next_code(text, at)) != 0) ++letters;
  }
  return letters;
}

Bracketed bracketed(std::string_view text) {
  if (!text.ends_with(')')) return {std::string(text), ""};
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return {std::string(text), ""};
  const std::string_view inside = trimmed(text.substr(open + 1, text.size() - open - 2));
  if (inside.find(')') != std::string_view::npos) return {std::string(text), ""};
  return {std::string(trimmed(text.substr(0, open))), std::string(inside)};
}

bool is_acronym(std::string_view text) {
  constexpr std::size_t letters_max = 6;
  if (text.size() < 2 || text.size() > letters_max) return false;
  const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
  const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  return capital(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char letter) { return capital(letter) || digit(letter); });
}

bool contains_words(const std::vector<std::string>& outer, const std::vector<std::string>& inner) {
  return !inner.empty() && std::search(outer.begin(), outer.end(), inner.begin(), inner.end()) != outer.end();
}

}  // namespace certamen::content
