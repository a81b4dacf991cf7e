// The commands that keep a data file: backup, erase, prune; and files of earlier schemas.
#include <filesystem>
#include <fstream>

#include "server/journal/journal.hpp"
#include "server/store/store.hpp"
#include "tests/loopback/database.hpp"
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

// Zoraida, Bo and a host play one question; the room is closed afterwards when `closes`.
void play_match(std::uint16_t port, bool closes) {
  Host host(port, one_question_settings());
  play_one_question(host, port, "Zoraida", "Bo");
  if (!closes) return;
  host.command(wire::Command::End);
  host.client.expect<wire::RoomLeft>();
}

room::Room replayed(const store::StoredGame& game) {
  std::vector<journal::Entry> entries;
  for (const std::string& bytes : game.entries) {
    auto entry = journal::decode(bytes);
    REQUIRE(entry.has_value());
    entries.push_back(std::move(*entry));
  }
  auto room = journal::replay(entries);
  REQUIRE(room.has_value());
  return std::move(*room);
}

}  // namespace

TEST_CASE("a backup of a running server is whole, and a server can go on from it") {
  const ScratchFolder folder;
  const std::string copy = folder.file("copy.db");
  ServerProcess server({test_bank(), folder.file("data.db")});
  play_match(server.port(), true);
  Host open(server.port());

  const Outcome made = run_server_command({"backup", "--data", folder.file("data.db"), "-o", copy});
  INFO(made.errors);
  REQUIRE(made.exit_code == 0);
  REQUIRE(made.output.find("whole copy") != std::string::npos);
  REQUIRE(query(copy, "PRAGMA quick_check") == "ok\n");
  REQUIRE(query(copy, "SELECT state FROM game ORDER BY state") == "closed\nopen\n");
  REQUIRE(query(copy, "SELECT name FROM result ORDER BY name") == "Bo\nZoraida\n");
  REQUIRE((std::filesystem::status(copy).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));

  // The server was not disturbed.
  Player player(server.port(), open.joined.code, "Cleo");
  server.kill();
  const ServerProcess from_copy({test_bank(), copy});
  WireClient again(from_copy.port());
  again.greet();
  again.send(wire::ResumeSeat{open.joined.code, *open.joined.ticket});
  REQUIRE(again.expect<wire::RoomJoined>().seat == open.joined.seat);
}

TEST_CASE("a backup overwrites nothing unless told to, and leaves nothing half-made") {
  const ScratchFolder folder;
  { const ServerProcess server({test_bank(), folder.file("data.db")}); }
  std::ofstream(folder.file("diary")) << "Dear diary";
  const Outcome refused = run_server_command({"backup", "--data", folder.file("data.db"), "-o", folder.file("diary")});
  REQUIRE(refused.exit_code == 2);
  REQUIRE(refused.errors.find("--force") != std::string::npos);
  REQUIRE(bytes_of(folder.file("diary")) == "Dear diary");
  REQUIRE(
      run_server_command({"backup", "--data", folder.file("data.db"), "-o", folder.file("diary"), "--force"}).exit_code ==
      0);
  REQUIRE(query(folder.file("diary"), "PRAGMA quick_check") == "ok\n");

  std::ofstream(folder.file("no-data"))
      << "Dear diary, this is longer than a database header would ever be, I am sure of it.";
  for (const std::string& source : {folder.file("no-data"), folder.file("missing"), test_bank()}) {
    const Outcome wrong = run_server_command({"backup", "--data", source, "-o", folder.file("copy.db")});
    REQUIRE(wrong.exit_code == 2);
    REQUIRE(std::count(wrong.errors.begin(), wrong.errors.end(), '\n') == 1);
    REQUIRE_FALSE(std::filesystem::exists(folder.file("copy.db")));
    REQUIRE_FALSE(std::filesystem::exists(folder.file("copy.db.unfinished")));
  }
}

