// The client as a program: how soon it shows its first screen, and what it takes while nothing happens.
#pragma once

#include <nlohmann/json.hpp>

namespace certamen::bench {

// Milliseconds from its start until its first picture is on the screen, a few times; then seconds of CPU time per second
// at rest, and kilobytes in memory. Throws when the client does not start.
[[nodiscard]] nlohmann::json watch_program();

}  // namespace certamen::bench
