// When are two texts the same answer?
//
// Pure: Unicode's own tables (ICU), no locale. The compiler of banks and the server compare by this one function.
#pragma once

#include <string>
#include <string_view>

namespace certamen::exam {

// Compatibility forms, case, diacritics and invisible characters fold away (NFKC case fold, marks dropped, composed); runs
// of white space and control characters become one space, none at the ends. Folding twice changes nothing more. Takes
// UTF-8; the result is empty when the text has nothing to compare.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace certamen::exam