TEST_CASE("an erased player's name is nowhere in the data file, and every room still replays") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  {
    ServerProcess server({test_bank(), data});
    play_match(server.port(), true);
    play_match(server.port(), false);
    const Outcome in_use = run_server_command({"erase", "--data", data, "--player", "Zoraida"});
    REQUIRE(in_use.exit_code == 2);
    REQUIRE(in_use.errors.find("in use") != std::string::npos);
    REQUIRE(server.terminate() == 0);
  }
  const auto before = store::Store::open(data)->games(std::nullopt);
  REQUIRE(before->size() == 2);
  // In one game, named by its room's code as people type it; it is not this player's only one.
  std::string code = before->at(1).code;
  code = " " + code.substr(0, 2) + "-" + code.substr(2);
  for (char& letter : code) letter = static_cast<char>(std::tolower(letter));
  const Outcome one = run_server_command({"erase", "--data", data, "--player", "Bo", "--game", code});
  REQUIRE(one.exit_code == 0);
  REQUIRE(one.output.find("in 1 games") != std::string::npos);
  const Outcome none = run_server_command({"erase", "--data", data, "--player", "Bo", "--game", "ZZZ-999"});
  REQUIRE(none.exit_code == 1);
  REQUIRE(none.errors == "certamen-server erase: there is no game 'ZZZ-999' in this file\n");
  // As rooms compare names: case makes no difference.
  const Outcome erased = run_server_command({"erase", "--data", data, "--player", "ZORAIDA"});
  INFO(erased.errors);
  REQUIRE(erased.exit_code == 0);
  REQUIRE(erased.output == "erased 4 names in 2 games\n");
  REQUIRE(bytes_of(data).find("Zoraida") == std::string::npos);
  REQUIRE((!std::filesystem::exists(data + "-wal") || bytes_of(data + "-wal").find("Zoraida") == std::string::npos));
  REQUIRE(query(data, "SELECT name FROM result ORDER BY name") == "Bo\nerased\nerased\nerased\n");

  const auto after = store::Store::open(data)->games(std::nullopt);
  for (std::size_t i = 0; i < before->size(); ++i) {
    const room::Room was = replayed(before->at(i));
    const room::Room is = replayed(after->at(i));
    REQUIRE(is.members().size() == was.members().size());
    for (const auto& [seat, member] : was.members()) {
      REQUIRE(is.members().at(seat).given.size() == member.given.size());
      REQUIRE(is.members().at(seat).standing.points == member.standing.points);
      REQUIRE(is.members().at(seat).digest == member.digest);
    }
  }
  REQUIRE(run_server_command({"erase", "--data", data, "--player", "Zoraida"}).exit_code == 1);
  REQUIRE(run_server_command({"erase", "--data", data, "--player", ""}).exit_code == 2);
  REQUIRE(run_server_command({"erase", "--data", folder.file("none.db"), "--player", "Zoraida"}).exit_code == 2);
}

TEST_CASE("prune removes what ended long ago and nothing else") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  {
    ServerProcess server({test_bank(), data});
    play_match(server.port(), true);
    play_match(server.port(), true);
    play_match(server.port(), false);
    REQUIRE(server.terminate() == 0);
  }
  REQUIRE(run_server_command({"prune", "--data", data, "--older-than", "90d"}).output == "removed 0 games\n");
  // One of them ended a hundred days ago.
  query(data,
        "UPDATE game SET closed_on = closed_on - 8640000 WHERE id = (SELECT min(id) FROM game WHERE state = 'closed')");
  REQUIRE(run_server_command({"prune", "--data", data, "--older-than", "90d"}).output == "removed 1 games\n");
  REQUIRE(query(data, "SELECT state FROM game ORDER BY state") == "closed\nopen\n");
  REQUIRE(query(data, "SELECT count(DISTINCT game) FROM entry") == "2\n");
  const Outcome tried = run_server_command({"prune", "--data", data, "--older-than", "1d", "--dry-run"});
  REQUIRE(tried.exit_code == 0);
  REQUIRE(tried.output == "would remove 0 games; nothing was removed\n");
  // Today's games go only when that is meant.
  const Outcome rash = run_server_command({"prune", "--data", data, "--older-than", "0h"});
  REQUIRE(rash.exit_code == 2);
  REQUIRE(rash.output == "would remove 1 games; nothing was removed\n");
  REQUIRE(rash.errors.find("--yes") != std::string::npos);
  REQUIRE(query(data, "SELECT count(*) FROM game") == "2\n");
  REQUIRE(run_server_command({"prune", "--data", data, "--older-than", "0d", "--yes"}).output == "removed 1 games\n");
  REQUIRE(query(data, "SELECT state FROM game") == "open\n");
  for (const std::string age : {"", "d", "90", "-1d", "9x", "999999999999999999d"}) {
    REQUIRE(run_server_command({"prune", "--data", data, "--older-than", age}).exit_code == 2);
  }
}

TEST_CASE("a server that keeps games for some days removes older ones by itself") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  {
    ServerProcess server({test_bank(), data});
    play_match(server.port(), true);
    play_match(server.port(), true);
    REQUIRE(server.terminate() == 0);
  }
  query(data, "UPDATE game SET closed_on = closed_on - 8640000 WHERE id = (SELECT min(id) FROM game)");
  ServerProcess server({test_bank(), data, "127.0.0.1:0", {"--keep-games", "90", "--log-level", "info"}});
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (server.errors().find("removed 1 games") == std::string::npos && std::chrono::steady_clock::now() < until) continue;
  REQUIRE(server.terminate() == 0);
  REQUIRE(query(data, "SELECT count(*) FROM game") == "1\n");
}

TEST_CASE("every command explains itself and refuses what it does not know") {
  const std::string serving = run_server_command({"--help"}).output;
  REQUIRE(serving.find("certamen-server backup|erase|prune|replay|export [OPTIONS]") != std::string::npos);
  for (const std::string command : {"serve", "backup", "erase", "prune", "replay", "export"}) {
    const Outcome help = run_server_command({command, "--help"});
    REQUIRE(help.exit_code == 0);
    REQUIRE(help.output.find("--data") != std::string::npos);
    const Outcome wrong = run_server_command({command, "--nonsense"});
    REQUIRE(wrong.exit_code == 2);
    REQUIRE(std::count(wrong.errors.begin(), wrong.errors.end(), '\n') == 1);
  }
}
