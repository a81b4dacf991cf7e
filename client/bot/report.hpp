// A crowd's figures, for people and for programs.
#pragma once

#include <string>

#include "client/bot/tally.hpp"

namespace certamen::bot {

// What went wrong comes last; figures that nobody came far enough to have are left out.
[[nodiscard]] std::string text_of(const Sum& sum);
[[nodiscard]] std::string json_of(const Sum& sum);  // one object, times in milliseconds

}  // namespace certamen::bot
