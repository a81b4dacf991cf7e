#include "server/lobby/name.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>
#include <unicode/utext.h>

#include <memory>

#include "proto/wire/limits.hpp"

namespace certamen::lobby {
namespace {

constexpr UChar32 zero_width_joiner = 0x200D;
constexpr UChar32 emoji_presentation = 0xFE0F;
constexpr UChar32 blank_braille = 0x2800;  // a symbol to Unicode, nothing to the eye

bool is_pictograph(UChar32 letter) {
  return u_hasBinaryProperty(letter, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
         u_hasBinaryProperty(letter, UCHAR_EMOJI_MODIFIER) != 0 || letter == emoji_presentation;
}

bool is_visible(const icu::UnicodeString& name, int32_t index) {
  const UChar32 letter = name.char32At(index);
  // Both stand in emoji, after the sign that they join or dress; anywhere else they would be seen by nobody.
  const UChar32 before = index > 0 ? name.char32At(name.moveIndex32(index, -1)) : 0;
  if (letter == zero_width_joiner) return is_pictograph(before);
  if (letter == emoji_presentation) return u_hasBinaryProperty(before, UCHAR_EMOJI) != 0;
  if (letter == 0xFFFD || letter == blank_braille || u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0)
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

std::string skeleton(const icu::UnicodeString& name) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded;
  if (const auto* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status); U_SUCCESS(status)) {
    nfkc->normalize(name, folded, status);
  }
  const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), &uspoof_close);
  icu::UnicodeString key;
  uspoof_getSkeletonUnicodeString(checker.get(), 0, folded, key, &status);
  std::string bytes;
  (U_SUCCESS(status) ? key : folded).foldCase().toUTF8String(bytes);
  return bytes;
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
  PlayerName admitted;
  name.toUTF8String(admitted.shown);
  // Composing can lengthen a name; what is shown must fit the wire too.
  if (admitted.shown.size() > wire::name_bytes_max) return std::nullopt;
  admitted.key = skeleton(name);
  return admitted;
}

}  // namespace certamen::lobby
