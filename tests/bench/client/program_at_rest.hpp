// The client as a program: how soon it shows its first screen, and what it takes while nothing happens.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace certamen::bench {

// Milliseconds from its start until the picture of its first screen is written, a few times; then seconds of CPU time per
// second at rest, and kilobytes in memory. `scratch` is emptied. Throws when the client does not start.
[[nodiscard]] nlohmann::json watch_program(const std::string& scratch);

}  // namespace certamen::bench
