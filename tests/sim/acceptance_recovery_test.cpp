// The acceptance list of the game, by number: killed servers, absent hosts, lost connections.
#include <algorithm>

#include "client/model/queries.hpp"
#include "tests/sim/acceptance.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace certamen;
using namespace certamen::sim;
using wire::Phase;

// Plays to the phase, kills the server there, and looks at what comes back.
void kill_in(Phase phase, Phase expected) {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::Automatic));
  Program& ada = scene.join("Ada");
  Program& bob = scene.join("Bob", wire::Language::Spanish);
  if (phase != Phase::Gathering) scene.command(host, wire::Command::Start);
  const std::uint32_t number = phase == Phase::Gathering || phase == Phase::Drawing ? 0 : 2;
  if (number == 2) {
    REQUIRE(scene.open_question(1));
    scene.answer(ada, true);
    REQUIRE(scene.reach(Phase::Reading, 2));
  }
  if (phase == Phase::Finished) scene.command(host, wire::Command::End);
  REQUIRE(scene.reach(phase, number));
  scene.run_for(phase == Phase::Drawing ? 0us : 700ms);

  Server& server = scene.simulation().server();
  const std::optional<Instant> end = phase_end(scene.room());
  const Instant died_at = server.now();
  const exam::Paper paper = scene.room().paper();
  const wire::RoomSettings settings = scene.room().settings();
  const std::int64_t points = scene.room().members().at(room_of(ada).seat).standing.points;
  server.kill();
  scene.run_for(6s);
  server.start(3);

  const room::Room& room = scene.room();
  CHECK(room.phase() == expected);
  CHECK(room.question_number() == number);
  CHECK(room.paper() == paper);  // with the same shuffles
  CHECK(room.settings() == settings);
  CHECK(room.members().at(room_of(ada).seat).standing.points == points);
  CHECK(phase_end(room) == end);
  CHECK(server.now() <= died_at);
  if (end) CHECK(died_at - server.now() < 300ms);  // while nothing counts, nobody writes the time down
  const auto is_back = [](const Program& program) {
    return program.model().connection.link == model::Link::Online && !room_of(program).resuming;
  };
  REQUIRE(scene.run_until([&] { return is_back(host) && is_back(ada) && is_back(bob); }, 15s));
  scene.run_for(500ms);
  if (end && room.phase() == expected) {
    // Everybody is back, so the match goes on with the time it had.
    CHECK_FALSE(room.paused());
    const Duration left_before = *end - died_at;
    const Duration left = *phase_end(scene.room()) - server.now();
    CHECK(left <= left_before + 300ms);
    CHECK(left > left_before - 5s);
  }
  CHECK(scene.conclude() == "");
}

}  // namespace

TEST_CASE("acceptance 15: kill -9 while gathering") {
  kill_in(Phase::Gathering, Phase::Gathering);
}
TEST_CASE("acceptance 15: kill -9 while drawing, and the host starts again") {
  kill_in(Phase::Drawing, Phase::Gathering);
}
TEST_CASE("acceptance 15: kill -9 while reading") {
  kill_in(Phase::Reading, Phase::Reading);
}
TEST_CASE("acceptance 15: kill -9 while asking") {
  kill_in(Phase::Asking, Phase::Asking);
}
TEST_CASE("acceptance 15: kill -9 while revealing") {
  kill_in(Phase::Revealing, Phase::Revealing);
}
TEST_CASE("acceptance 15: kill -9 while ranking") {
  kill_in(Phase::Ranking, Phase::Ranking);
}
TEST_CASE("acceptance 15: kill -9 when finished") {
  kill_in(Phase::Finished, Phase::Finished);
}

