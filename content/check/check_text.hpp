// What goes wrong where sentences are put together; a part of check.hpp.
//
// Pure.
#pragma once

#include <string>

namespace certamen::content {

// A word written twice in a row ("for for"), which happens where sentences are put together. Empty where there is none.
[[nodiscard]] std::string doubled_word(const std::string& text);

}  // namespace certamen::content
