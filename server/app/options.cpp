#include "server/app/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <sstream>
#include <vector>

#include "server/app/beacon_options.hpp"
#include "server/app/command_line.hpp"
#include "server/app/door_options.hpp"

namespace certamen::app {
namespace {

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
    "Connections are encrypted, except by default on this machine's own addresses. Without --tls-certificate the server\n"
    "makes a certificate at its first start, keeps it beside the data file, and prints its fingerprint for people to\n"
    "compare with what their programs show.\n\n"
    "Each option can also come from the environment, as CERTAMEN_BANK, CERTAMEN_DATA, CERTAMEN_LISTEN, CERTAMEN_THREADS,\n"
    "CERTAMEN_LOG_LEVEL, CERTAMEN_LOG_FORMAT, CERTAMEN_STATUS_LISTEN, CERTAMEN_DRAIN_SECONDS, CERTAMEN_KEEP_GAMES,\n"
    "CERTAMEN_TLS_CERTIFICATE, CERTAMEN_TLS_KEY, CERTAMEN_NAME_FILTER, CERTAMEN_SERVER_PASSWORD_FILE,\n"
    "CERTAMEN_OPEN_ROOMS, CERTAMEN_SERVER_NAME, CERTAMEN_NO_BEACON, CERTAMEN_BEACON_TO. Flags beat the environment, which "
    "beats the file.\n\n"
    "Commands: serve (the default), backup, erase, prune, replay, export; certamen-server COMMAND --help tells more.\n\n"
    "Exit codes: 0 stopped by SIGINT or SIGTERM, 1 stopped at once by a second one, 2 wrong usage or a file or port that\n"
    "cannot be used.";

// The commands are parted before any option is read, so only this line can name them.
struct WithCommands : CLI::Formatter {
  std::string make_usage(const CLI::App* /*app*/, std::string /*name*/) const override {
    return "Usage: certamen-server [serve] [OPTIONS]\n"
           "       certamen-server backup|erase|prune|replay|export [OPTIONS]   (each with a --help of its own)\n";
  }
};

// What is served, where, and by how many threads.
void add_serving_options(CLI::App& parser, Options& options, std::string& listen) {
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
}

// What was said of encryption, beside the certificate.
struct Encryption {
  bool everywhere = false;
  bool nowhere = false;
};

void add_encryption_options(CLI::App& parser, Options& options, Encryption& wanted) {
  parser.add_option("--tls-certificate", options.certificate_path, "Certificate chain to show, PEM; with --tls-key")
      ->envname("CERTAMEN_TLS_CERTIFICATE")
      ->type_name("FILE");
  parser.add_option("--tls-key", options.key_path, "The certificate's private key, PEM without a pass phrase")
      ->envname("CERTAMEN_TLS_KEY")
      ->type_name("FILE");
  parser.add_flag("--tls", wanted.everywhere,
                  "Encrypt also on this machine's own addresses, where plain text is the default");
  parser.add_flag("--plain-text", wanted.nowhere, "Do not encrypt: anyone on the way reads and changes what is said");
}

std::optional<std::string> encryption_fault(const Options& options, const Encryption& wanted) {
  const bool certificate = !options.certificate_path.empty();
  if (certificate != !options.key_path.empty()) return "--tls-certificate and --tls-key go together";
  if (wanted.nowhere && (wanted.everywhere || certificate)) {
    return "--plain-text contradicts --tls and --tls-certificate";
  }
  return std::nullopt;
}

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

bool is_loopback(const std::string& host) {
  const bool numbers = host.find_first_not_of("0123456789.") == std::string::npos;  // a name may begin with 127, too
  return host == "localhost" || host == "::1" || (numbers && host.starts_with("127."));
}

bool is_encrypted(const Options& options, const Encryption& wanted) {
  return !wanted.nowhere && (wanted.everywhere || !options.certificate_path.empty() || !is_loopback(options.host));
}

int refuse_usage(const std::string& why) {
  return refuse("certamen-server", why + " (see certamen-server --help)");
}

int list_limits() {
  for (const hub::NamedLimit& limit : hub::named_limits({})) {
    fmt::print("{:<38} {:>12}  {}\n", limit.name, limit.value, limit.meaning);
  }
  return 0;
}

std::optional<std::string> limits_fault(Options& options, const std::vector<std::string>& wishes) {
  for (const std::string& wish : wishes) {
    const auto set = hub::set_limit(options.limits, wish);
    if (!set) return fmt::format("--limit: {}; --limit list shows all", set.error().what);
  }
  return std::nullopt;
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  Options options;
  std::string listen = fmt::format("{}:{}", options.host, options.port);
  CLI::App parser(about, "certamen-server");
  parser.formatter(std::make_shared<WithCommands>());
  parser.footer(examples);
  parser.set_version_flag("--version", std::string("certamen-server ") + CERTAMEN_VERSION);
  parser.set_config("--config", "", "Read options from this file (INI or TOML)");
  add_serving_options(parser, options, listen);
  std::string status;
  add_watching_options(parser, options, status);
  add_door_options(parser, options);
  std::string beacon_to;
  add_beacon_options(parser, options, beacon_to);
  bool print_config = false;
  parser.add_flag("--print-config", print_config, "Print all options as they are now, for --config, and do nothing else")
      ->configurable(false);
  parser.add_option("--seed", options.seed, "Draw the same papers at every start, for demonstrations and tests");
  std::vector<std::string> limits;
  parser.add_option("--limit", limits, "Set a limit, as often as needed; `--limit list` shows all with their values")
      ->type_name("NAME=VALUE");
  Encryption encryption;
  add_encryption_options(parser, options, encryption);
  if (const auto exit_code = parse_or_exit(parser, argc, argv)) return *exit_code;
  if (!split_address(listen, options.host, options.port)) {
    return refuse_usage(fmt::format("--listen wants HOST:PORT, not '{}'", listen));
  }
  if (!status.empty()) {
    options.status.emplace();
    if (!split_address(status, options.status->first, options.status->second)) {
      return refuse_usage(fmt::format("--status-listen wants HOST:PORT, not '{}'", status));
    }
  }
  if (!beacon_to.empty()) {
    options.beacon_to.emplace();
    if (!split_address(beacon_to, options.beacon_to->first, options.beacon_to->second)) {
      return refuse_usage(fmt::format("--beacon-to wants ADDRESS:PORT, not '{}'", beacon_to));
    }
  }
  if (const auto why = beacon_options_fault(options)) return refuse_usage(*why);
  if (const auto why = encryption_fault(options, encryption)) return refuse_usage(*why);
  if (const auto why = door_options_fault(options)) return refuse_usage(*why);
  options.encrypted = is_encrypted(options, encryption);
  if (std::find(limits.begin(), limits.end(), "list") != limits.end()) return list_limits();
  if (const auto why = limits_fault(options, limits)) return refuse_usage(*why);
  if (print_config) {
    std::fputs(config_of(parser).c_str(), stdout);
    return 0;
  }
  return options;
}

}  // namespace certamen::app
