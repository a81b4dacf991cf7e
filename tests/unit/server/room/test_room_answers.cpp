#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Phase;
using wire::Refusal;

// Two players at an open question; question 1 is a single choice.
struct OpenQuestion {
  explicit OpenQuestion(const wire::RoomSettings& settings = match_settings()) : world(settings) {
    ana = world.join("ana");
    leo = world.join("leo");
    world.tick();
    world.start();
    world.open_question();
  }
  RoomWorld world;
  wire::SeatId ana;
  wire::SeatId leo;
};

}  // namespace

TEST_CASE("an answer counts from the opening to the closing instant, both included") {
  struct Row {
    wire::Duration after_opening;
    std::optional<Refusal> refused;
  };
  const Row rows[] = {{-1us, Refusal::TooEarly}, {0us, std::nullopt}, {1us, std::nullopt},
                      {20s - 1us, std::nullopt}, {20s, std::nullopt}, {20s + 1us, Refusal::TooLate}};
  for (const Row& row : rows) {
    CAPTURE(row.after_opening.count());
    OpenQuestion at;
    const wire::Instant received_at = at.world.asked().opens_at + row.after_opening;
    at.world.wait(20s + 10ms);  // within the grace for letters between threads
    const Effects effects = at.world.answer_received(at.ana, at.world.right(), received_at);
    CHECK(refusal(effects) == row.refused);
    CHECK(recorded(effects) == !row.refused);
  }
}

TEST_CASE("an answer before the options open is too early, though the options were sent") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.start();
  world.play_to(Phase::Asking);
  REQUIRE(world.now() < world.asked().opens_at);
  CHECK(refusal(world.answer(ana, world.right())) == Refusal::TooEarly);
  world.wait(world.asked().opens_at - world.now());
  CHECK_FALSE(refusal(world.answer(ana, world.right())));
}

// Acceptance 3 and 4 of the game's list.
TEST_CASE("an answer that arrives after the close is refused and never lands on the next question") {
  OpenQuestion at;
  const wire::Answer answer = at.world.right();
  at.world.play_to(Phase::Revealing);
  CHECK(refusal(at.world.answer(at.ana, answer)) == Refusal::TooLate);
  at.world.open_question();
  const Effects effects = at.world.step(room::Answered{at.ana, 1, answer, at.world.now(), at.world.now()});
  REQUIRE(rejected(effects));
  CHECK(rejected(effects)->reason == Refusal::TooLate);
  CHECK(rejected(effects)->question_number == 1);
  CHECK_FALSE(at.world.member(at.ana).given.at(1));
}

TEST_CASE("what the client claims about its clock decides nothing") {
  OpenQuestion at;
  const wire::Instant opens_at = at.world.asked().opens_at;
  at.world.wait(3s);
  at.world.step(room::Answered{at.ana, 1, at.world.right(), at.world.now(), opens_at});
  CHECK(at.world.member(at.ana).given.at(0)->tenths == 30);
  at.world.wait(17s + 1us);
  const Effects late = at.world.step(room::Answered{at.leo, 1, at.world.right(), at.world.now(), opens_at});
  CHECK(refusal(late) == Refusal::TooLate);
}

// Acceptance 2 of the game's list.
TEST_CASE("two answers in the same instant are both kept") {
  OpenQuestion at;
  at.world.wait(1s);
  CHECK(recorded(at.world.answer(at.ana, at.world.right())));
  CHECK(recorded(at.world.answer(at.leo, at.world.wrong())));
  CHECK(at.world.member(at.ana).given.at(0));
  CHECK(at.world.member(at.leo).given.at(0));
}

TEST_CASE("a repeated answer changes nothing and is acknowledged again") {
  OpenQuestion at;
  at.world.wait(1234ms);
  const wire::AnswerLocked locked{1, at.world.right(), 12};
  CHECK(replied<wire::AnswerLocked>(at.world.answer(at.ana, at.world.right())) == std::vector{locked});
  at.world.wait(5s);
  for (const wire::Answer& again : {at.world.right(), at.world.wrong(), wire::Answer{wire::NumericAnswer{1}}}) {
    const Effects effects = at.world.answer(at.ana, again);
    CHECK_FALSE(recorded(effects));
    CHECK(replied<wire::AnswerLocked>(effects) == std::vector{locked});
  }
  CHECK(at.world.phase() == Phase::Asking);
}

// Acceptance 5 of the game's list.
TEST_CASE("reconnecting between answer and reveal keeps the answer and gives no second one") {
  OpenQuestion at;
  at.world.wait(2s);
  at.world.answer(at.ana, at.world.right());
  at.world.step(room::Disconnected{at.ana});
  at.world.wait(3s);
  const auto seats = all<room::Seat>(at.world.resume(at.ana));
  REQUIRE(seats.size() == 1);
  CHECK(seats[0].snapshot.own_answer == wire::AnswerLocked{1, at.world.right(), 20});
  CHECK_FALSE(recorded(at.world.answer(at.ana, at.world.wrong())));
  at.world.answer(at.leo, at.world.wrong());
  CHECK(at.world.member(at.ana).standing.points == 950);
}

