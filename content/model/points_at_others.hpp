// Options that speak of the other options of their question: "none of the above", "both A and B". Options are shuffled, so
// what these say does not stay true.
//
// Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certamen::content {

// The words of an option, folded, that point at other options; nothing where none do.
[[nodiscard]] std::optional<std::string> pointing_words(std::string_view option);

}  // namespace certamen::content
