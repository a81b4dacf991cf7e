// The commands that look back: replay and export, on files in use and on broken ones.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/loopback/database.hpp"
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

// Ana and =Bo, a name that a table would take for a formula; the code of the room, which stays open.
wire::RoomCode play_match(std::uint16_t port) {
  Host host(port, one_question_settings());
  play_one_question(host, port, "Ana", "=Bo");
  return host.joined.code;
}

// A data file with one match, whose server has stopped.
struct Played {
  Played() {
    ServerProcess server({test_bank(), data});
    code = play_match(server.port());
    REQUIRE(server.terminate() == 0);
  }

  ScratchFolder folder;
  std::string data = folder.file("data.db");
  wire::RoomCode code;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("a game on a running server is told, listed and exported, and the server is not disturbed") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  ServerProcess server({test_bank(), data});
  const wire::RoomCode code = play_match(server.port());

  const Outcome list = run_server_command({"replay", "--data", data, "--list"});
  INFO(list.errors);
  REQUIRE(list.exit_code == 0);
  REQUIRE(has(list.output, code));
  REQUIRE(has(list.output, "finished"));

  const Outcome told = run_server_command({"replay", "--data", data, code});
  REQUIRE(told.exit_code == 0);
  REQUIRE(has(told.output, "Ana joined"));
  REQUIRE(has(told.output, "the match is over"));
  REQUIRE(has(told.output, "digest "));

  const Outcome programs = run_server_command({"replay", "--data", data, code, "--json"});
  const auto json = nlohmann::json::parse(programs.output);
  REQUIRE(json.at("standings").size() == 2);
  REQUIRE(has(told.output, "digest " + json.at("digest").get<std::string>()));
  const Outcome early = run_server_command({"replay", "--data", data, code, "--json", "--until", "2"});
  REQUIRE(nlohmann::json::parse(early.output).at("entries").size() == 2);
  REQUIRE(nlohmann::json::parse(early.output).at("phase") == "gathering");
  // By its number, too, and by a code as people type it; what the server goes on to record is not looked at.
  std::string typed = code.substr(0, 3) + " - " + code.substr(3);
  for (char& letter : typed) letter = static_cast<char>(std::tolower(letter));
  const auto begun = [&data](const std::string& game) {
    return run_server_command({"replay", "--data", data, game, "--until", "2"}).output;
  };
  REQUIRE(has(begun(code), "Ana joined"));
  REQUIRE(begun(typed) == begun(code));
  REQUIRE(begun(json.at("game")) == begun(code));
  const Outcome nought = run_server_command({"replay", "--data", data, code, "--until", "0"});
  REQUIRE(nought.exit_code == 2);
  REQUIRE(nought.errors == "certamen-server replay: --until wants the number of an entry, from 1 on\n");

  const std::string page = folder.file("page.html");
  REQUIRE(run_server_command({"export", "--data", data, "--game", code, "--format", "html", "--language", "es", "-o", page})
              .exit_code == 0);
  REQUIRE(has(bytes_of(page), "<html lang=\"es\">"));
  REQUIRE_FALSE(std::filesystem::exists(page + ".unfinished"));
  const Outcome table = run_server_command({"export", "--data", data, "--game", code, "--format", "csv"});
  REQUIRE(count_lines(table.output) == 3);
  REQUIRE(has(table.output, ",'=Bo,"));
  const Outcome marked = run_server_command({"export", "--data", data, "--game", code, "--format", "csv", "--bom"});
  REQUIRE(marked.output == "\xEF\xBB\xBF" + table.output);
  for (const std::string format : {"json", "html"}) {
    REQUIRE(
        run_server_command({"export", "--data", data, "--game", code, "--format", format, "--table", "players"}).exit_code ==
        2);
    REQUIRE(run_server_command({"export", "--data", data, "--game", code, "--format", format, "--bom"}).exit_code == 2);
  }
  const Outcome object = run_server_command({"export", "--data", data, "--game", code, "--format", "json"});
  REQUIRE(nlohmann::json::parse(object.output).at("players").size() == 2);

