#include "server/exam/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace certamen::exam {
namespace {

// The ICU singletons come from data inside the library; if that is missing the text is taken as it is.
icu::UnicodeString normalised(const icu::UnicodeString& text, const icu::Normalizer2* form, UErrorCode& status) {
  if (U_FAILURE(status)) return text;
  return form->normalize(text, status);
}

// Case folding and decomposition, without the marks that decomposition sets free.
icu::UnicodeString bare(const icu::UnicodeString& text, UErrorCode& status) {
  const icu::UnicodeString cased = normalised(text, icu::Normalizer2::getNFKCCasefoldInstance(status), status);
  const icu::UnicodeString split = normalised(cased, icu::Normalizer2::getNFDInstance(status), status);
  icu::UnicodeString kept;
  bool gap = false;
  for (int32_t at = 0; at < split.length(); at = split.moveIndex32(at, 1)) {
    const UChar32 character = split.char32At(at);
    const int8_t type = u_charType(character);
    if (type == U_NON_SPACING_MARK) continue;
    if (u_isUWhiteSpace(character) != 0 || type == U_CONTROL_CHAR) {
      gap = true;
      continue;
    }
    if (gap && !kept.isEmpty()) kept.append(UChar32{' '});
    gap = false;
    kept.append(character);
  }
  return normalised(kept, icu::Normalizer2::getNFCInstance(status), status);
}

}  // namespace

std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string bytes;
  bare(wide, status).toUTF8String(bytes);
  return bytes;
}

}  // namespace certamen::exam
