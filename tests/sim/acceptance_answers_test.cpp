// The acceptance list of the game, by number, as far as it shows without sockets and windows: answers, pauses, the key,
// and who is above whom.
#include <algorithm>

#include "client/model/queries.hpp"
#include "server/exam/score.hpp"
#include "tests/sim/acceptance.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace certamen;
using namespace certamen::sim;
using wire::Phase;
using wire::Refusal;

}  // namespace

TEST_CASE("acceptance 1: a message for one room never reaches another") {
  Options options;
  options.plan = make_plan(7, 4);
  options.plan->rooms = 6;
  options.plan->players_max = 10;
  options.plan->crashes.clear();
  const Outcome outcome = simulate(options);
  CHECK(report(outcome, options) == "");
  CHECK(outcome.tally.rooms >= 6);
  CHECK(outcome.tally.events > 500);
}

TEST_CASE("acceptance 2: two answers in the same millisecond are both kept") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  Program& bob = scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.run_for(1s);
  scene.answer(ada, true);
  scene.answer(bob, true);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  const auto counted = scene.counted(1);
  REQUIRE(counted.size() == 2);
  CHECK(counted[0].received_at == counted[1].received_at);
  CHECK(counted[0].seat != counted[1].seat);
  CHECK(room_of(ada).own.locked.has_value());
  CHECK(room_of(bob).own.locked.has_value());
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 3: an answer after the deadline is refused, whatever the client's clock says") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  const Instant closes_at = room_of(ada).asked->closes_at;
  // It arrives while the room still waits for letters from other shards.
  const Duration lateness = GENERATE(1us, 5ms, 15ms);
  wait_for(scene, closes_at + lateness - 1ms);
  wire::SubmitAnswer late = Scene::some_answer(ada);
  late.chosen_at = room_of(ada).asked->opens_at;
  ada.say(late);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  CHECK(scene.counted(1).empty());
  CHECK(scene.refusals(ada, Refusal::TooLate) == 1);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 3: an answer at the deadline counts") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  wait_for(scene, room_of(ada).asked->closes_at - 1ms);
  ada.say(Scene::some_answer(ada));
  REQUIRE(scene.reach(Phase::Revealing, 1));
  REQUIRE(scene.counted(1).size() == 1);
  CHECK(scene.counted(1)[0].received_at == room_of(ada).asked->closes_at);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 4: an answer arriving after close never lands on the next question") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::Automatic));
  Program& ada = scene.join("Ada");
  scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  const wire::SubmitAnswer to_first = Scene::some_answer(ada);
  REQUIRE(scene.open_question(2));
  ada.say(to_first);
  scene.run_for(100ms);
  CHECK(scene.refusals(ada, Refusal::TooLate) == 1);
  CHECK(scene.counted(1).empty());
  CHECK(scene.counted(2).empty());
  scene.answer(ada, true);
  scene.run_for(100ms);
  CHECK(scene.counted(2).size() == 1);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 5: reconnecting between answer and reveal keeps the answer and cannot answer twice") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.answer(ada, true);
  scene.run_for(100ms);
  REQUIRE(room_of(ada).own.locked.has_value());
  const wire::AnswerLocked before = *room_of(ada).own.locked;
  scene.simulation().network().break_off(ada.connection());
  REQUIRE(scene.run_until([&] { return ada.model().connection.link == model::Link::Lost; }));
  REQUIRE(scene.run_until([&] { return ada.model().connection.link == model::Link::Online && !room_of(ada).resuming; }));
  REQUIRE(room_of(ada).phase == Phase::Asking);
  CHECK(room_of(ada).own.locked == before);
  ada.say(Scene::some_answer(ada, 1));
  scene.run_for(100ms);
  CHECK(room_of(ada).own.locked == before);
  CHECK(scene.counted(1).size() == 1);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  scene.run_for(50ms);
  REQUIRE(room_of(ada).own_result.has_value());
  CHECK(room_of(ada).own_result->right);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 6: disconnected players do not block everyone answered, and return to their place") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  Program& bob = scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  const wire::SeatId seat = room_of(bob).seat;
  const Instant closes_at = room_of(ada).asked->closes_at;
  bob.quit();
  scene.run_for(100ms);
  CHECK(room_of(ada).phase == Phase::Asking);
  scene.answer(ada, true);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  CHECK(scene.simulation().server().now() < closes_at - 5s);
  Program& again = scene.reopen(bob);
  REQUIRE(scene.run_until([&] { return again.model().room.has_value(); }));
  CHECK(room_of(again).seat == seat);
  scene.command(host, wire::Command::Next);
  REQUIRE(scene.reach(Phase::Ranking, 1));
  scene.command(host, wire::Command::Next);
  REQUIRE(scene.open_question(2));
  scene.answer(again, true);
  scene.run_for(100ms);
  REQUIRE(scene.counted(2).size() == 1);
  CHECK(scene.counted(2)[0].seat == seat);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 6: the last missing answer leaves during a pause") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  Program& bob = scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.answer(ada, true);
  scene.run_for(100ms);
  scene.command(host, wire::Command::Pause);
  scene.run_for(100ms);
  bob.quit();
  scene.run_for(1s);
  scene.command(host, wire::Command::Resume);
  scene.run_for(100ms);
  CHECK(room_of(ada).phase == Phase::Revealing);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 7: a late joiner gains nothing and costs nobody anything") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  const Instant closes_at = room_of(ada).asked->closes_at;
  Program& late = scene.join("Late");
  CHECK(room_of(ada).asked->closes_at == closes_at);
  late.say(Scene::some_answer(late));
  scene.run_for(100ms);
  CHECK(scene.refusals(late, Refusal::NotAPlayer) == 1);
  // Nobody waits for the one who was not asked.
  scene.answer(ada, true);
  scene.run_for(100ms);
  REQUIRE(room_of(ada).phase == Phase::Revealing);
  CHECK(room_of(ada).revealed->player_count == 1);
  scene.command(host, wire::Command::Next);
  REQUIRE(scene.reach(Phase::Ranking, 1));
  scene.command(host, wire::Command::Next);
  REQUIRE(scene.open_question(2));
  scene.answer(late, true);
  scene.answer(ada, false);
  REQUIRE(scene.reach(Phase::Revealing, 2));
  scene.run_for(50ms);
  CHECK(room_of(late).own_result->points <= exam::points_possible);
  CHECK(room_of(late).own_result->right_count == 1);
  CHECK(room_of(ada).revealed->player_count == 2);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 8: pause and resume give everyone the same remaining time") {
  Plan plan = punctual_plan(3);
  plan.network.delay_max = 60ms;  // near and far
  Scene scene(plan);
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  const std::vector<Program*> members = {&host, &scene.join("Ada"), &scene.join("Bob", wire::Language::Spanish),
                                         &scene.join("Cleo")};
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.run_for(3s);
  const Instant closes_at = room_of(host).asked->closes_at;
  scene.command(host, wire::Command::Pause);
  scene.run_for(1s);
  REQUIRE(room_of(host).paused.has_value());
  const Duration left = closes_at - room_of(host).paused->since;
  for (const Program* member : members) CHECK(model::time_left(member->model(), member->local_now()) == left);
  scene.run_for(20s);
  for (const Program* member : members) CHECK(model::time_left(member->model(), member->local_now()) == left);
  scene.command(host, wire::Command::Resume);
  REQUIRE(scene.run_until([&] {
    return std::none_of(members.begin(), members.end(), [](const Program* each) { return room_of(*each).paused; });
  }));
  const Instant moved = room_of(host).asked->closes_at;
  CHECK(moved > closes_at + 20s);
  for (const Program* member : members) {
    CHECK(room_of(*member).asked->closes_at == moved);
    const Duration seen = *model::time_left(member->model(), member->local_now());
    const Duration truth = moved - scene.simulation().server().now();
    CHECK(std::max(seen - truth, truth - seen) <= member->model().clock.round_trip / 2 + 1us);
  }
  REQUIRE(scene.reach(Phase::Revealing, 1));
  CHECK(scene.simulation().server().now() >= moved);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 13: the key is in no byte sent before the reveal, and host rights need the host's secret") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& mallory = scene.join("Mallory");
  scene.join("Ada", wire::Language::Spanish);
  // With the own seat's ticket, which looks like the host's.
  for (const wire::Command command : {wire::Command::Start, wire::Command::End}) {
    mallory.say(wire::CommandRoom{command, room_of(mallory).ticket});
  }
  scene.run_for(100ms);
  CHECK(scene.refusals(mallory, Refusal::NotHost) == 2);
  CHECK(room_of(host).phase == Phase::Gathering);
  CHECK_FALSE(room_of(mallory).host_ticket.has_value());
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  const exam::Question* asked = scene.simulation().papers().with_prompt(room_of(mallory).announced->prompt);
  REQUIRE(asked != nullptr);
  const auto knows = [&](const Program& program) {
    for (const auto& event : scene.heard<wire::RoomEvent>(program)) {
      const auto secrets = secrets_in(wire::encode(wire::ServerMessage{event}).bytes());
      if (std::find(secrets.begin(), secrets.end(), asked->id) != secrets.end()) return true;
    }
    return false;
  };
  CHECK_FALSE(knows(mallory));
  REQUIRE(scene.reach(Phase::Revealing, 1));
  CHECK(knows(mallory));
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 19: someone with fewer right answers is not above someone with more, unless the formula says so") {
  const wire::Scoring scoring = GENERATE(wire::Scoring::Speed, wire::Scoring::Accuracy);
  CAPTURE(static_cast<int>(scoring));
  Scene scene(punctual_plan());
  wire::RoomSettings settings = settings_for(wire::Pacing::Automatic, 2);
  settings.scoring = scoring;
  Program& host = scene.open(settings);
  Program& hare = scene.join("Hare");
  Program& tortoise = scene.join("Tortoise");
  scene.command(host, wire::Command::Start);
  for (std::uint32_t number = 1; number <= 2; ++number) {
    REQUIRE(scene.open_question(number));
    scene.run_for(100ms);
    scene.answer(hare, number == 1);  // at once, and right once
    wait_for(scene, room_of(tortoise).asked->closes_at - 50ms);
    scene.answer(tortoise, true);  // at the last moment, and right twice
  }
  REQUIRE(scene.reach(Phase::Finished, 0));
  const auto& rows = room_of(host).finished->rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].name == "Tortoise");
  CHECK(rows[0].right_count == 2);
  CHECK(rows[1].rank == 2);
  CHECK(scene.conclude() == "");
}
