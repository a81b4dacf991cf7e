#include <tuple>

#include "proto/wire/codec.hpp"
#include "server/exam/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Language;
using wire::Phase;

constexpr std::array languages = {Language::English, Language::Spanish};

std::string in(const std::string& words, Language language) {
  return words + (language == Language::English ? " [en]" : " [es]");
}

// Five players at the question with this number; they answer with what is given, nothing for those left out.
struct Asked {
  Asked(std::uint32_t number, const std::vector<wire::Answer>& answers) {
    for (int i = 0; i < 5; ++i) players.push_back(world.join("player " + std::to_string(i)));
    world.start();
    for (std::uint32_t i = 0; i < number; ++i) world.open_question();
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const Effects effects = world.answer(players[i], answers[i]);
      REQUIRE(recorded(effects));
    }
  }
  RoomWorld world;
  std::vector<wire::SeatId> players;
};

wire::Answer choose(std::vector<wire::OptionIndex> options) {
  return wire::ChoiceAnswer{std::move(options)};
}

}  // namespace

TEST_CASE("the seed of the shuffle does not give away the seed that draws the paper") {
  room::Opened opened;
  opened.seed = 77;
  opened.host_name = "host";
  std::vector<std::uint64_t> seeds;
  for (const std::uint8_t secret : {std::uint8_t{1}, std::uint8_t{2}}) {
    opened.host_digest.fill(secret);
    room::Room room = room::Room::open(opened, wire::Instant{}).first;
    std::ignore = room.step(room::Commanded{{1}, wire::Command::Start, opened.host_digest}, wire::Instant{});
    std::ignore = room.step(room::PaperDrawn{sample_paper(2)}, wire::Instant{});
    std::ignore = room.step(room::Tick{}, *room.deadline());
    while (room.phase() != wire::Phase::Asking) std::ignore = room.step(room::Tick{}, *room.deadline());
    seeds.push_back(room.snapshot({1}, wire::Language::English).asked->shuffle_seed);
  }
  // One output of the generator gives its state: from the room's own seed it would tell every later question.
  CHECK(seeds[0] != exam::Random(opened.seed ^ 1U).next());
  CHECK(seeds[0] != seeds[1]);
}

TEST_CASE("an announcement tells the prompt in each language and not the options") {
  RoomWorld world;
  world.join("ana");
  const Effects effects = world.start();
  for (const Language language : languages) {
    const auto fact = told<wire::QuestionAnnounced>(effects, language).at(0);
    CHECK(fact.number == 1);
    CHECK(fact.total == 4);
    CHECK(fact.kind == wire::QuestionKind::SingleChoice);
    CHECK(fact.domain == wire::ExamDomain::Resilient);
    CHECK(fact.difficulty == 2);
    CHECK(fact.topic_title == in("Topic of question 1", language));
    CHECK(fact.prompt == in("Prompt of question 1", language));
    CHECK(fact.opens_at == world.now() + 3s);
  }
  for (const wire::ServerMessage& message : messages_of(effects)) {
    const wire::Frame frame = wire::encode(message);
    const auto body = frame.body();
    const std::string bytes(reinterpret_cast<const char*>(body.data()), body.size());
    CHECK(bytes.find("Text of question 1") == std::string::npos);
  }
}

TEST_CASE("a question is asked in each language, with the same options and seed for all") {
  RoomWorld world;
  world.join("ana");
  world.tick();
  world.start();
  const Effects effects = world.tick();
  const auto english = told<wire::QuestionAsked>(effects, Language::English).at(0);
  auto spanish = told<wire::QuestionAsked>(effects, Language::Spanish).at(0);
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string words = "Text of question 1 option " + std::to_string(i);
    CHECK(english.options.at(i) == in(words, Language::English));
    CHECK(spanish.options.at(i) == in(words, Language::Spanish));
  }
  CHECK(english.choose == 1);
  CHECK(english.points_possible == 1000);
  CHECK(english.closes_at - english.opens_at == 20s);
  spanish.options = english.options;
  spanish.unit = english.unit;
  CHECK(spanish == english);
}

TEST_CASE("a multiple response says how many, a number says its unit") {
  Asked multiple(2, {});
  CHECK(multiple.world.asked().choose == 2);
  Asked numeric(4, {});
  CHECK(numeric.world.asked().choose == 1);
  CHECK(numeric.world.asked().options.empty());
  CHECK(numeric.world.asked().unit == "IOPS [en]");
  CHECK(numeric.world.snapshot(Language::Spanish).asked->unit == "IOPS [es]");
}

