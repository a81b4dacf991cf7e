// The options that say who may come in, and under which names.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "server/app/options.hpp"

namespace certamen::app {

void add_door_options(CLI::App& parser, Options& options);
// What is wrong with them together.
[[nodiscard]] std::optional<std::string> door_options_fault(const Options& options);

}  // namespace certamen::app
