#include <array>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Command;
using wire::Phase;

// The facts told to everyone, in order: "announced asked revealed ranking ...".
std::string story_told(const Effects& effects) {
  static constexpr std::array names = {"roster",  "started",  "announced", "asked",  "revealed",
                                       "ranking", "finished", "paused",    "resumed"};
  std::string story;
  for (const room::Broadcast& broadcast : all<room::Broadcast>(effects)) {
    if (!story.empty()) story += ' ';
    story += names.at(std::get<wire::RoomEvent>(broadcast.by_language.front()).fact.index());
  }
  return story;
}

void append(Effects& effects, const Effects& more) {
  effects.insert(effects.end(), more.begin(), more.end());
}

}  // namespace

TEST_CASE("a host-paced match, from the door to the podium") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  const wire::SeatId leo = world.join("leo");
  world.tick();
  Effects said = world.command(Command::Start);
  append(said, world.step(room::PaperDrawn{sample_paper(4)}));
  for (std::uint32_t number = 1; number <= 4; ++number) {
    REQUIRE(world.room().question_number() == number);
    append(said, world.tick());  // the options are sent
    world.open_question();
    world.wait(std::chrono::seconds(number));
    append(said, world.answer(ana, world.right()));
    world.wait(1s);
    append(said, world.answer(leo, number % 2 == 0 ? world.right() : world.wrong()));
    REQUIRE(world.phase() == Phase::Revealing);
    REQUIRE_FALSE(world.room().deadline());
    append(said, world.command(Command::Next));
    if (number < 4) append(said, world.command(Command::Next));
  }
  CHECK(world.phase() == Phase::Finished);
  CHECK(story_told(said) ==
        "started announced asked revealed ranking announced asked revealed ranking announced asked revealed ranking "
        "announced asked revealed finished");

  // round(1000 * (1 - t / 40 s)) at 1, 2, 3, 4 s, and for leo at 3 and 5 s.
  const auto finished = told<wire::MatchFinished>(said).at(0);
  REQUIRE(finished.rows.size() == 2);
  CHECK(finished.rows[0] == wire::RankingRow{ana, "ana", 1, 1, 975 + 950 + 925 + 900, 900, 4});
  CHECK(finished.rows[1] == wire::RankingRow{leo, "leo", 2, 2, 925 + 875, 875, 2});
  CHECK(finished.player_count == 2);
  CHECK(finished.question_count == 4);
  CHECK(finished.fastest_seat == ana);
  CHECK(finished.fastest_tenths == 10);
  CHECK(finished.streak_seat == ana);
  CHECK(finished.streak_length == 4);
  const auto kept = all<room::KeepResults>(said);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].results == finished);
}

TEST_CASE("an automatic match runs by its deadlines alone") {
  RoomWorld world(automatic_settings());
  world.join("ana");
  world.tick();
  world.start(2);
  const wire::Instant begin = world.now();
  CHECK(world.room().deadline() == begin + 3s - room::opening_lead);
  CHECK(told<wire::QuestionAsked>(world.tick()).at(0).opens_at == begin + 3s);
  CHECK(world.room().deadline() == begin + 23s + room::letter_grace);
  const wire::Instant revealed_at = begin + 23s + room::letter_grace;
  CHECK(told<wire::QuestionRevealed>(world.tick()).at(0).continues_at == revealed_at + 8s);
  CHECK(told<wire::RankingShown>(world.tick()).at(0).continues_at == revealed_at + 13s);
  CHECK(world.now() == revealed_at + 8s);
  CHECK(told<wire::QuestionAnnounced>(world.tick()).at(0).opens_at == revealed_at + 16s);
  CHECK(story_told(world.tick_for(1h)) == "asked revealed finished");
  CHECK_FALSE(world.room().deadline());
}

TEST_CASE("alone, there is no ranking between the questions") {
  RoomWorld world(solo_settings());
  Effects said = world.start(3);
  for (int i = 0; i < 3; ++i) {
    world.open_question();
    append(said, world.answer(world.host(), world.right()));
    append(said, world.tick());
  }
  CHECK(world.phase() == Phase::Finished);
  CHECK(story_told(said) == "announced revealed announced revealed announced revealed finished");
  CHECK(told<wire::MatchFinished>(said).at(0).rows.at(0).points == 3000);
}

TEST_CASE("alone and host-paced, the player turns the page") {
  wire::RoomSettings settings = solo_settings();
  settings.pacing = wire::Pacing::HostPaced;
  RoomWorld world(settings);
  world.start(2);
  world.open_question();
  world.answer(world.host(), world.right());
  CHECK(world.phase() == Phase::Revealing);
  CHECK_FALSE(world.room().deadline());
  CHECK(told<wire::QuestionAnnounced>(world.command(Command::Next)).size() == 1);
}

TEST_CASE("the settings may give every question the same time") {
  wire::RoomSettings settings = match_settings();
  settings.answer_seconds = 7;
  settings.reading_seconds = 30;
  RoomWorld world(settings);
  const wire::SeatId ana = world.join("ana");
  world.start();
  world.open_question();
  CHECK(world.asked().closes_at - world.asked().opens_at == 7s);
  world.wait(7s);
  world.answer(ana, world.right());
  CHECK(world.member(ana).standing.points == 500);
}

TEST_CASE("a late tick gives everyone the whole time") {
  RoomWorld world;
  world.join("ana");
  world.tick();
  world.start();
  const wire::Instant late = *world.room().deadline() + 10s;
  world.wait(late - world.now());
  const auto asked = told<wire::QuestionAsked>(world.step(room::Tick{})).at(0);
  CHECK(asked.opens_at == late);
  CHECK(asked.closes_at == late + 20s);
}

