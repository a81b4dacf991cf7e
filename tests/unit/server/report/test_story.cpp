#include <nlohmann/json.hpp>

#include "server/report/plain.hpp"
#include "server/report/story.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/report/games.hpp"

namespace certamen::server_test {
namespace {

using report::Story;
using report::tell;
using wire::Language;

bool tells(const Story& story, const std::string& who, const std::string& what) {
  for (const report::Told& told : story.told) {
    if (told.who == who && told.what == what) return true;
  }
  return false;
}

bool hears(const Story& story, const std::string& effect) {
  for (const report::Told& told : story.told) {
    if (std::find(told.effects.begin(), told.effects.end(), effect) != told.effects.end()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a story has a line for every entry and ends in the room that the match was") {
  const RecordedMatch match = recorded_match();
  const Story story = tell(game_of(match.entries), std::nullopt, Language::English);
  REQUIRE_FALSE(story.broken);
  REQUIRE(story.told.size() == match.entries.size());
  CHECK(story.room->digest() == match.digests.back());
  for (const report::Told& told : story.told) {
    INFO("entry " << told.entry);
    CHECK_FALSE(told.who.empty());
    CHECK_FALSE(told.what.empty());
  }
  CHECK(tells(story, "ana", "joined"));
  CHECK(tells(story, "gone", "left"));
  CHECK(tells(story, "leo", "lost the connection"));
  CHECK(tells(story, "leo", "came back"));
  CHECK(tells(story, "the host", "paused"));
  CHECK(tells(story, "the server", "was restarted"));
  CHECK(tells(story, "ana", "answered question 1: Text of question 1 option 1 [en]"));
  CHECK(hears(story, "locked in after 1.0 s"));
  CHECK(hears(story, "question 1 of 7: Prompt of question 1 [en]"));
  CHECK(hears(story, "the clock stands: the disk fails"));
  CHECK(hears(story, "the match is over"));
  CHECK(hears(story, "the room is closed"));
}

TEST_CASE("a story told until an entry ends in the room of that entry") {
  const RecordedMatch match = recorded_match();
  const report::Game game = game_of(match.entries);
  for (std::size_t until = 1; until <= match.entries.size(); ++until) {
    INFO("until " << until);
    const Story story = tell(game, until, Language::English);
    REQUIRE_FALSE(story.broken);
    REQUIRE(story.told.size() == until);
    REQUIRE(story.room->digest() == match.digests[until - 1]);
  }
  CHECK(tell(game, match.entries.size() + 10, Language::English).told.size() == match.entries.size());
}

TEST_CASE("a story speaks of questions in the language asked for") {
  const Story story = tell(recorded_game(), std::nullopt, Language::Spanish);
  CHECK(tells(story, "ana", "answered question 1: Text of question 1 option 1 [es]"));
  CHECK(hears(story, "question 2 of 7: Prompt of question 2 [es]"));
}

TEST_CASE("a journal that does not replay says at which entry and why, and what lies before is told") {
  RecordedMatch match = recorded_match();
  report::Game game = game_of(match.entries);
  std::size_t expected = 6;
  SECTION("an entry is missing") {
    game.entries.erase(game.entries.begin() + 5);
    game.missing_entry = 6;
  }
  SECTION("an entry does not decode") {
    game.entries[5] = "\xFF\xFF";
  }
  SECTION("an entry is refused") {
    game.entries[5] = journal::encode({room::Disconnected{{77}}, match.entries[5].at});
  }
  SECTION("an entry goes back in time") {
    game.entries[5] = journal::encode({match.entries[5].event, match.entries[4].at - wire::Duration{1}});
  }
  SECTION("it does not open a room") {
    game.entries[0] = game.entries[1];
    expected = 1;
  }
  SECTION("it is empty") {
    game.entries.clear();
    expected = 1;
  }
  const Story story = tell(game, std::nullopt, Language::English);
  REQUIRE(story.broken.has_value());
  CHECK(story.broken->entry == expected);
  CHECK_FALSE(story.broken->why.empty());
  CHECK(story.told.size() == expected - 1);
  REQUIRE(story.room.has_value() == (expected > 1));
  if (story.room) CHECK(story.room->digest() == match.digests[expected - 2]);
  // What lies before may be asked for alone.
  if (expected > 1) CHECK_FALSE(tell(game, expected - 1, Language::English).broken.has_value());
}

TEST_CASE("a story for programs is JSON with standings and digest") {
  const report::Game game = recorded_game();
  const Story story = tell(game, std::nullopt, Language::English);
  const auto json = nlohmann::json::parse(report::story_json(game, story));
  CHECK(json.at("game") == "4711");
  CHECK(json.at("entries").size() == story.told.size());
  CHECK(json.at("standings").at(0).at("name") == "ana");
  CHECK(json.at("standings").at(0).at("rank") == 1);
  CHECK(json.at("digest") == report::digest_words(*story.room));
  CHECK_FALSE(json.contains("broken"));
}

TEST_CASE("a name with control characters makes no lines of its own in a story") {
  std::vector<journal::Entry> entries = recorded_match().entries;
  for (journal::Entry& entry : entries) {
    if (auto* joined = std::get_if<room::Joined>(&entry.event); joined != nullptr && joined->name == "leo") {
      joined->name = "leo\x1B[2J\n9. winner\xC2\x85";
    }
  }
  const report::Game game = game_of(entries);
  const Story story = tell(game, std::nullopt, Language::English);
  const std::string text = report::story_text(game, story);
  CHECK(text.find('\x1B') == std::string::npos);
  CHECK(text.find("\n9. winner") == std::string::npos);
  CHECK(text.find("\xC2\x85") == std::string::npos);
  CHECK(text.find("leo [2J 9. winner ") != std::string::npos);
}

TEST_CASE("times are told as on a stopwatch") {
  CHECK(report::stopwatch(wire::Duration{0}) == "+0:00:00.000");
  CHECK(report::stopwatch(std::chrono::hours(25) + std::chrono::minutes(3) + wire::Duration{4'005'999}) == "+25:03:04.005");
}

}  // namespace certamen::server_test
