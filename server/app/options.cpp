#include "server/app/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <sstream>

namespace certamen::app {
namespace {

constexpr int exit_usage = 2;

constexpr const char* about =
    "certamen-server: hosts rooms in which people answer timed questions together.\n\n"
    "Rooms draw their questions from a bank made by certamen-bank. Every accepted answer is in the data file before\n"
    "anyone hears of it, so a server that is killed comes back with all rooms, scores and remaining times.";

constexpr const char* examples =
    "Examples:\n"
    "  certamen-server --bank bank.db                                this machine only, port 7117\n"
    "  certamen-server --bank bank.db --listen 0.0.0.0:7117          everyone on the network\n"
    "  certamen-server --bank bank.db --listen 127.0.0.1:0           a free port; the first line printed names it\n"
    "  certamen-server --config server.ini                           the same names as the flags, one a line: bank = "
    "bank.db\n\n"
    "Each option can also come from the environment, as CERTAMEN_BANK, CERTAMEN_DATA, CERTAMEN_LISTEN, CERTAMEN_THREADS,\n"
    "CERTAMEN_LOG_LEVEL, CERTAMEN_LOG_FORMAT, CERTAMEN_STATUS_LISTEN, CERTAMEN_DRAIN_SECONDS, CERTAMEN_KEEP_GAMES. Flags\n"
    "beat the environment, which beats the file.\n\n"
    "Commands: serve (the default), backup, erase, prune; certamen-server COMMAND --help tells more.\n\n"
    "Exit codes: 0 stopped by SIGINT or SIGTERM, 1 stopped at once by a second one, 2 wrong usage or a file or port that\n"
    "cannot be used.";

// Of the operator: what is told, how it stops, what is kept.
void add_watching_options(CLI::App& parser, Options& options, std::string& status) {
  parser.add_option("--status-listen", status, "Where /healthz, /readyz and /metrics are answered; nowhere by default")
      ->envname("CERTAMEN_STATUS_LISTEN")
      ->type_name("HOST:PORT");
  parser.add_option("--log-format", options.log_format, "Log lines for people or, one object a line, for programs")
      ->envname("CERTAMEN_LOG_FORMAT")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  parser.add_option("--drain-seconds", options.drain_seconds, "At a stop, wait so long for running questions to end")
      ->envname("CERTAMEN_DRAIN_SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(0, 600));
  parser.add_option("--keep-games", options.keep_games_days, "Remove games that ended so many days ago; kept without it")
      ->envname("CERTAMEN_KEEP_GAMES")
      ->check(CLI::Range(0, 36'525))
      ->type_name("DAYS");
}

// The options as a configuration file; those without a value are not said, so that it can be read again.
std::string config_of(const CLI::App& parser) {
  std::istringstream lines(parser.config_to_str(true, true));
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    if (!line.ends_with("=\"\"")) text += line + "\n";
  }
  return text;
}

// "host:port", "[v6]:port" or a port alone.
bool split_address(const std::string& address, std::string& host, std::uint16_t& port) {
  const std::size_t colon = address.rfind(':');
  const std::string port_text = colon == std::string::npos ? address : address.substr(colon + 1);
  if (colon != std::string::npos) host = address.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  const char* end = port_text.data() + port_text.size();
  const auto parsed = std::from_chars(port_text.data(), end, port);
  return parsed.ec == std::errc{} && parsed.ptr == end && !host.empty();
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  Options options;
  std::string listen = fmt::format("{}:{}", options.host, options.port);
  CLI::App parser(about, "certamen-server");
  parser.footer(examples);
  parser.set_version_flag("--version", std::string("certamen-server ") + CERTAMEN_VERSION);
  parser.set_config("--config", "", "Read options from this file (INI or TOML)");
  parser.add_option("--bank", options.bank_path, "Question bank made by certamen-bank build")
      ->envname("CERTAMEN_BANK")
      ->required()
      ->type_name("FILE");
  parser.add_option("--data", options.data_path, "Journals and results; made if missing")
      ->envname("CERTAMEN_DATA")
      ->capture_default_str()
      ->type_name("FILE");
  parser.add_option("--listen", listen, "Where to listen; port 0 picks a free one")
      ->envname("CERTAMEN_LISTEN")
      ->capture_default_str()
      ->type_name("HOST:PORT");
  parser.add_option("--threads", options.threads, "Shards, each a thread of its own; 0 means one a core")
      ->envname("CERTAMEN_THREADS")
      ->capture_default_str()
      ->check(CLI::Range(0, 64));
  parser.add_option("--log-level", options.log_level, "What to write on standard error")
      ->envname("CERTAMEN_LOG_LEVEL")
      ->capture_default_str()
      ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}));
  std::string status;
  add_watching_options(parser, options, status);
  bool print_config = false;
  parser.add_flag("--print-config", print_config, "Print all options as they are now, for --config, and do nothing else")
      ->configurable(false);
  parser.add_option("--seed", options.seed, "Draw the same papers at every start, for demonstrations and tests");
  try {
    parser.parse(argc, argv);
  } catch (const CLI::Success& done) {
    return parser.exit(done);
  } catch (const CLI::ParseError& error) {
    std::fputs(fmt::format("certamen-server: {} (see certamen-server --help)\n", error.what()).c_str(), stderr);
    return exit_usage;
  }
  if (!split_address(listen, options.host, options.port)) {
    std::fputs(
        fmt::format("certamen-server: --listen wants HOST:PORT, not '{}' (see certamen-server --help)\n", listen).c_str(),
        stderr);
    return exit_usage;
  }
  if (!status.empty()) {
    options.status.emplace();
    if (!split_address(status, options.status->first, options.status->second)) {
      std::fputs(
          fmt::format("certamen-server: --status-listen wants HOST:PORT, not '{}' (see certamen-server --help)\n", status)
              .c_str(),
          stderr);
      return exit_usage;
    }
  }
  if (print_config) {
    std::fputs(config_of(parser).c_str(), stdout);
    return 0;
  }
  return options;
}

}  // namespace certamen::app