  // The server goes on, and what it wrote is what it wrote.
  Host host(server.port());
  REQUIRE(server.terminate() == 0);
}

TEST_CASE("looking back changes nothing in the file") {
  const Played played;
  const auto& [folder, data, code] = played;
  const std::string before = bytes_of(data);
  REQUIRE(run_server_command({"replay", "--data", data, "--list"}).exit_code == 0);
  REQUIRE(run_server_command({"replay", "--data", data, code}).exit_code == 0);
  REQUIRE(run_server_command({"export", "--data", data, "--game", code, "--format", "json"}).exit_code == 0);
  REQUIRE(bytes_of(data) == before);
}

TEST_CASE("an export overwrites nothing unless told to, and never the data file") {
  const Played played;
  const auto& [folder, data, code] = played;
  const std::string before = bytes_of(data);
  const auto write = [&](const std::string& path, bool force) {
    std::vector<std::string> arguments = {"export", "--data", data, "--game", code, "--format", "json", "-o", path};
    if (force) arguments.emplace_back("--force");
    return run_server_command(arguments);
  };
  const std::string diary = folder.file("diary");
  std::ofstream(diary) << "Dear diary";
  const Outcome refused = write(diary, false);
  REQUIRE(refused.exit_code == 2);
  REQUIRE(refused.errors == "certamen-server export: " + diary + " exists already; choose another name or say --force\n");
  REQUIRE(bytes_of(diary) == "Dear diary");
  REQUIRE(write(diary, true).exit_code == 0);
  REQUIRE(nlohmann::json::parse(bytes_of(diary)).at("players").size() == 2);

  std::filesystem::create_symlink(data, folder.file("link.db"));
  for (const std::string& way :
       {data, folder.file("../" + std::filesystem::path(data).parent_path().filename().string() + "/data.db"),
        folder.file("link.db")}) {
    const Outcome own = write(way, true);
    INFO(way);
    REQUIRE(own.exit_code == 2);
    REQUIRE(has(own.errors, "the data file"));
    const Outcome copied = run_server_command({"backup", "--data", data, "-o", way, "--force"});
    REQUIRE(copied.exit_code == 2);
  }
  REQUIRE(bytes_of(data) == before);
  // What is no file takes what it is given.
  REQUIRE(write("/dev/null", false).exit_code == 0);
  std::filesystem::create_symlink(diary, folder.file("link"));
  REQUIRE(write(folder.file("link"), false).exit_code == 2);
  REQUIRE(write(folder.file("link"), true).exit_code == 0);
  REQUIRE(std::filesystem::is_symlink(folder.file("link")));
}

TEST_CASE("an export through a link writes the file that the link names, also where there is none yet") {
  const Played played;
  const auto& [folder, data, code] = played;
  const auto write = [&](const std::string& path, const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"export", "--data", data, "--game", code, "--format", "json", "-o", path};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_server_command(arguments);
  };
  std::filesystem::create_directory(folder.file("reports"));
  std::filesystem::create_symlink("reports/new", folder.file("near"));
  std::filesystem::create_symlink(folder.file("near"), folder.file("far"));
  REQUIRE(has(write(folder.file("far"), {}).errors, "exists already"));
  REQUIRE_FALSE(std::filesystem::exists(folder.file("reports/new")));
  REQUIRE(write(folder.file("far"), {"--force"}).exit_code == 0);
  REQUIRE(std::filesystem::is_symlink(folder.file("far")));
  REQUIRE(std::filesystem::is_symlink(folder.file("near")));
  REQUIRE(nlohmann::json::parse(bytes_of(folder.file("reports/new"))).at("players").size() == 2);

  std::filesystem::create_symlink(folder.file("no/such/folder/file"), folder.file("nowhere"));
  std::filesystem::create_symlink("circle", folder.file("circle"));
  for (const std::string name : {"nowhere", "circle"}) {
    const Outcome lost = write(folder.file(name), {"--force"});
    REQUIRE(lost.exit_code == 2);
    REQUIRE(lost.errors == "certamen-server export: " + folder.file(name) + " cannot be written\n");
    REQUIRE(std::filesystem::is_symlink(folder.file(name)));
  }
}

