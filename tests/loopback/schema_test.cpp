// Data files of earlier schemas, as their servers left them: tests/fixtures.
#include <cstdlib>
#include <filesystem>
#include <set>

#include "server/journal/journal.hpp"
#include "server/store/store.hpp"
#include "tests/loopback/database.hpp"
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

constexpr int newest = 2;

std::string fixture(int schema) {
  return std::string(CERTAMEN_SOURCE_DIR) + "/tests/fixtures/data-schema-" + std::to_string(schema) + ".db";
}

// Everything that makes up a schema, but for spaces: a table that was altered is written down otherwise than a new one.
std::string schema_of(const std::string& path) {
  return query(path,
               "SELECT m.type, m.name, (SELECT group_concat(c.name || c.type || c.\"notnull\" || c.pk) FROM "
               "pragma_table_info(m.name) c) FROM sqlite_schema m ORDER BY m.type, m.name") +
         query(path, "PRAGMA user_version") + query(path, "PRAGMA application_id");
}

void play_first_question(Host& host, Player& ana, Player& bo) {
  host.command(wire::Command::Start);
  ana.answer(ana.client.expect_room<wire::QuestionAsked>());
  ana.client.expect_seat<wire::AnswerLocked>();
  bo.answer(bo.client.expect_room<wire::QuestionAsked>());
  host.client.expect_room<wire::QuestionRevealed>();
  host.command(wire::Command::Next);
}

}  // namespace

TEST_CASE("making a fixture of today's schema", "[.][make-fixture]") {
  const char* path = std::getenv("CERTAMEN_FIXTURE");
  REQUIRE(path != nullptr);
  const ScratchFolder folder;
  ServerProcess server({test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--seed", "1"}});
  wire::RoomSettings settings = quick_settings();
  settings.question_count = 1;
  for (const bool closes : {true, false}) {
    Host host(server.port(), settings);
    Player ana(server.port(), host.joined.code, "Ana");
    Player bo(server.port(), host.joined.code, "Bo");
    play_first_question(host, ana, bo);
    host.client.expect_room<wire::MatchFinished>();
    if (!closes) continue;
    host.command(wire::Command::End);
    host.client.expect<wire::RoomLeft>();
  }
  settings.question_count = 2;
  settings.answer_seconds = 300;
  Host host(server.port(), settings);
  Player ana(server.port(), host.joined.code, "Ana");
  Player bo(server.port(), host.joined.code, "Bo");
  play_first_question(host, ana, bo);
  ana.client.expect_room<wire::RankingShown>();
  host.command(wire::Command::Next);
  ana.client.expect_room<wire::QuestionAsked>();
  REQUIRE(server.terminate() == 0);
  std::filesystem::copy_file(folder.file("data.db"), path);
}

TEST_CASE("a data file of any earlier schema becomes one of today's and loses nothing") {
  const ScratchFolder folder;
  { REQUIRE(store::Store::open(folder.file("fresh.db")).has_value()); }
  for (int schema = 1; schema <= newest; ++schema) {
    INFO("schema " << schema);
    const std::string data = folder.file("data-" + std::to_string(schema) + ".db");
    std::filesystem::copy_file(fixture(schema), data);
    REQUIRE(query(data, "PRAGMA user_version") == std::to_string(schema) + "\n");
    const std::string entries = "SELECT game, number, hex(bytes) FROM entry ORDER BY game, number";
    const std::string results = "SELECT * FROM result ORDER BY game, seat";
    const std::string games = "SELECT id, code, state, reason FROM game ORDER BY id";
    const std::string before = query(data, entries) + query(data, results) + query(data, games);
    {
      const auto store = store::Store::open(data);
      REQUIRE(store.has_value());
      REQUIRE(store->open_games()->size() == 2);
      REQUIRE(store->last_instant()->time_since_epoch().count() > 1'000'000);
    }
    REQUIRE(schema_of(data) == schema_of(folder.file("fresh.db")));
    REQUIRE(query(data, entries) + query(data, results) + query(data, games) == before);
    // What ended has an end that retention can count from, what did not has none.
    REQUIRE(query(data, "SELECT state, closed_on > 0 FROM game ORDER BY state, id") == "closed|1\nopen|NULL\nopen|NULL\n");
  }
}

TEST_CASE("a server goes on with the games of every earlier schema") {
  for (int schema = 1; schema <= newest; ++schema) {
    INFO("schema " << schema);
    const ScratchFolder folder;
    const std::string data = folder.file("data.db");
    std::filesystem::copy_file(fixture(schema), data);
    {
      ServerProcess server({test_bank(), data});
      REQUIRE(server.listening());
      REQUIRE(server.terminate() == 0);
      REQUIRE(server.errors().empty());  // nothing was quarantined
    }
    const auto games = store::Store::open(data)->open_games();
    REQUIRE(games->size() == 2);
    std::multiset<std::uint32_t> questions;
    for (const store::StoredGame& game : *games) {
      std::vector<journal::Entry> decoded;
      for (const std::string& bytes : game.entries) decoded.push_back(*journal::decode(bytes));
      const auto room = journal::replay(decoded);
      REQUIRE(room.has_value());
      REQUIRE(room->members().size() == 3);
      questions.insert(room->question_number());
      const auto& ana = std::next(room->members().begin())->second;
      REQUIRE(ana.name == "Ana");
      REQUIRE(ana.given.at(0).has_value());
    }
    REQUIRE(questions == std::multiset<std::uint32_t>{1, 2});
  }
}

TEST_CASE("a data file of a later schema is refused and left as it was") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  { REQUIRE(store::Store::open(data).has_value()); }
  run_sql(data, "PRAGMA user_version = 99");
  ServerProcess server({test_bank(), data});
  REQUIRE_FALSE(server.listening());
  REQUIRE(server.wait() == 2);
  REQUIRE(server.errors().find("later version") != std::string::npos);
  REQUIRE(query(data, "PRAGMA user_version") == "99\n");
}

TEST_CASE("a server killed in the middle of a migration finds the file as it was before the step") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  std::filesystem::copy_file(fixture(1), data);
  // A column of that name makes the step fail half-way, as a full disk would.
  run_sql(data, "CREATE INDEX game_by_closing ON game (code)");
  REQUIRE_FALSE(store::Store::open(data).has_value());
  REQUIRE(query(data, "PRAGMA user_version") == "1\n");
  REQUIRE(query(data, "SELECT count(*) FROM pragma_table_info('game') WHERE name = 'closed_on'") == "0\n");
  run_sql(data, "DROP INDEX game_by_closing");
  REQUIRE(store::Store::open(data).has_value());
}