TEST_CASE("the next question can be asked for before the time is up") {
  RoomWorld world;
  world.join("ana");
  world.start();
  world.open_question();
  const auto revealed = told<wire::QuestionRevealed>(world.command(Command::Next));
  REQUIRE(revealed.size() == 1);
  CHECK(revealed[0].answered_count == 0);
  CHECK(revealed[0].player_count == 1);
}

TEST_CASE("the paper is asked for as the settings say") {
  wire::RoomSettings settings = match_settings();
  settings.question_count = 33;
  settings.difficulty_min = 2;
  settings.difficulty_max = 4;
  settings.topics = {"a", "b"};
  settings.domains = {wire::ExamDomain::Secure};
  settings.kinds = {wire::QuestionKind::Matching};
  RoomWorld world(settings);
  const auto requests = all<room::RequestPaper>(world.command(Command::Start));
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].spec ==
        exam::DrawSpec{33, 2, 4, {"a", "b"}, {wire::ExamDomain::Secure}, {wire::QuestionKind::Matching}, {}, 20260101});
}

TEST_CASE("a bank with too few questions sends the room back to its lobby, and the host may try again") {
  RoomWorld world;
  world.join("ana");
  world.command(Command::Start);
  const Effects effects = world.step(room::PaperRefused{});
  CHECK(world.phase() == Phase::Gathering);
  const auto sends = all<room::SendSeat>(effects);
  REQUIRE(sends.size() == 2);  // everyone was told that the match starts, so everyone hears that it does not
  CHECK(sends[0].seat == world.host());
  for (const room::SendSeat& send : sends) {
    CHECK(std::get<wire::Rejected>(send.message).reason == wire::Refusal::TooFewQuestions);
  }
  world.start();
  CHECK(world.phase() == Phase::Reading);
}

TEST_CASE("a match that is ended early counts what was revealed") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.start();
  world.open_question();
  world.answer(ana, world.right());
  world.open_question();
  world.answer(ana, world.right());
  world.open_question();
  const auto finished = told<wire::MatchFinished>(world.command(Command::End)).at(0);
  CHECK(finished.question_count == 2);
  CHECK(finished.rows.at(0).points == 2000);
  CHECK(world.phase() == Phase::Finished);
}

TEST_CASE("a match that is ended before anything was revealed has no rows") {
  RoomWorld world;
  world.join("ana");
  world.start();
  const Effects effects = world.command(Command::End);
  CHECK(told<wire::MatchFinished>(effects).at(0).rows.empty());
  CHECK(told<wire::MatchFinished>(effects).at(0).fastest_seat == wire::SeatId{});
  CHECK(all<room::KeepResults>(effects).size() == 1);
}

TEST_CASE("every fact for everyone counts the sequence up by one, private ones do not") {
  RoomWorld world(automatic_settings());
  const wire::SeatId ana = world.join("ana");
  world.tick();
  std::uint64_t sequence = world.room().sequence();
  world.start(2);
  Effects said;
  while (world.phase() != Phase::Finished) {
    if (world.phase() == Phase::Asking && world.now() < world.asked().opens_at) {
      world.open_question();
      append(said, world.answer(ana, world.right()));
    } else {
      append(said, world.tick());
    }
  }
  ++sequence;  // the start
  ++sequence;  // the first announcement
  for (const room::Effect& effect : said) {
    if (const auto* broadcast = std::get_if<room::Broadcast>(&effect)) {
      ++sequence;
      for (const auto& message : broadcast->by_language) CHECK(std::get<wire::RoomEvent>(message).sequence == sequence);
    } else if (const auto* send = std::get_if<room::SendSeat>(&effect)) {
      CHECK(std::get<wire::SeatEvent>(send->message).sequence == sequence);
    } else if (const auto* own = std::get_if<room::SendResults>(&effect)) {
      CHECK(own->sequence == sequence);
    }
  }
  CHECK(world.room().sequence() == sequence);
}

TEST_CASE("points, then rightness, then speed decide the ranking, and ties are shown") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  const wire::SeatId leo = world.join("leo");
  const wire::SeatId eva = world.join("eva");
  world.start();
  world.open_question();
  world.wait(2s);
  world.answer(ana, world.right());
  world.wait(99'999us);  // within the same tenth
  world.answer(leo, world.right());
  world.answer(eva, world.wrong());
  const auto rows = told<wire::RankingShown>(world.command(Command::Next)).at(0).rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == wire::RankingRow{ana, "ana", 1, 0, 950, 950, 1});
  CHECK(rows[1] == wire::RankingRow{leo, "leo", 1, 0, 950, 950, 1});
  CHECK(rows[2] == wire::RankingRow{eva, "eva", 3, 0, 0, 0, 0});
}

TEST_CASE("a ranking shows the best hundred of many, the results keep everyone") {
  wire::RoomSettings settings = match_settings();
  settings.capacity = 150;
  RoomWorld world(settings);
  for (int i = 0; i < 150; ++i) world.join("player " + std::to_string(i));
  world.start(1);
  world.play_to(Phase::Revealing);
  const Effects effects = world.command(Command::Next);
  CHECK(told<wire::MatchFinished>(effects).at(0).rows.size() == wire::ranking_rows_max);
  CHECK(told<wire::MatchFinished>(effects).at(0).player_count == 150);
  CHECK(all<room::KeepResults>(effects).at(0).results.rows.size() == 150);
}

}  // namespace certamen::server_test
