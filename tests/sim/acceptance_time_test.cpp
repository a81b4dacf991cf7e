// The scenes of the acceptance list that are about clocks.
#include <algorithm>

#include "client/model/queries.hpp"
#include "tests/sim/acceptance.hpp"
#include "tests/support/catch.hpp"

namespace certamen::sim {

using wire::Phase;

TEST_CASE("acceptance 9: an animation never delays the player's deadline") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  Program& bob = scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.answer(ada, true);
  scene.answer(bob, false);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  scene.command(host, wire::Command::Next);
  REQUIRE(scene.reach(Phase::Ranking, 1));
  // The rows of the ranking have hardly begun to move, and the next question comes.
  scene.command(host, wire::Command::Next);
  REQUIRE(scene.reach(Phase::Reading, 2));
  const Instant opens_at = room_of(ada).announced->opens_at;
  CHECK(opens_at - scene.simulation().server().now() > 1900ms);
  REQUIRE(scene.reach(Phase::Asking, 2));
  CHECK(room_of(ada).asked->opens_at == opens_at);
  CHECK(room_of(ada).asked->closes_at == opens_at + 10s);
  // From the first instant on the board takes an answer, whatever still moves; and up to the last.
  REQUIRE(scene.open_question(2));
  const Instant local = ada.local_now();
  CHECK(model::to_server(ada.model().clock, local) <= opens_at + 1ms);
  CHECK(model::can_answer(ada.model(), local));
  scene.answer(ada, true);
  wait_for(scene, opens_at + 10s - 1ms);
  CHECK(model::can_answer(bob.model(), bob.local_now()));
  scene.answer(bob, true);
  REQUIRE(scene.reach(Phase::Revealing, 2));
  const auto counted = scene.counted(2);
  REQUIRE(counted.size() == 2);
  CHECK(counted[0].received_at <= opens_at + 2ms);
  CHECK(counted[1].received_at == opens_at + 10s);
  CHECK(scene.conclude() == "");
}

// Neither side has a wall clock to ask (tests/tidy lets nobody but the named shells look at one); all a moved clock could
// reach is a client's own timeline. So these start anywhere, run unevenly, and stamp as they please.
TEST_CASE("acceptance 10: wall-clock changes on either side do nothing") {
  Scene scene(punctual_plan());
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  Program& bob = scene.join("Bob");
  CHECK(ada.local_now() != bob.local_now());  // their timelines have nothing in common
  const Duration moved = GENERATE(-2s, -1s, 1s, 86'400s);
  bob.on_send([&bob, moved](const wire::ClientMessage& message) {
    wire::ClientMessage other = message;
    if (auto* submit = std::get_if<wire::SubmitAnswer>(&other))
      submit->chosen_at += moved;  // stamped by a clock that jumped
    bob.say(other);
  });
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  const Instant opens_at = room_of(ada).asked->opens_at;
  CHECK(room_of(bob).asked->opens_at == opens_at);
  for (const Program* each : {&ada, &bob}) {
    const Duration left = *model::time_left(each->model(), each->local_now());
    const Duration truth = opens_at + 10s - scene.simulation().server().now();
    CHECK(std::max(left - truth, truth - left) <= 1ms);
  }
  wait_for(scene, opens_at + 2050ms);
  scene.answer(ada, true);
  scene.answer(bob, true);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  scene.run_for(100ms);  // everybody's own result follows
  REQUIRE(room_of(ada).own.locked);
  REQUIRE(room_of(bob).own.locked);
  REQUIRE(room_of(ada).own_result);
  REQUIRE(room_of(bob).own_result);
  CHECK(room_of(ada).own.locked->answer_tenths == 20);
  CHECK(room_of(bob).own.locked->answer_tenths == 20);
  CHECK(room_of(ada).own_result->points == room_of(bob).own_result->points);
  CHECK(scene.conclude() == "");
}

TEST_CASE("acceptance 12: neither side takes the server's processing time for a part of the way") {
  Plan plan = punctual_plan();
  plan.letter_max = 50ms;  // what happens inside the server takes long
  plan.disk.commit_min = 100ms;
  plan.disk.commit_max = 200ms;
  Scene scene(plan);
  Program& host = scene.open(settings_for(wire::Pacing::HostPaced));
  Program& ada = scene.join("Ada");
  scene.run_for(3s);
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  const Duration truth = scene.simulation().server().now() - ada.local_now();
  CHECK(ada.model().clock.offset == truth);
  CHECK(ada.model().clock.round_trip == 2ms);
  scene.answer(ada, true);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  const auto counted = scene.counted(1);
  REQUIRE(counted.size() == 1);
  REQUIRE(counted[0].round_trips);
  CHECK(counted[0].round_trips->lowest == 2ms);
  CHECK(counted[0].round_trips->jitter == 0ms);
  CHECK(scene.conclude() == "");
}

}  // namespace certamen::sim
