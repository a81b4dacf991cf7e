#include "content/exchange/brought_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <utility>

#include "content/exchange/markup.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

bool is_no_break_space(UChar32 character) {
  return character == 0x00A0 || character == 0x202F;
}

// One paragraph: spaces between words, none at the edges, nothing that nobody sees.
PlainWords paragraph(std::string_view text) {
  PlainWords words;
  const icu::UnicodeString all = wide(text);
  icu::UnicodeString kept;
  bool space = false;
  bool line_break = false;
  for (int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
    const UChar32 character = all.char32At(at);
    const int8_t type = u_charType(character);
    if (type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR) line_break = true;
    const bool edge = kept.isEmpty() && is_no_break_space(character);
    if (edge || (u_isUWhiteSpace(character) != 0 && !is_no_break_space(character))) {
      space = true;
      continue;
    }
    if (type == U_CONTROL_CHAR || type == U_FORMAT_CHAR) continue;
    if (space && !kept.isEmpty()) {
      kept.append(static_cast<UChar32>(' '));
      words.flattened = words.flattened || line_break;
    }
    space = false;
    line_break = false;
    kept.append(character);
  }
  const auto at_edge = [](UChar32 character) { return character == ' ' || is_no_break_space(character); };
  while (!kept.isEmpty() && at_edge(kept.char32At(kept.length() - 1))) kept.truncate(kept.length() - 1);
  words.text = composed(narrow(kept));
  return words;
}

bool has_pair(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t at = text.find(open);
  return at != std::string_view::npos && text.find(close, at + open.size()) != std::string_view::npos;
}

}  // namespace

PlainWords plain_words(std::string_view raw, Markup markup) {
  Unmarked unmarked;
  switch (markup) {
    case Markup::Plain: unmarked.text = raw; break;
    case Markup::Html:
    case Markup::Moodle: unmarked = without_tags(raw); break;
    case Markup::Markdown: unmarked = without_marks(raw); break;
  }
  PlainWords words = paragraph(unmarked.text);
  words.lost = std::move(unmarked.lost);
  const bool formula = has_pair(raw, "$$", "$$") || has_pair(raw, "\\(", "\\)") || has_pair(raw, "\\[", "\\]");
  if (formula && markup != Markup::Plain) words.lost.emplace_back("the setting of a formula, which stays as it is typed,");
  return words;
}

std::string shortened(std::string_view text, std::size_t characters_max) {
  icu::UnicodeString all = wide(text);
  const auto limit = static_cast<int32_t>(characters_max);
  if (all.countChar32() <= limit) return std::string(text);
  const int32_t end = all.moveIndex32(0, limit - 1);
  all.truncate(end);
  const int32_t space = all.lastIndexOf(static_cast<UChar32>(' '));
  if (space > end / 2) all.truncate(space);
  while (!all.isEmpty()) {
    const UChar32 last = all.char32At(all.length() - 1);
    if (u_ispunct(last) == 0 && u_isUWhiteSpace(last) == 0) break;
    all.truncate(all.moveIndex32(all.length(), -1));
  }
  return narrow(all.append(static_cast<UChar32>(0x2026)));
}

}  // namespace certamen::content