TEST_CASE("a reveal tells key, distribution, reasons, explanation and notes in each language") {
  Asked at(2, {choose({0, 2}), choose({0, 1}), choose({2}), choose({0, 2})});
  const Effects effects = at.world.command(wire::Command::Next);
  for (const Language language : languages) {
    const auto fact = told<wire::QuestionRevealed>(effects, language).at(0);
    CHECK(fact.number == 2);
    CHECK(fact.key == std::vector<wire::OptionIndex>{0, 2});
    CHECK(fact.picks_by_option == std::vector<std::uint32_t>{3, 1, 3, 0});
    CHECK(fact.answered_count == 4);
    CHECK(fact.right_count == 2);
    CHECK(fact.player_count == 5);
    CHECK(fact.numeric_picks.empty());
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(fact.reasons.at(i) == in("Reason of question 2 option " + std::to_string(i), language));
    }
    CHECK(fact.explanation == in("Explanation of question 2", language));
    REQUIRE(fact.notes.size() == 2);
    CHECK(fact.notes[0] == wire::NoteShown{in("Note of question 2", language), in("As-of remark of question 2", language),
                                           "2026-11", "165, 175"});
    CHECK(fact.notes[1] == wire::NoteShown{in("Second note of question 2", language), "", "", "218"});
    CHECK(fact.continues_at == wire::Instant{});
  }
}

