#include <fmt/format.h>

#include <cstdio>

#include "server/app/command_line.hpp"
#include "server/app/commands.hpp"
#include "server/app/past_games.hpp"
#include "server/report/story.hpp"

namespace certamen::app {
namespace {

constexpr const char* program = "certamen-server replay";

constexpr const char* about =
    "Rebuilds a game from its journal, by the same code that brings rooms back after a crash, and tells its story: one\n"
    "line an entry, then the standings and the digest of the room. Nothing is written; a server may be using the file.";

constexpr const char* footer =
    "Times count from the opening of the room; in the list, rooms open along the server's timeline, which stands still\n"
    "while the server is down. A journal holds no time of day, so that nothing in a game depends on one. Only when a room\n"
    "closed is noted by the machine's clock (for games older than schema 2 of the data file: when it was taken over).\n\n"
    "Exit codes: 0 told, 1 no such game, or several by that code (then they are listed), 2 wrong usage or a file that\n"
    "cannot be read, 3 the journal does not replay: what lies before is told, and at which entry it breaks and why.\n\n"
    "Examples:\n"
    "  certamen-server replay --data certamen-data.db --list\n"
    "  certamen-server replay --data certamen-data.db K7Q2MX --until 40\n"
    "  certamen-server replay --data certamen-data.db 1234567890 --json";

}  // namespace

int replay_command(int argc, const char* const* argv) {
  std::string data;
  std::string named;
  std::string language = "en";
  std::optional<std::size_t> until;
  bool json = false;
  bool list = false;
  CLI::App parser(about, program);
  parser.footer(footer);
  add_data_option(parser, data);
  parser.add_option("game", named, "The game's number or the code of its room")->type_name("GAME");
  parser.add_option("--until", until, "Stop after this entry")->type_name("NUMBER");
  parser.add_option("--language", language, "Of questions and answers: en or es")
      ->check(CLI::IsMember({"en", "es"}))
      ->capture_default_str();
  parser.add_flag("--json", json, "One JSON object, for programs");
  parser.add_flag("--list", list, "List the games of the file");
  if (const auto exit_code = parse_or_exit(parser, argc, argv)) return *exit_code;
  if (until == 0U) return refuse(program, "--until wants the number of an entry, from 1 on");
  if (named.empty() && !list) return refuse(program, "which game? say its number or room code, or --list");
  const auto archive = store::Archive::open(data);
  if (!archive) return refuse(program, archive.error().what);
  if (list) {
    const auto games = game_list(*archive);
    if (!games) return refuse(program, games.error().what);
    std::fputs(games->c_str(), stdout);
    return exit_done;
  }
  const auto found = find_game(*archive, named, program);
  if (const int* exit_code = std::get_if<int>(&found)) return *exit_code;
  const auto& game = std::get<report::Game>(found);
  const report::Story story =
      report::tell(game, until, language == "es" ? wire::Language::Spanish : wire::Language::English);
  std::fputs((json ? report::story_json(game, story) : report::story_text(game, story)).c_str(), stdout);
  if (!story.broken) return exit_done;
  std::fputs(fmt::format("{}: the journal does not replay, entry {}: {}\n", program, story.broken->entry, story.broken->why)
                 .c_str(),
             stderr);
  return exit_broken;
}

}  // namespace certamen::app
