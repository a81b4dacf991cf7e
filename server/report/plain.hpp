// Text of strangers on a terminal, and times as people read them.
//
// Pure.
#pragma once

#include <string>
#include <string_view>

#include "proto/wire/time.hpp"

namespace certamen::report {

// Control characters become spaces, so that a text neither moves the cursor nor makes lines of its own.
[[nodiscard]] std::string plain(std::string_view text);

// "+1:02:03.045": hours, minutes, seconds, thousandths. Requires a length that is not negative.
[[nodiscard]] std::string stopwatch(wire::Duration length);

}  // namespace certamen::report
