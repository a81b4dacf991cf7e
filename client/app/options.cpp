#include "client/app/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>

#include "client/model/address.hpp"

namespace certamen::client_app {

namespace {

constexpr int exit_usage = 2;
constexpr unsigned width_min = 640;
constexpr unsigned height_min = 400;
constexpr unsigned side_max = 7680;

struct Raw {
  Options options;
  bool host = false;
  bool solo = false;
  std::string language;
  std::string size;
  std::optional<std::uint64_t> pilot;
  Script script;
  std::string mode;
  std::string hands;
  std::vector<std::string> errands;
};

int usage(const std::string& what) {
  fmt::print(stderr, "certamen-client: {}\n", what);
  return exit_usage;
}

void add_pilot_options(CLI::App& app, Raw& raw) {
  app.add_option("--pilot", raw.pilot, "A scripted person plays, decided by this seed; for demonstrations and tests");
  app.add_option("--hands", raw.hands, "With --pilot: uses the keys alone, or the mouse alone")
      ->check(CLI::IsMember({"keys", "mouse"}));
  app.add_flag("--from-start", raw.script.from_start, "With --pilot: begins at the first screen and fills the forms");
  app.add_flag("--haste", raw.script.hasty, "With --pilot: looks at nothing longer than it must");
  app.add_option("--errands", raw.errands,
                 "With --pilot, tries on its way: settings, every one, with --from-start; orders, every one of the host's "
                 "console,\nwith --host, in a competition of four players and every kind of question; teams, a move to "
                 "another, and\nhands the room over and leaves")
      ->delimiter(',')
      ->check(CLI::IsMember({"settings", "orders", "teams"}));
  app.add_option("--players", raw.script.players_awaited, "With --host and --pilot: start when so many players are there")
      ->check(CLI::Range(std::size_t{1}, wire::players_per_room_max));
}

void add_options(CLI::App& app, Raw& raw) {
  Options& options = raw.options;
  app.add_option("--connect", options.address, "Server to play on, HOST:PORT (without it, the one used last)");
  app.add_option("--join", options.code, "Code of the room to join; without a name known, its form is shown");
  app.add_option("--name", options.name, "Name to play under; remembered");
  app.add_flag("--host", raw.host, "Open a room and host it");
  app.add_flag("--solo", raw.solo, "Practise alone");
  app.add_flag("--spectate", options.spectate, "With --join: watch without playing, for a projector");
  app.add_option("--questions", options.questions, "With --host or --solo: questions in the match")
      ->check(CLI::Range(std::size_t{1}, wire::questions_per_match_max));
  app.add_option("--answer-seconds", options.answer_seconds, "With --host or --solo: questions are open so long")
      ->check(CLI::Range(5, 300));
  app.add_option("--mode", raw.mode, "With --host: competition, teams or exam")
      ->check(CLI::IsMember({"competition", "teams", "exam"}));
  app.add_option("--language", raw.language, "es or en; remembered")->check(CLI::IsMember({"es", "en"}));
  app.add_option("--size", raw.size, "Size of the window in pixels, WxH (as it was last time)");
  app.add_flag("--full-screen", options.full_screen, "Fill the screen; F11 changes it at any time");
  app.add_flag("--plain-text", options.plain_text, "Speak plain text to a server that does not encrypt: anyone can listen");
  app.add_option("--server-password", options.server_password, "What the server asks everyone for")
      ->envname("CERTAMEN_SERVER_PASSWORD");
  app.add_option("--room-password", options.room_password, "Of the room to join, or to be asked for in the room hosted")
      ->envname("CERTAMEN_ROOM_PASSWORD");
  app.add_flag("--generated-names", options.generated_names, "With --host: players get friendly names, whatever they type");
  app.add_flag("--listed", options.listed, "With --host: show the room on the local network");
  app.add_flag(
      "--find", options.find,
      "Print the servers of the local network, without a window: address, port, name, certificate and shown rooms,\n"
      "parted by tabs; exit code 1 when there are none");
  app.add_option("--find-seconds", options.find_seconds, "With --find: listen so long")
      ->check(CLI::Range(1, 600))
      ->capture_default_str();
  app.add_option("--beacon-port", options.beacon_port, "UDP port on which servers tell the local network of themselves")
      ->check(CLI::Range(1, 65'535))
      ->capture_default_str();
  app.add_flag("--private", options.private_server,
               "With --connect: the server ends with this window, so it is not remembered");
  app.add_option("--server", options.server_program, "With --bank: run this server program for this window alone");
  app.add_option("--bank", options.server_bank, "The question bank for --server");
  app.add_option("--screenshots", options.screenshots, "Save a picture of every phase into this folder");
  app.add_flag("--report-start", options.reports_start,
               "Print a line as soon as the first picture is on the screen; for measurements");
  app.add_option("--gallery", options.gallery,
                 "Paint every widget in every state, theme and language into this folder, and end");
  app.add_option("--code-file", options.code_file, "With --host: write the room's code into this file");
}

bool take_size(Raw& raw) {
  if (raw.size.empty()) return true;
  const auto cross = raw.size.find('x');
  if (cross == std::string::npos) return false;
  const auto number = [&](std::size_t from, std::size_t to, unsigned& value) {
    const char* end = raw.size.data() + to;
    const auto result = std::from_chars(raw.size.data() + from, end, value);
    return result.ec == std::errc{} && result.ptr == end && value <= side_max;
  };
  if (!number(0, cross, raw.options.width) || !number(cross + 1, raw.size.size(), raw.options.height)) return false;
  return raw.options.width >= width_min && raw.options.height >= height_min;
}

// The one line that says what does not fit together; empty when all does.
std::string contradiction(Raw& raw) {
  Options& options = raw.options;
  if ((options.code.empty() ? 0 : 1) + (raw.host ? 1 : 0) + (raw.solo ? 1 : 0) > 1) {
    return "--join, --host and --solo exclude each other";
  }
  if (options.find && (!options.code.empty() || raw.host || raw.solo)) return "--find opens no window to play in";
  if (options.server_program.empty() != options.server_bank.empty()) return "--server and --bank go together";
  if (!options.server_program.empty() && !options.address.empty()) return "--server and --connect exclude each other";
  if (!options.address.empty() && !model::parse_address(options.address)) {
    return "--connect wants HOST:PORT with a port from 1 to 65535, not " + options.address;
  }
  if (!options.code.empty() && !model::parse_code(options.code)) {
    return "--join wants the six letters and digits of a room's code, not " + options.code;
  }
  if (options.spectate && options.code.empty()) return "--spectate goes with --join";
  if (options.generated_names && !raw.host) return "--generated-names goes with --host";
  if (options.listed && !raw.host) return "--listed goes with --host";
  if (!options.code_file.empty() && !raw.host) return "--code-file goes with --host";
  if (raw.pilot && options.code.empty() && !raw.host && !raw.solo) return "--pilot goes with --join, --host or --solo";
  const bool scripted = !raw.hands.empty() || raw.script.from_start || raw.script.hasty;
  if (scripted && !raw.pilot) return "--hands, --from-start and --haste go with --pilot";
  if (options.answer_seconds != 0 && !raw.host && !raw.solo) return "--answer-seconds goes with --host or --solo";
  for (const std::string& errand : raw.errands) {
    if (!raw.pilot) return "--errands goes with --pilot";
    if (errand == "settings" && !raw.script.from_start) return "--errands settings goes with --from-start";
    if (errand != "settings" && !raw.host) return "--errands " + errand + " goes with --host";
  }
  if (raw.script.hasty && !options.screenshots.empty()) {
    return "--haste leaves every screen before its picture could be taken; leave it out where --screenshots are wanted";
  }
  if (!raw.mode.empty() && !raw.host) return "--mode goes with --host";
  if (!take_size(raw)) return fmt::format("--size wants WxH from {}x{} on, not {}", width_min, height_min, raw.size);
  return {};
}

wire::Mode mode_of(const std::string& word) {
  if (word == "teams") return wire::Mode::TeamPractice;
  return word == "exam" ? wire::Mode::ExamSimulation : wire::Mode::Competition;
}

Script script_of(const Raw& raw, const Options& options) {
  Script script = raw.script;
  script.seed = *raw.pilot;
  if (!raw.hands.empty()) script.hands = raw.hands == "keys" ? Hands::Keys : Hands::Mouse;
  const auto tries = [&](const char* errand) {
    return std::find(raw.errands.begin(), raw.errands.end(), errand) != raw.errands.end();
  };
  script.tries_settings = tries("settings");
  script.tries_orders = tries("orders");
  script.tries_teams = tries("teams");
  script.way = options.way;
  if (!options.name.empty()) script.name = options.name;
  script.code = options.code;
  script.questions = options.questions;
  script.mode = options.mode.value_or(wire::Mode::Competition);
  return script;
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  CLI::App app{"certamen-client: the window in which one person plays, hosts, or watches."};
  app.set_version_flag("--version", "certamen-client " CERTAMEN_VERSION);
  app.footer(
      "The profile (language, name, recent servers, tickets to seats, certificates known, settings) is kept in\n"
      "$XDG_CONFIG_HOME/certamen or ~/.config/certamen; CERTAMEN_PROFILE names another file.");
  Raw raw;
  add_options(app, raw);
  add_pilot_options(app, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return usage(error.what());
  }
  if (const auto wrong = contradiction(raw); !wrong.empty()) return usage(wrong);

  Options options = std::move(raw.options);
  if (!options.code.empty()) options.way = Way::Join;
  if (raw.host) options.way = Way::Host;
  if (raw.solo) options.way = Way::Solo;
  if (!raw.language.empty()) options.language = raw.language == "es" ? wire::Language::Spanish : wire::Language::English;
  if (!raw.mode.empty()) options.mode = mode_of(raw.mode);
  if (raw.pilot) options.script = script_of(raw, options);
  return options;
}

}  // namespace certamen::client_app
