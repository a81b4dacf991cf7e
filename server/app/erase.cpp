#include <fmt/format.h>

#include <cstdio>

#include "server/app/command_line.hpp"
#include "server/app/commands.hpp"
#include "server/journal/erasure.hpp"
#include "server/lobby/name.hpp"
#include "server/report/plain.hpp"
#include "server/store/store.hpp"

namespace certamen::app {
namespace {

constexpr const char* program = "certamen-server erase";

constexpr const char* about =
    "Takes a player's name out of the data file: in journals and results a placeholder takes its place. Names are\n"
    "compared as rooms compare them, so that case and invisible characters make no difference. Stop the server first.\n\n"
    "What stays: that somebody played, what that somebody answered and when, and the hash of a ticket; none of it names\n"
    "a person. What this cannot reach: backups and copies made before, what players wrote down or photographed, their\n"
    "own programs' profiles, and other people who played under the same name are erased with them (say --game).";

constexpr const char* footer =
    "Exit codes: 0 erased, 1 no such name, 2 wrong usage, or a file or a journal that cannot be used.\n\n"
    "Example:\n  certamen-server erase --data certamen-data.db --player \"Ana\"";

struct Erasure {
  std::vector<store::Rewritten> games;
  std::size_t names = 0;
  std::size_t unreadable = 0;  // games whose journal cannot be read, so that nobody can say whom it names
};

bool is_named(const std::string& name, const std::string& key) {
  const auto admitted = lobby::admit_name(name);
  return admitted && admitted->key == key;
}

// Nothing when the journal cannot be read.
std::optional<std::vector<journal::Entry>> decoded(const store::StoredGame& game) {
  std::vector<journal::Entry> entries;
  for (const std::string& bytes : game.entries) {
    auto entry = journal::decode(bytes);
    if (!entry) return std::nullopt;
    entries.push_back(std::move(*entry));
  }
  return entries;
}

// What is to be written over in one game. A fault when the room would not replay any more.
wire::Result<store::Rewritten> erase_in(const store::StoredGame& game, std::vector<journal::Entry> entries,
                                        const std::string& key) {
  store::Rewritten rewritten{game.game, {}, {}};
  const bool replays = game.missing_entry == 0 && journal::replay(entries).has_value();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint64_t number = i + 1;
    const auto is_meant = [&key](const std::string& name) { return is_named(name, key); };
    if (journal::erase_name(entries[i], is_meant, fmt::format("erased {}", number))) {
      rewritten.entries[number] = journal::encode(entries[i]);
    }
  }
  for (const auto& [seat, name] : game.result_names) {
    if (is_named(name, key)) rewritten.result_names[seat] = "erased";
  }
  if (replays) {
    if (const auto room = journal::replay(entries); !room) return tl::unexpected(room.error());
  }
  return rewritten;
}

wire::Result<Erasure> erase_all(const std::vector<store::StoredGame>& games, const std::string& key) {
  Erasure erasure;
  for (const store::StoredGame& game : games) {
    auto entries = decoded(game);
    if (!entries || game.missing_entry != 0) {
      ++erasure.unreadable;
      continue;
    }
    auto rewritten = erase_in(game, std::move(*entries), key);
    if (!rewritten) return tl::unexpected(rewritten.error());
    const std::size_t found = rewritten->entries.size() + rewritten->result_names.size();
    erasure.names += found;
    if (found > 0) erasure.games.push_back(std::move(*rewritten));
  }
  return erasure;
}

}  // namespace

int erase_command(int argc, const char* const* argv) {
  std::string data;
  std::string player;
  std::string game;
  CLI::App parser(about, program);
  parser.footer(footer);
  add_data_option(parser, data);
  parser.add_option("--player", player, "The name as it was shown")->required()->type_name("NAME");
  parser.add_option("--game", game, "Only in this game, by its number or the code of its room")->type_name("GAME");
  if (const auto exit_code = parse_or_exit(parser, argc, argv)) return *exit_code;
  const auto admitted = lobby::admit_name(player);
  if (!admitted) return refuse(program, "no player can have that name");
  auto store = store::Store::open(data);
  if (!store) return refuse(program, store.error().what);
  auto games = store->games(number_in(game));
  if (!games) return refuse(program, games.error().what);
  if (!game.empty() && (!number_in(game) || games->empty())) {  // codes of digits alone exist
    games = store->games(std::nullopt);
    if (!games) return refuse(program, games.error().what);
    std::erase_if(*games, [code = code_in(game)](const store::StoredGame& each) { return each.code != code; });
  }
  if (!game.empty() && games->empty()) {
    std::fputs(fmt::format("{}: there is no game '{}' in this file\n", program, report::plain(game)).c_str(), stderr);
    return exit_nothing_found;
  }
  const auto erasure = erase_all(*games, admitted->key);
  if (!erasure) return refuse(program, "nothing was changed: a room would not come back: " + erasure.error().what);
  if (!erasure->games.empty()) {
    if (const auto done = store->rewrite(erasure->games); !done) return refuse(program, done.error().what);
  }
  std::fputs(fmt::format("erased {} names in {} games\n", erasure->names, erasure->games.size()).c_str(), stdout);
  if (erasure->unreadable > 0) {
    return refuse(program, fmt::format("the journals of {} games cannot be read and may still hold the name; prune them",
                                       erasure->unreadable));
  }
  return erasure->names == 0 ? exit_nothing_found : exit_done;
}

}  // namespace certamen::app
