// Numbers as people type and read them, and the whole millionths in which they travel.
//
// Pure. Both languages read both decimal signs, so nobody loses a question to the keyboard's language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "proto/wire/types.hpp"

namespace certamen::model {

enum class NumberError : std::uint8_t {
  Missing,     // nothing was typed
  Malformed,   // not a number
  TooPrecise,  // more than six decimals that matter
  OutOfRange,  // beyond wire::numeric_micros_max
};

// Reads an optional sign (+, -, or the typographic minus), digits, and one comma or point before the decimals. Spaces
// (plain, no-break, narrow, thin) may separate thousands, in whole groups of three; a comma or a point never does, so
// "1.234" is one and 234 thousandths in either language. Exact: no floating point.
[[nodiscard]] tl::expected<std::int64_t, NumberError> parse_number(std::string_view text);

// The shortest exact text: decimal point in English, comma in Spanish, groups of three by a no-break narrow space from
// five digits on, a typographic minus.
[[nodiscard]] std::string format_number(std::int64_t micros, wire::Language language);

}  // namespace certamen::model