TEST_CASE("the list says when rooms were closed, and of open ones nothing") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  {
    ServerProcess server({test_bank(), data});
    const Host open(server.port());
    Host closed(server.port());
    closed.command(wire::Command::End);
    closed.client.expect<wire::RoomLeft>();
    play_match(server.port());
    REQUIRE(server.terminate() == 0);
  }
  run_sql(data, "UPDATE game SET state = 'closed', closed_on = 1763892000 WHERE id = (SELECT max(game) FROM result)");
  const Outcome list = run_server_command({"replay", "--data", data, "--list"});
  REQUIRE(list.exit_code == 0);
  REQUIRE(has(list.output, "closed (UTC)"));
  REQUIRE(has(list.output, "2025-11-23 10:00  closed"));
  REQUIRE(has(list.output, "                  open  "));
  // A file of the first schema does not know.
  const std::string first = folder.file("first.db");
  std::filesystem::copy_file(std::string(CERTAMEN_SOURCE_DIR) + "/tests/fixtures/data-schema-1.db", first);
  const Outcome old = run_server_command({"replay", "--data", first, "--list"});
  REQUIRE(old.exit_code == 0);
  REQUIRE(has(old.output, "unknown           closed"));
}

TEST_CASE("a game that cannot be found, chosen or replayed has an exit code and a reason of its own") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  wire::RoomCode code;
  {
    ServerProcess server({test_bank(), data});
    code = play_match(server.port());
    play_match(server.port());
    REQUIRE(server.terminate() == 0);
  }
  for (const std::string command : {"replay", "export"}) {
    const auto run = [&](const std::string& file, const std::string& game) {
      if (command == "replay") return run_server_command({command, "--data", file, game});
      return run_server_command({command, "--data", file, "--game", game, "--format", "json"});
    };
    REQUIRE(run(data, "ZZZZZZ").exit_code == 1);
    REQUIRE(run(data, "1").exit_code == 1);
    for (const std::string& wrong : {test_bank(), folder.file("missing")}) {
      const Outcome refused = run(wrong, code);
      REQUIRE(refused.exit_code == 2);
      REQUIRE(count_lines(refused.errors) == 1);
    }
  }
  REQUIRE(run_server_command({"replay", "--data", data}).exit_code == 2);
  REQUIRE(run_server_command({"export", "--data", data, "--game", code, "--format", "pdf"}).exit_code == 2);
  REQUIRE(run_server_command({"export", "--data", data, "--game", code, "--format", "csv", "-o", "/no/such/folder/file"})
              .exit_code == 2);

  // A torn journal: what lies before is told.
  run_sql(data, "DELETE FROM entry WHERE number = 5 AND game = (SELECT id FROM game WHERE code = '" + code + "')");
  const Outcome torn = run_server_command({"replay", "--data", data, code});
  REQUIRE(torn.exit_code == 3);
  REQUIRE(has(torn.errors, "entry 5"));
  REQUIRE(has(torn.output, "Ana joined"));
  REQUIRE(run_server_command({"export", "--data", data, "--game", code, "--format", "json"}).exit_code == 3);
  REQUIRE(has(run_server_command({"replay", "--data", data, "--list"}).output, "broken at 5"));

  // Codes come back in the course of time.
  run_sql(data, "UPDATE game SET code = '" + code + "'");
  const Outcome several = run_server_command({"replay", "--data", data, code});
  REQUIRE(several.exit_code == 1);
  REQUIRE(has(several.errors, "2 games were played in room " + code));
  REQUIRE(has(several.errors, "finished"));
}