TEST_CASE("acceptance 15: an answer acknowledged just before kill -9 is kept, with its time") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.run_for(2s);
  scene.answer(ada, true);
  REQUIRE(scene.run_until([&] { return room_of(ada).own.locked.has_value(); }));
  const wire::AnswerLocked locked = *room_of(ada).own.locked;
  scene.simulation().server().kill();
  scene.run_for(1s);
  scene.simulation().server().start(2);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  scene.run_for(50ms);
  CHECK(room_of(ada).own.locked == locked);
  REQUIRE(room_of(ada).own_result.has_value());
  CHECK(room_of(ada).own_result->answer_tenths == locked.answer_tenths);
  CHECK(room_of(ada).own_result->right);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 16: host gone in lobby, question, reveal and board: the room waits and goes on, no room is lost") {
  const Phase phase = GENERATE(Phase::Gathering, Phase::Asking, Phase::Revealing, Phase::Ranking);
  CAPTURE(static_cast<int>(phase));
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::Automatic, 3));
  Program& ada = scene.join("Ada");
  if (phase != Phase::Gathering) {
    scene.command(host, wire::Command::Start);
    REQUIRE(scene.reach(phase, 1));
  }
  host.quit();
  scene.run_for(40s);
  if (phase == Phase::Gathering) {
    CHECK(room_of(ada).phase == Phase::Gathering);
  } else {
    // The question in play is played to its end, then the room waits.
    REQUIRE(room_of(ada).paused.has_value());
    CHECK(room_of(ada).paused->reason == wire::PauseReason::HostGone);
    CHECK(room_of(ada).phase == Phase::Revealing);
  }
  Program& again = scene.reopen(host);
  REQUIRE(scene.run_until([&] { return again.model().room.has_value(); }));
  if (phase == Phase::Gathering) scene.command(again, wire::Command::Start);
  REQUIRE(scene.reach(Phase::Finished, 0));
  CHECK(room_of(ada).finished->question_count == 3);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 16: host gone in lobby, question, reveal and board: a co-host takes over and the match goes on") {
  const Phase phase = GENERATE(Phase::Gathering, Phase::Asking, Phase::Revealing, Phase::Ranking);
  CAPTURE(static_cast<int>(phase));
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::Automatic, 3));
  Program& ada = scene.join("Ada");
  Program& bob = scene.join("Bob");
  host.say(wire::CommandRoom{wire::AppointCohost{room_of(ada).seat, true}, room_of(host).host_ticket.value()});
  REQUIRE(scene.run_until([&] { return room_of(ada).host_ticket.has_value(); }));
  CHECK_FALSE(room_of(bob).host_ticket.has_value());
  if (phase != Phase::Gathering) {
    scene.command(host, wire::Command::Start);
    REQUIRE(scene.reach(phase, 1));
  }
  host.quit();
  scene.run_for(40s);
  const wire::Ticket cohosts = *room_of(ada).host_ticket;
  ada.say(wire::CommandRoom{wire::TakeOver{}, cohosts});
  REQUIRE(scene.run_until([&] { return room_of(ada).role == wire::Role::Host; }));
  CHECK(room_of(ada).host_ticket != cohosts);
  if (phase == Phase::Gathering) scene.command(ada, wire::Command::Start);
  REQUIRE(scene.reach(Phase::Finished, 0));
  CHECK(room_of(bob).finished->question_count == 3);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 16: an old host that comes back finds its rights given away, and the co-host keeps them over a kill") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced, 2));
  Program& ada = scene.join("Ada");
  host.say(wire::CommandRoom{wire::AppointCohost{room_of(ada).seat, true}, room_of(host).host_ticket.value()});
  REQUIRE(scene.run_until([&] { return room_of(ada).host_ticket.has_value(); }));
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.reach(Phase::Reading, 1));
  host.quit();
  scene.run_for(2s);
  ada.say(wire::CommandRoom{wire::TakeOver{}, *room_of(ada).host_ticket});
  REQUIRE(scene.run_until([&] { return room_of(ada).role == wire::Role::Host; }));
  scene.simulation().server().kill();
  scene.run_for(1s);
  scene.simulation().server().start(2);
  Program& again = scene.reopen(host);
  REQUIRE(scene.run_until([&] { return again.model().room.has_value(); }));
  CHECK(room_of(again).role == wire::Role::Spectator);
  CHECK_FALSE(room_of(again).host_ticket.has_value());
  REQUIRE(scene.reach(Phase::Revealing, 1));
  scene.command(ada, wire::Command::Next);
  REQUIRE(scene.reach(Phase::Ranking, 1));
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 21: a disconnected player is told loudly, and an unsent answer is kept and stamped") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.run_for(1s);
  scene.simulation().network().listen(nullptr);
  scene.simulation().network().break_off(ada.connection());
  REQUIRE(scene.run_until([&] { return model::lost_for(ada.model(), ada.local_now()).has_value(); }));
  const Instant pressed_at = scene.simulation().server().now();
  scene.answer(ada, true);
  CHECK(model::answer_state(ada.model()) == model::AnswerState::Kept);
  scene.run_for(1s);
  CHECK(model::answer_state(ada.model()) == model::AnswerState::Kept);
  scene.simulation().network().listen(&scene.simulation().server());
  REQUIRE(scene.run_until([&] { return room_of(ada).own.locked.has_value(); }, 8s));
  CHECK_FALSE(model::lost_for(ada.model(), ada.local_now()).has_value());
  REQUIRE(scene.counted(1).size() == 1);
  const room::Answered kept = scene.counted(1)[0];
  CHECK(kept.received_at > pressed_at + 1s);
  CHECK(std::max(kept.chosen_at - pressed_at, pressed_at - kept.chosen_at) <= 2ms);
  CHECK(scene.conclude() == "");
}
