#include "server/lobby/name.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>

#include "proto/wire/limits.hpp"

namespace certamen::lobby {
namespace {

constexpr UChar32 zero_width_joiner = 0x200D;
constexpr UChar32 zero_width_non_joiner = 0x200C;
constexpr UChar32 emoji_presentation = 0xFE0F;
constexpr std::array<UChar32, 2> blank_symbols = {0x2800, 0x1D159};  // Braille and music: symbols to Unicode, not to the eye
constexpr int32_t marks_in_a_row_max = 4;  // pointed and accented Hebrew, Tibetan and Vietnamese need no more
constexpr int suggestions_max = 300;

bool is_pictograph(UChar32 letter) {
  return u_hasBinaryProperty(letter, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
         u_hasBinaryProperty(letter, UCHAR_EMOJI_MODIFIER) != 0 || letter == emoji_presentation;
}

// Where Persian, Hindi, Sinhala and their kin write a joiner or non-joiner (UAX 31, A1, A2 and B, a little wider): after a
// letter that joins or a virama, before another letter. Keys drop it, so it makes no twin.
bool joins_letters(const icu::UnicodeString& name, int32_t index, UChar32 before) {
  const int32_t next = name.moveIndex32(index, 1);
  if (next >= name.length() || u_isalpha(name.char32At(next)) == 0) return false;
  constexpr uint8_t virama_class = 9;
  if (u_getCombiningClass(before) == virama_class) return true;
  const auto joining = static_cast<UJoiningType>(u_getIntPropertyValue(before, UCHAR_JOINING_TYPE));
  return joining == U_JT_DUAL_JOINING || joining == U_JT_LEFT_JOINING;
}

bool is_mark(UChar32 letter) {
  return (U_GET_GC_MASK(letter) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

bool is_blank_symbol(UChar32 letter) {
  return std::find(blank_symbols.begin(), blank_symbols.end(), letter) != blank_symbols.end();
}

bool is_visible(const icu::UnicodeString& name, int32_t index) {
  const UChar32 letter = name.char32At(index);
  // Both stand in emoji, after the sign that they join or dress; anywhere else they would be seen by nobody.
  const UChar32 before = index > 0 ? name.char32At(name.moveIndex32(index, -1)) : 0;
  if (letter == zero_width_joiner && is_pictograph(before)) return true;
  if (letter == zero_width_joiner || letter == zero_width_non_joiner) return joins_letters(name, index, before);
  if (letter == emoji_presentation) return u_hasBinaryProperty(before, UCHAR_EMOJI) != 0;
  if (letter == 0xFFFD || is_blank_symbol(letter) || u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0)
    return false;
  switch (u_charType(letter)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return false;
    default: return true;  // u_charType is a plain integer of ICU, not an enum of ours
  }
}

// No pile of accents that covers the neighbours, and none that would sit on what stands before the name.
bool is_heaped(const icu::UnicodeString& name) {
  int32_t in_a_row = 0;
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const UChar32 letter = name.char32At(i);
    if (i == 0 && is_mark(letter)) return true;
    in_a_row = is_mark(letter) ? in_a_row + 1 : 0;
    if (in_a_row > marks_in_a_row_max) return true;
  }
  return false;
}

icu::UnicodeString squeeze_spaces(const icu::UnicodeString& name) {
  icu::UnicodeString squeezed;
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const UChar32 letter = name.char32At(i);
    if (u_isUWhiteSpace(letter) == 0) {
      squeezed.append(letter);
    } else if (!squeezed.isEmpty() && squeezed.char32At(squeezed.length() - 1) != ' ') {
      squeezed.append(static_cast<UChar32>(' '));
    }
  }
  return squeezed.trim();
}

std::size_t grapheme_count(const icu::UnicodeString& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return static_cast<std::size_t>(name.countChar32());
  graphemes->setText(name);
  std::size_t count = 0;
  while (graphemes->next() != icu::BreakIterator::DONE) ++count;
  return count;
}

// What ICU calls confusable, in UTF-8; the text itself when ICU fails, so that equal names stay equal.
std::string skeleton(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), &uspoof_close);
  icu::UnicodeString key;
  uspoof_getSkeletonUnicodeString(checker.get(), 0, text, key, &status);
  std::string bytes;
  (U_SUCCESS(status) ? key : text).toUTF8String(bytes);
  return bytes;
}

// Case-folded, compatible forms made one, what nobody sees dropped.
icu::UnicodeString fold(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result;
  const auto* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_SUCCESS(status)) nfkc->normalize(text, result, status);
  return U_SUCCESS(status) ? result : icu::UnicodeString(text).foldCase();
}

std::string key_of(const icu::UnicodeString& name) {
  std::string bytes;
  icu::UnicodeString::fromUTF8(skeleton(fold(name))).foldCase().toUTF8String(bytes);
  return bytes;
}

// "Ana" of "Ana 2".
icu::UnicodeString without_number(const icu::UnicodeString& name) {
  int32_t end = name.length();
  while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') --end;
  if (end == name.length() || end < 2 || name.charAt(end - 1) != ' ') return name;
  return icu::UnicodeString(name, 0, end - 1);
}

// The first letters, as people count them, with room for `more` others.
icu::UnicodeString shortened(const icu::UnicodeString& name, std::size_t more) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return name;
  graphemes->setText(name);
  int32_t end = 0;
  std::string bytes;
  for (std::size_t count = 0; count + more < wire::name_graphemes_max; ++count) {
    const int32_t next = graphemes->next();
    if (next == icu::BreakIterator::DONE) break;
    bytes.clear();
    icu::UnicodeString(name, 0, next).toUTF8String(bytes);
    if (bytes.size() + more > wire::name_bytes_max) break;
    end = next;
  }
  return icu::UnicodeString(name, 0, end).trim();
}

}  // namespace

std::optional<PlayerName> admit_name(const std::string& typed) {
  if (typed.size() > wire::name_bytes_max) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString name = squeeze_spaces(nfc->normalize(icu::UnicodeString::fromUTF8(typed), status));
  if (U_FAILURE(status) || name.isEmpty() || grapheme_count(name) > wire::name_graphemes_max) return std::nullopt;
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    if (!is_visible(name, i)) return std::nullopt;
  }
  if (is_heaped(name)) return std::nullopt;
  PlayerName admitted;
  name.toUTF8String(admitted.shown);
  // Composing can lengthen a name; what is shown must fit the wire too.
  if (admitted.shown.size() > wire::name_bytes_max) return std::nullopt;
  admitted.key = key_of(name);
  admitted.look = skeleton(name);
  if (admitted.key.empty() || admitted.look.empty()) return std::nullopt;  // no two of those could be told apart
  return admitted;
}

std::string folded(const std::string& text) {
  return key_of(icu::UnicodeString::fromUTF8(text));
}

std::optional<PlayerName> suggest_name(const PlayerName& taken, const IsFree& is_free) {
  const icu::UnicodeString stem = without_number(icu::UnicodeString::fromUTF8(taken.shown));
  for (int number = 2; number < 2 + suggestions_max; ++number) {
    const std::string ending = " " + std::to_string(number);
    std::string candidate;
    shortened(stem, ending.size()).toUTF8String(candidate);
    const auto name = admit_name(candidate + ending);
    if (name && is_free(*name)) return name;
  }
  return std::nullopt;
}

}  // namespace certamen::lobby
