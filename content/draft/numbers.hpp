// The one number of a sentence that can be asked for: "at most 7 instances" -> "at most ___ instances", 7, "instances".
//
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "proto/wire/types.hpp"

namespace certamen::content {

struct BlankedNumber {
  std::string sentence;  // the number blanked
  std::int64_t micros = 0;
  std::string unit;  // as the sentence has it
};

// Nothing where no number has a unit or a counted noun behind it, where a range makes two numbers of it, or where the
// sentence tells the number twice. In a text of `language` "1.000" is a thousand or one.
[[nodiscard]] std::optional<BlankedNumber> blanked_number(std::string_view sentence, wire::Language language);

}  // namespace certamen::content
