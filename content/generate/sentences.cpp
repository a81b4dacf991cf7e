#include "content/generate/sentences.hpp"

#include <algorithm>

#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

struct Style {
  std::string_view group;
  std::string_view decimal;
  std::size_t grouped_digits_min;
  std::string_view before_percent;
};

Style style_of(Language language) {
  switch (language) {
    case Language::English: return {",", ".", 4, ""};
    case Language::Spanish: return {no_break_space, ",", 5, no_break_space};
  }
  return {};
}

bool begins_sentence(std::string_view before) {
  for (;;) {
    const std::size_t size = before.size();
    for (const std::string_view opening : {" ", "\"", "(", "¿", "¡", "«", "“"}) {
      if (before.ends_with(opening)) before.remove_suffix(opening.size());
    }
    if (before.size() == size) break;
  }
  return before.empty() || before.ends_with('.') || before.ends_with('?') || before.ends_with('!');
}

bool ends_with_word(std::string_view text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  return text.empty() || text.ends_with(' ') || text.ends_with("¿");
}

void append(std::string& text, const Filling& filling, Language language) {
  std::string_view words = filling.words;
  constexpr std::string_view article = "el ";
  const bool contracts =
      ends_with_word(text, "a ") || ends_with_word(text, "de ") || ends_with_word(text, "A ") || ends_with_word(text, "De ");
  if (language == Language::Spanish && contracts && words.starts_with(article)) {
    text.pop_back();
    text.append("l ");
    words.remove_prefix(article.size());
  }
  if (!filling.keep_case && begins_sentence(text) && may_be_capitalised(words)) {
    text.append(capitalised(words));
  } else {
    text.append(words);
  }
}

}  // namespace

Words& words_in(Text& text, Language language) {
  return language == Language::English ? text.en : text.es;
}

const Words& words_in(const Text& text, Language language) {
  return language == Language::English ? text.en : text.es;
}

std::string written_number(std::int64_t micros, Language language) {
  const Style style = style_of(language);
  const std::string plain = decimal_of(micros);
  const std::size_t sign = plain.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const std::size_t digits = point - sign;
  std::string text = plain.substr(0, sign);
  for (std::size_t i = 0; i < digits; ++i) {
    const bool separated = i > 0 && (digits - i) % 3 == 0 && digits >= style.grouped_digits_min;
    if (separated) text.append(style.group);
    text.push_back(plain[sign + i]);
  }
  if (point < plain.size()) text.append(style.decimal).append(plain.substr(point + 1));
  return text;
}

std::string written_quantity(std::int64_t micros, const std::string& unit, Language language) {
  std::string text = written_number(micros, language);
  if (unit.empty()) return text;
  return text.append(unit.starts_with('%') ? style_of(language).before_percent : " ").append(unit);
}

std::string filled(std::string_view pattern, const Filling& row, const Filling& value, Language language) {
  constexpr std::string_view row_blank = "{row}";
  constexpr std::string_view value_blank = "{value}";
  std::string text;
  while (!pattern.empty()) {
    const std::size_t blank = std::min(pattern.find(row_blank), pattern.find(value_blank));
    text.append(pattern.substr(0, blank));
    if (blank == std::string_view::npos) break;
    pattern.remove_prefix(blank);
    const bool is_row = pattern.starts_with(row_blank);
    append(text, is_row ? row : value, language);
    pattern.remove_prefix((is_row ? row_blank : value_blank).size());
  }
  return text;
}

std::string joined(const std::string& first, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return first + " " + second;
}

}  // namespace certamen::content
