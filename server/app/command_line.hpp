// What the commands' parsers share.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>

namespace certamen::app {

inline constexpr int exit_done = 0;
inline constexpr int exit_nothing_found = 1;
inline constexpr int exit_usage = 2;

// Parses; the exit code of a program that is done, its words printed.
[[nodiscard]] std::optional<int> parse_or_exit(CLI::App& parser, int argc, const char* const* argv);

// --data FILE, which must be there.
void add_data_option(CLI::App& parser, std::string& path);

// One line on standard error; returns exit_usage.
[[nodiscard]] int refuse(const std::string& command, const std::string& why);

// "90d", "12h": whole days or hours as seconds; nothing for anything else. Up to a hundred years.
[[nodiscard]] std::optional<std::int64_t> parse_age(const std::string& text);

// A whole number and nothing else.
[[nodiscard]] std::optional<std::uint64_t> number_in(const std::string& text);
// A room's code as people type it: in any case, with spaces, dots or dashes of any kind between.
[[nodiscard]] std::string code_in(const std::string& text);

}  // namespace certamen::app
