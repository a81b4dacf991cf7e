// The commands of certamen-bank. One file each: it teaches the parser its subcommand and says what to run.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <ostream>

namespace certamen::content {

// Exit codes of the program.
inline constexpr int exit_done = 0;
inline constexpr int exit_content_wrong = 1;  // the topics have errors
inline constexpr int exit_usage_wrong = 2;    // a wrong command line, or a file or folder that is not what was promised

struct Command {
  CLI::App* parser = nullptr;
  // Called once, after parsing; returns the exit code.
  std::function<int(std::ostream& out, std::ostream& err)> run;
};

// In the order of --help. `app` outlives what they return.
Command build_command(CLI::App& app);
Command draft_command(CLI::App& app);
Command export_command(CLI::App& app);
Command import_command(CLI::App& app);
Command lint_command(CLI::App& app);
Command stats_command(CLI::App& app);
Command show_command(CLI::App& app);
Command search_command(CLI::App& app);
Command proof_command(CLI::App& app);

}  // namespace certamen::content