TEST_CASE("a numeric reveal counts the numbers given, most frequent first, and explains known mistakes") {
  Asked at(4, {wire::NumericAnswer{7}, wire::NumericAnswer{400'000'000}, wire::NumericAnswer{1'200'400'000},
               wire::NumericAnswer{400'000'000}});
  const Effects effects = at.world.command(wire::Command::Next);
  for (const Language language : languages) {
    const auto fact = told<wire::QuestionRevealed>(effects, language).at(0);
    CHECK(fact.key.empty());
    CHECK(fact.numeric_key_micros == 1'200'000'000);
    CHECK(fact.numeric_tolerance_micros == 500'000);
    CHECK(fact.picks_by_option.empty());
    CHECK(fact.right_count == 1);
    CHECK(fact.numeric_picks == std::vector<wire::NumericCount>{{400'000'000, 2, in("Mistake of question 4", language)},
                                                                {7, 1, ""},
                                                                {1'200'400'000, 1, ""}});
  }
}

TEST_CASE("a numeric reveal lists at most as many numbers as fit") {
  RoomWorld world;
  std::vector<wire::SeatId> players;
  for (int i = 0; i < 12; ++i) players.push_back(world.join("player " + std::to_string(i)));
  world.start();
  for (int i = 0; i < 4; ++i) world.open_question();
  for (std::size_t i = 0; i + 1 < players.size(); ++i) {
    world.answer(players[i], wire::NumericAnswer{static_cast<std::int64_t>(i)});
  }
  const auto fact = told<wire::QuestionRevealed>(world.command(wire::Command::Next)).at(0);
  CHECK(fact.numeric_picks.size() == wire::options_max);
  CHECK(fact.answered_count == 11);
}

TEST_CASE("each player there gets a result of their own, nobody else does") {
  Asked at(1, {choose({1}), choose({0})});
  at.world.join("hall", wire::Role::Spectator);
  at.world.step(room::Disconnected{at.players[4]});
  const Effects effects = at.world.command(wire::Command::Next);
  CHECK(all<room::SendResults>(effects).at(0).results.size() == 4);
  CHECK(sent<wire::OwnResult>(effects, at.players[0]) ==
        std::vector{wire::OwnResult{1, true, true, 0, 1000, 1000, 1, 1, 5, 1, 1000}});
  CHECK(sent<wire::OwnResult>(effects, at.players[1]) == std::vector{wire::OwnResult{1, true, false, 0, 0, 0, 0, 2, 5, 0}});
  CHECK(sent<wire::OwnResult>(effects, at.players[2]) == std::vector{wire::OwnResult{1, false, false, 0, 0, 0, 0, 2, 5, 0}});
  CHECK(sent<wire::OwnResult>(effects, at.players[4]).empty());
  CHECK(sent<wire::OwnResult>(effects, at.world.host()).empty());
}

TEST_CASE("a snapshot shows each phase as its members may see it") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.join("leo");
  const auto as_ana = [&] { return world.room().snapshot(ana, Language::English); };
  // Which optional parts are present: announced, asked, own answer, revealed, own result, ranking, finished.
  const auto parts = [&] {
    const wire::Snapshot s = as_ana();
    CHECK(s.phase == world.phase());
    CHECK(s.sequence == world.room().sequence());
    CHECK(s.roster.size() == 3);
    std::string text;
    for (const bool present :
         {s.announced.has_value(), s.asked.has_value(), s.own_answer.has_value(), s.revealed.has_value(),
          s.own_result.has_value(), s.ranking.has_value(), s.finished.has_value()}) {
      text += present ? 'x' : '-';
    }
    return text;
  };
  CHECK(parts() == "-------");
  world.command(wire::Command::Start);
  CHECK(parts() == "-------");
  world.step(room::PaperDrawn{sample_paper(2)});
  CHECK(parts() == "x------");
  world.play_to(Phase::Asking);
  CHECK(parts() == "xx-----");
  world.wait(world.asked().opens_at + 1s - world.now());
  world.answer(ana, world.right());
  CHECK(parts() == "xxx----");
  world.play_to(Phase::Revealing);
  CHECK(parts() == "xxxxx--");
  world.play_to(Phase::Ranking);
  CHECK(parts() == "----xx-");
  world.play_to(Phase::Reading);
  CHECK(parts() == "x---x--");
  world.play_to(Phase::Asking);
  CHECK(parts() == "xx--x--");
  CHECK(as_ana().own_result->question_number == 1);
  world.play_to(Phase::Finished);
  CHECK(parts() == "----x-x");
}

TEST_CASE("a snapshot is another for another language, and for one who only watches") {
  Asked at(1, {choose({1})});
  const wire::SeatId hall = at.world.join("hall", wire::Role::Spectator);
  CHECK(at.world.room().snapshot(at.players[0], Language::Spanish).asked->options.at(0) ==
        "Text of question 1 option 0 [es]");
  CHECK_FALSE(at.world.room().snapshot(hall, Language::English).own_answer);
  at.world.play_to(Phase::Revealing);
  CHECK_FALSE(at.world.room().snapshot(hall, Language::English).own_result);
  CHECK(at.world.room().snapshot(hall, Language::English).revealed);
}

TEST_CASE("choosing a language shows the whole room in it and changes nothing") {
  Asked at(1, {});
  const auto seats = all<room::Seat>(at.world.step(room::LanguageChosen{at.players[0], Language::Spanish}));
  REQUIRE(seats.size() == 1);
  CHECK(seats[0].seat == at.players[0]);
  CHECK(seats[0].snapshot.announced->prompt == "Prompt of question 1 [es]");
}

TEST_CASE("the board says who was fastest and whose run was longest") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  const wire::SeatId leo = world.join("leo");
  world.start(3);
  world.open_question();
  world.wait(3s);
  world.answer(ana, world.right());
  world.answer(leo, world.wrong());
  world.open_question();
  world.wait(1700ms);
  world.answer(leo, world.right());
  world.answer(ana, world.right());
  world.open_question();
  world.wait(2s);
  world.answer(leo, world.right());
  world.answer(ana, world.wrong());
  const auto finished = told<wire::MatchFinished>(world.command(wire::Command::Next)).at(0);
  CHECK(finished.fastest_tenths == 17);
  CHECK(finished.fastest_seat == ana);  // of two in the same tenth the first seat
  CHECK(finished.streak_length == 2);
  CHECK(finished.streak_seat == ana);  // who had it first
}

TEST_CASE("a review shows every question again with the own answers") {
  Asked at(1, {choose({1})});
  at.world.play_to(Phase::Finished);
  const Effects effects = at.world.step(room::ReviewAsked{at.players[0], Language::Spanish});
  const auto reviewed = replied<wire::QuestionReviewed>(effects);
  REQUIRE(reviewed.size() == 4);
  for (std::uint32_t number = 1; number <= 4; ++number) {
    const wire::QuestionReviewed& one = reviewed[number - 1];
    CHECK(one.announced.number == number);
    CHECK(one.announced.prompt == "Prompt of question " + std::to_string(number) + " [es]");
    CHECK(one.asked.number == number);
    CHECK(one.revealed.explanation == "Explanation of question " + std::to_string(number) + " [es]");
    CHECK(one.own_answer.has_value() == (number == 1));
    REQUIRE(one.own_result);
    CHECK(one.own_result->right == (number == 1));
  }
  const auto watched = replied<wire::QuestionReviewed>(at.world.step(room::ReviewAsked{at.world.host(), Language::English}));
  REQUIRE(watched.size() == 4);
  CHECK_FALSE(watched[0].own_answer);
  CHECK_FALSE(watched[0].own_result);
}

TEST_CASE("a review of a match that was ended early shows what was revealed only") {
  Asked at(2, {});
  at.world.command(wire::Command::End);
  CHECK(replied<wire::QuestionReviewed>(at.world.step(room::ReviewAsked{at.players[0], Language::English})).size() == 1);
}

TEST_CASE("the seed for each player's own order of options differs from question to question") {
  Asked first(1, {});
  Asked second(2, {});
  CHECK(first.world.asked().shuffle_seed != second.world.asked().shuffle_seed);
}

}  // namespace certamen::server_test
