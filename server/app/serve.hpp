// A whole server run, from files and port to the last goodbye.
#pragma once

#include "server/app/options.hpp"

namespace certamen::app {

// Returns the exit code: 0 after SIGINT or SIGTERM, 2 when something it needs cannot be used (one line on standard error,
// nothing half-started). Requires that no other thread runs yet.
[[nodiscard]] int serve(const Options& options);

}  // namespace certamen::app
