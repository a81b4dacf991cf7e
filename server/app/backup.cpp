#include "server/store/backup.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "server/app/command_line.hpp"
#include "server/app/commands.hpp"

namespace certamen::app {

int backup_command(int argc, const char* const* argv) {
  std::string data;
  std::string copy;
  bool force = false;
  CLI::App parser(
      "Copies the data file, also while a server uses it: as it is at this moment, checked, and only then put in\n"
      "its place. To restore, stop the server and put the copy where the data file was (without the -wal and\n"
      "-shm files of the old one).",
      "certamen-server backup");
  parser.footer(
      "Exit codes: 0 the copy is there and whole, 2 wrong usage or a file that cannot be used.\n\n"
      "Example:\n  certamen-server backup --data certamen-data.db -o monday.db");
  parser.add_option("--data", data, "The data file")->envname("CERTAMEN_DATA")->required()->type_name("FILE");
  parser.add_option("-o,--output", copy, "Where the copy goes")->required()->type_name("COPY");
  parser.add_flag("--force", force, "Replace a file that is there");
  if (const auto exit_code = parse_or_exit(parser, argc, argv)) return *exit_code;
  std::error_code unknown;
  if (data == copy || std::filesystem::equivalent(data, copy, unknown))
    return refuse("certamen-server backup", "the copy cannot take the place of the data file");
  const bool person = isatty(STDERR_FILENO) != 0;
  const auto done = store::back_up(data, copy, force, [person](int percent) {
    if (person) std::fputs(fmt::format("\rcopied {} %", percent).c_str(), stderr);
  });
  if (person) std::fputs("\n", stderr);
  if (!done) return refuse("certamen-server backup", done.error().what);
  std::fputs(fmt::format("{} is a whole copy of {}\n", copy, data).c_str(), stdout);
  return exit_done;
}

}  // namespace certamen::app
