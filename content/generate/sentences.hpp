// How a table's words become sentences, in either language.
//
// Pure.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "content/model/topic.hpp"

namespace certamen::content {

enum class Language : std::uint8_t { English, Spanish };
inline constexpr std::array all_languages{Language::English, Language::Spanish};

[[nodiscard]] Words& words_in(Text& text, Language language);
[[nodiscard]] const Words& words_in(const Text& text, Language language);

// A number as the language writes it: 16,000 and 0.5 in English, 16 000 and 0,5 in Spanish with no-break spaces from five
// digits on.
[[nodiscard]] std::string written_number(std::int64_t micros, Language language);

// The number with its unit, if it has one.
[[nodiscard]] std::string written_quantity(std::int64_t micros, const std::string& unit, Language language);

// What goes into a blank. A name keeps its case at the beginning of a sentence.
struct Filling {
  std::string_view words;
  bool keep_case = false;
};

// The pattern with {row} and {value} filled in: with a capital where a sentence begins, and in Spanish with "al" and "del"
// for "a el" and "de el".
[[nodiscard]] std::string filled(std::string_view pattern, const Filling& row, const Filling& value, Language language);

// Two sentences in one text; either may be empty.
[[nodiscard]] std::string joined(const std::string& first, const std::string& second);

}  // namespace certamen::content