TEST_CASE("a question closes early when everyone connected has answered") {
  OpenQuestion at;
  at.world.answer(at.ana, at.world.right());
  REQUIRE(at.world.phase() == Phase::Asking);
  const Effects effects = at.world.answer(at.leo, at.world.wrong());
  CHECK(at.world.phase() == Phase::Revealing);
  // First the acknowledgement, then the reveal that it caused.
  REQUIRE(replied<wire::AnswerLocked>(effects).size() == 1);
  CHECK(std::holds_alternative<room::Reply>(effects.at(1)));
  CHECK(told<wire::QuestionRevealed>(effects).size() == 1);
}

// Acceptance 6 of the game's list.
TEST_CASE("players who lost their connection never block") {
  OpenQuestion at;
  SECTION("away before the others answered") {
    at.world.step(room::Disconnected{at.leo});
    at.world.answer(at.ana, at.world.right());
    CHECK(at.world.phase() == Phase::Revealing);
  }
  SECTION("lost as the last without an answer") {
    at.world.answer(at.ana, at.world.right());
    const Effects effects = at.world.step(room::Disconnected{at.leo});
    CHECK(told<wire::QuestionRevealed>(effects).size() == 1);
  }
  SECTION("left as the last without an answer") {
    at.world.answer(at.ana, at.world.right());
    const Effects effects = at.world.step(room::Left{at.leo});
    CHECK(told<wire::QuestionRevealed>(effects).size() == 1);
    CHECK(sent<wire::OwnResult>(effects, at.leo).empty());
  }
  SECTION("an answer given before the connection was lost still counts") {
    at.world.answer(at.ana, at.world.right());
    at.world.step(room::Disconnected{at.ana});
    at.world.answer(at.leo, at.world.right());
    CHECK(at.world.member(at.ana).standing.points == 1000);
  }
}

TEST_CASE("a question that nobody answered waits for its end, whoever comes and goes") {
  OpenQuestion at;
  at.world.step(room::Disconnected{at.ana});
  at.world.step(room::Disconnected{at.leo});
  CHECK(at.world.phase() == Phase::Asking);
  at.world.step(room::Disconnected{at.world.host()});
  CHECK(at.world.phase() == Phase::Asking);
}

TEST_CASE("watchers and a host who does not play block nobody") {
  OpenQuestion at;
  at.world.join("hall", wire::Role::Spectator);
  at.world.answer(at.ana, at.world.right());
  at.world.answer(at.leo, at.world.right());
  CHECK(at.world.phase() == Phase::Revealing);
}

TEST_CASE("a host who plays answers like anyone") {
  wire::RoomSettings settings = match_settings();
  settings.host_plays = true;
  OpenQuestion at(settings);
  at.world.answer(at.ana, at.world.right());
  at.world.answer(at.leo, at.world.right());
  CHECK(at.world.phase() == Phase::Asking);
  at.world.wait(2s);
  CHECK(recorded(at.world.answer(at.world.host(), at.world.right())));
  CHECK(at.world.phase() == Phase::Revealing);
  CHECK(at.world.member(at.world.host()).standing.points == 950);
}

TEST_CASE("a spectator's answer is refused") {
  OpenQuestion at;
  const wire::SeatId hall = at.world.join("hall", wire::Role::Spectator);
  CHECK(refusal(at.world.answer(hall, at.world.right())) == Refusal::NotAPlayer);
}

TEST_CASE("an answer that does not fit its question is refused, and a fitting one may follow") {
  OpenQuestion at;
  for (const wire::Answer& unfit : {wire::Answer{wire::NumericAnswer{1}}, wire::Answer{wire::ChoiceAnswer{{7}}},
                                    wire::Answer{wire::ChoiceAnswer{{0, 1}}}}) {
    CHECK(refusal(at.world.answer(at.ana, unfit)) == Refusal::AnswerInvalid);
  }
  CHECK(recorded(at.world.answer(at.ana, at.world.right())));
}

TEST_CASE("counts of answers are gathered for a moment and go to watchers only") {
  OpenQuestion at;
  const wire::SeatId eva = at.world.join("third of three");  // late: not asked, but there
  at.world.tick();
  const Effects first = at.world.answer(at.ana, at.world.right());
  CHECK(counted(first).empty());
  const wire::Instant due = at.world.now() + room::progress_delay;
  CHECK(at.world.room().deadline() == due);
  const Effects effects = at.world.tick();
  CHECK(at.world.now() == due);
  CHECK_FALSE(recorded(effects));
  REQUIRE(counted(effects).size() == 1);
  CHECK(counted(effects)[0].question_number == 1);
  CHECK(counted(effects)[0].answered == 1);
  CHECK(all<room::SendSeat>(effects).empty());
  CHECK(all<room::Broadcast>(effects).empty());
  CHECK(at.world.member(eva).connected);
}

TEST_CASE("streaks grow with right answers and end with wrong or missing ones") {
  OpenQuestion at;
  const auto play = [&](const wire::Answer& answer) {
    at.world.answer(at.ana, answer);
    at.world.answer(at.leo, at.world.wrong());
    const std::uint32_t streak = at.world.member(at.ana).streak;
    at.world.open_question();
    return streak;
  };
  CHECK(play(at.world.right()) == 1);
  CHECK(play(at.world.right()) == 2);
  CHECK(play(at.world.wrong()) == 0);
  at.world.play_to(Phase::Revealing);
  CHECK(at.world.member(at.ana).streak == 0);
}

}  // namespace certamen::server_test
