// The options that say whether and how the local network hears of the server.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "server/app/options.hpp"

namespace certamen::app {

// `to` is ADDRESS:PORT as given, still to be taken apart.
void add_beacon_options(CLI::App& parser, Options& options, std::string& to);
// What is wrong with them.
[[nodiscard]] std::optional<std::string> beacon_options_fault(const Options& options);

// The name given, or else the machine's where that can be shown.
[[nodiscard]] std::string name_in_beacons(const Options& options);

}  // namespace certamen::app
