#include "client/ui/fold.hpp"

#include <algorithm>

#include "client/ui/utf8.hpp"

namespace certamen::ui {

namespace {

// One letter for each code point from U+00C0 to U+017F; '?' where it is another letter, or two.
constexpr char32_t first_known = 0xC0;
constexpr char32_t last_known = 0x17F;
constexpr std::string_view plain =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllll??l"
    "lnnnnnn???oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(plain.size() == last_known - first_known + 1);

constexpr bool is_mark(char32_t point) {
  return point >= 0x300 && point <= 0x36F;
}
constexpr bool is_space(char32_t point) {
  return point <= ' ' || point == 0xA0;
}

// A letter with a mark that is taken off it, and not a letter of its own.
constexpr bool marked_latin(char32_t point) {
  return point >= first_known && point <= 0xFF && point != 0xD8 && point != 0xF8 && plain[point - first_known] != '?';
}

std::string of_two_letters(char32_t point) {
  if (point == 0xC6 || point == 0xE6) return "ae";
  if (point == 0xDF) return "ss";
  return point == 0x152 || point == 0x153 ? "oe" : "";
}

// The letter's folded form; nothing when it is not known.
std::string fold_letter(char32_t point) {
  if (point >= 'A' && point <= 'Z') return std::string(1, static_cast<char>(point - 'A' + 'a'));
  if (point < 0x80) return std::string(1, static_cast<char>(point));
  if (point < first_known || point > last_known) return {};
  const char letter = plain[point - first_known];
  return letter == '?' ? of_two_letters(point) : std::string(1, letter);
}

struct Folded {
  std::string text;
  bool certain = true;
};

Folded fold(std::string_view text) {
  Folded result;
  bool space = false;
  for (const CodePoint& each : code_points(text)) {
    if (is_mark(each.value)) continue;
    if (is_space(each.value)) {
      space = !result.text.empty();
      continue;
    }
    if (space) result.text += ' ';
    space = false;
    result.certain = result.certain && (each.value < 0x7F || marked_latin(each.value));
    const std::string letter = fold_letter(each.value);
    if (letter.empty()) {
      append_code_point(result.text, each.value);
    } else {
      result.text += letter;
    }
  }
  return result;
}

}  // namespace

std::string folded(std::string_view text) {
  return fold(text).text;
}

std::optional<std::string> folded_as_server(std::string_view text) {
  Folded result = fold(text);
  if (!result.certain) return std::nullopt;
  return std::move(result.text);
}

bool finds(std::string_view text, std::string_view sought) {
  const std::string within = folded(text);
  const std::string words = folded(sought);
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t to = std::min(words.find(' ', from), words.size());
    if (within.find(words.substr(from, to - from)) == std::string::npos) return false;
    from = to + 1;
  }
  return true;
}

}  // namespace certamen::ui
