// certamen-bots: simulated players on the real model and the real connection.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/bot/crowd.hpp"
#include "client/bot/finder.hpp"
#include "client/bot/report.hpp"
#include "client/model/address.hpp"
#include "client/model/queries.hpp"
#include "proto/tls/identity.hpp"

namespace {

using certamen::bot::CrowdPlan;
using certamen::bot::Reading;
namespace wire = certamen::wire;

constexpr int exit_well = 0;
constexpr int exit_not_well = 1;
constexpr int exit_usage = 2;
constexpr int exit_unreachable = 3;

struct Arguments {
  CrowdPlan plan;
  std::string join;
  std::string language = "mixed";
  std::string pacing = "auto";
  std::vector<std::string> kinds{"all"};
  std::string scoring = "speed";
  bool host = false;
  std::uint32_t seconds_max = 600;
  bool json = false;
  bool find = false;
  std::uint32_t find_seconds = 5;
  std::uint16_t beacon_port = wire::beacon_port;
};

int usage(const std::string& what) {
  fmt::print(stderr, "certamen-bots: {}\n", what);
  return exit_usage;
}

constexpr std::array<std::pair<std::string_view, wire::QuestionKind>, wire::question_kind_count> kind_names{
    {{"single", wire::QuestionKind::SingleChoice},
     {"multiple", wire::QuestionKind::MultipleResponse},
     {"true_false", wire::QuestionKind::TrueFalse},
     {"numeric", wire::QuestionKind::Numeric},
     {"ordering", wire::QuestionKind::Ordering},
     {"matching", wire::QuestionKind::Matching},
     {"short_text", wire::QuestionKind::ShortText}}};

std::string listed_kinds() {
  std::string list;
  for (const auto& [name, kind] : kind_names) list += (list.empty() ? "" : ",") + std::string(name);
  return list;
}

// Nothing when a word names no kind. "all" is the empty list, as in the settings of a room.
std::optional<std::vector<wire::QuestionKind>> kinds_of(const std::vector<std::string>& words) {
  if (words == std::vector<std::string>{"all"}) return std::vector<wire::QuestionKind>{};
  std::vector<wire::QuestionKind> kinds;
  for (const std::string& word : words) {
    const auto* found =
        std::find_if(kind_names.begin(), kind_names.end(), [&](const auto& each) { return each.first == word; });
    if (found == kind_names.end()) return std::nullopt;
    if (std::find(kinds.begin(), kinds.end(), found->second) == kinds.end()) kinds.push_back(found->second);
  }
  return kinds;
}

// Nought, or a number of a range that does not begin at one.
CLI::Validator nought_or(std::uint32_t least, std::uint32_t most) {
  const std::string range = fmt::format("0 or {} to {}", least, most);
  return CLI::Validator{[=](const std::string& text) {
                          std::uint32_t number = 0;
                          const bool fits = CLI::detail::lexical_cast(text, number) &&
                                            (number == 0 || (number >= least && number <= most));
                          return fits ? std::string{} : fmt::format("wants {}, not {}", range, text);
                        },
                        "INT in [" + range + "]"};
}

wire::Pacing pacing_of(const std::string& word) {
  if (word == "host") return wire::Pacing::HostPaced;
  return word == "answered" ? wire::Pacing::WhenAnswered : wire::Pacing::Automatic;
}

wire::Scoring scoring_of(const std::string& word) {
  if (word == "accuracy") return wire::Scoring::Accuracy;
  if (word == "certainty") return wire::Scoring::Certainty;
  return word == "exam" ? wire::Scoring::Exam : wire::Scoring::Speed;
}

void add_network_options(CLI::App& app, Arguments& arguments) {
  app.add_flag("--listed", arguments.plan.settings.listed, "Rooms hosted are shown on the local network");
  app.add_flag("--find", arguments.find,
               "Print the servers of the local network: address, port, name, certificate and shown rooms, parted by tabs");
  app.add_option("--find-seconds", arguments.find_seconds, "With --find: listen so long")
      ->check(CLI::Range(1, 600))
      ->capture_default_str();
  app.add_option("--beacon-port", arguments.beacon_port, "UDP port on which servers tell the local network of themselves")
      ->check(CLI::Range(1, 65'535))
      ->capture_default_str();
}

void add_time_options(CLI::App& app, wire::RoomSettings& settings) {
  app.add_option("--reading-seconds", settings.reading_seconds,
                 "Matches hosted: questions are read so long before the answers open")
      ->check(CLI::Range(1, 30))
      ->capture_default_str();
  app.add_option("--answer-seconds", settings.answer_seconds, "Matches hosted: questions are open so long")
      ->check(CLI::Range(5, 300))
      ->capture_default_str();
  app.add_option("--reveal-seconds", settings.reveal_seconds, "Matches hosted: reveals are shown so long")
      ->check(CLI::Range(3, 120))
      ->capture_default_str();
  app.add_option("--ranking-seconds", settings.ranking_seconds, "Matches hosted: standings are shown so long")
      ->check(CLI::Range(2, 60))
      ->capture_default_str();
}

void add_options(CLI::App& app, Arguments& arguments) {
  wire::RoomSettings& settings = arguments.plan.settings;
  app.add_option("--connect", arguments.plan.address, "Server to play on, HOST:PORT; needed but with --find");
  app.add_option("--join", arguments.join, "Code of the room to join");
  app.add_flag("--host", arguments.host, "Open rooms, seat the players, start, and play to the end");
  app.add_option("--rooms", arguments.plan.rooms, "Rooms to host at once")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--players", arguments.plan.players_per_room, "Players in each room")
      ->check(CLI::Range(std::size_t{1}, wire::players_per_room_max))
      ->capture_default_str();
  app.add_option("--questions", settings.question_count, "Questions in each match hosted")
      ->check(CLI::Range(std::size_t{1}, wire::questions_per_match_max))
      ->capture_default_str();
  app.add_option("--seed", arguments.plan.seed, "Decides who plays and what they answer")->capture_default_str();
  app.add_option("--language", arguments.language, "What the players read: es, en or mixed")
      ->check(CLI::IsMember({"es", "en", "mixed"}))
      ->capture_default_str();
  app.add_option("--pacing", arguments.pacing, "Who sets the pace of matches hosted: auto, host, or the players' answers")
      ->check(CLI::IsMember({"auto", "host", "answered"}))
      ->capture_default_str();
  app.add_option("--kinds", arguments.kinds, "Kinds of questions in matches hosted: all, or some of " + listed_kinds())
      ->delimiter(',')
      ->capture_default_str();
  app.add_option("--scoring", arguments.scoring, "What answers are worth in matches hosted")
      ->check(CLI::IsMember({"speed", "accuracy", "certainty", "exam"}))
      ->capture_default_str();
  app.add_option("--teams", settings.team_count, "Teams in matches hosted, evenly filled; 0: none")
      ->check(nought_or(wire::teams_min, wire::teams_max))
      ->capture_default_str();
  app.add_option("--discuss-seconds", settings.discuss_seconds,
                 "Questions of matches hosted are voted on, talked about for so long, and voted on again; 0: one vote")
      ->check(nought_or(wire::discuss_seconds_min, wire::discuss_seconds_max))
      ->capture_default_str();
  app.add_option("--freeze", settings.freeze_questions, "Keep back the standings after so many last questions")
      ->check(CLI::Range(std::size_t{0}, wire::questions_per_match_max))
      ->capture_default_str();
  app.add_option("--trust", arguments.plan.safety.fingerprint,
                 "SHA-256 of the server's certificate, as the server prints it");
  app.add_flag("--trust-first", arguments.plan.safety.strangers_allowed, "Believe whatever certificate the server shows");
  app.add_flag("--plain-text", arguments.plan.safety.plain_allowed, "Speak plain text to a server that does not encrypt");
  app.add_option("--server-password", arguments.plan.passwords.server, "What the server asks everyone for")
      ->envname("CERTAMEN_SERVER_PASSWORD");
  app.add_option("--room-password", arguments.plan.passwords.room, "Of the room to join, or of the rooms to host")
      ->envname("CERTAMEN_ROOM_PASSWORD");
  app.add_flag("--generated-names", settings.generated_names, "Rooms hosted give their players names");
  app.add_option("--timeout", arguments.seconds_max, "Give up after so many seconds")->capture_default_str();
  app.add_flag("--json", arguments.json, "Report as JSON");
}

// Short times: nobody has to read.
wire::RoomSettings quick_settings() {
  wire::RoomSettings settings;
  settings.question_count = 5;
  settings.capacity = wire::players_per_room_max;
  settings.reading_seconds = 1;
  settings.answer_seconds = 5;
  settings.reveal_seconds = 3;
  settings.ranking_seconds = 2;
  return settings;
}

int run(Arguments& arguments) {
  CrowdPlan& plan = arguments.plan;
  if (arguments.find) {
    const auto time = std::chrono::seconds{arguments.find_seconds};
    return certamen::bot::print_found("certamen-bots", time, arguments.beacon_port);
  }
  if (plan.address.empty()) return usage("--connect is required");
  if (arguments.host == !arguments.join.empty()) return usage("say either --join CODE or --host");
  if (!certamen::model::parse_address(plan.address)) {
    return usage("--connect wants HOST:PORT with a port from 1 to 65535, not " + plan.address);
  }
  if (!arguments.host) {
    plan.join = certamen::model::parse_code(arguments.join);
    if (!plan.join) return usage("--join wants the six letters and digits of a room's code, not \"" + arguments.join + "\"");
    if (plan.rooms != 1) return usage("--rooms goes with --host");
  }
  const std::string& fingerprint = plan.safety.fingerprint;
  if (!fingerprint.empty() && !certamen::tls::is_fingerprint(fingerprint)) {
    return usage("--trust wants 32 pairs of digits with colons, as after \"certificate SHA-256\", not " + fingerprint);
  }
  if (arguments.language != "mixed") {
    plan.reading = arguments.language == "es" ? Reading::Spanish : Reading::English;
  }
  plan.settings.pacing = pacing_of(arguments.pacing);
  const auto kinds = kinds_of(arguments.kinds);
  if (!kinds) return usage("--kinds wants all, or some of " + listed_kinds());
  plan.settings.kinds = *kinds;
  plan.settings.scoring = scoring_of(arguments.scoring);
  plan.settings.team_forming = wire::TeamForming::Balanced;
  plan.time_max = std::chrono::seconds{arguments.seconds_max};

  certamen::bot::Crowd crowd{plan, [](const std::string& line) { fmt::print(stderr, "{}\n", line); }};
  const auto sum = crowd.run();
  fmt::print("{}\n", arguments.json ? json_of(sum) : text_of(sum));
  if (sum.unreachable) return exit_unreachable;
  return sum.all_well() ? exit_well : exit_not_well;
}

}  // namespace

int main(int argc, char* argv[]) {
  CLI::App app{"Certamen's simulated players: they join a room or host rooms of their own, and play to the end",
               "certamen-bots"};
  app.set_version_flag("--version", "certamen-bots " CERTAMEN_VERSION);
  app.footer(
      "Exit codes: 0 everyone played to the end, or servers were found; 1 somebody did not, an answer was not "
      "acknowledged,\n"
      "or none was found; 2 wrong usage; 3 no server answers at the address.");
  Arguments arguments;
  arguments.plan.settings = quick_settings();
  add_options(app, arguments);
  add_time_options(app, arguments.plan.settings);
  add_network_options(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return usage(error.what());
  }
  return run(arguments);
}
