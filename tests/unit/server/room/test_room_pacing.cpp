#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

// What ends a question and what goes on after it, in each pacing.
namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Pacing;
using wire::Phase;

wire::RoomSettings paced(Pacing pacing) {
  wire::RoomSettings settings = match_settings();
  settings.pacing = pacing;
  return settings;
}

constexpr std::array pacings = {Pacing::HostPaced, Pacing::Automatic, Pacing::WhenAnswered};

}  // namespace

TEST_CASE("in every pacing a question closes when everyone connected has answered it, and nobody away is waited for") {
  for (const Pacing pacing : pacings) {
    CAPTURE(static_cast<int>(pacing));
    RoomWorld world(paced(pacing));
    const auto ana = world.join("ana");
    const auto leo = world.join("leo");
    const auto eva = world.join("eva");
    world.start();
    world.open_question();
    world.answer(ana, world.right());
    CHECK(world.phase() == Phase::Asking);
    world.step(room::Disconnected{eva});
    CHECK(world.phase() == Phase::Asking);
    world.answer(leo, world.wrong());
    CHECK(world.phase() == Phase::Revealing);
  }
}

TEST_CASE("a match paced by its players runs to the podium by itself") {
  RoomWorld world(paced(Pacing::WhenAnswered));
  const auto ana = world.join("ana");
  world.start(3);
  for (int question = 1; question <= 3; ++question) {
    world.open_question();
    const wire::Instant opened = world.now();
    const Effects effects = world.answer(ana, world.right());
    REQUIRE(world.phase() == Phase::Revealing);
    CHECK(told<wire::QuestionRevealed>(effects).at(0).continues_at == opened + 8s);
    CHECK_FALSE(recorded(world.command(wire::Command::Start)));
    world.tick();  // the roster, or the end of the reveal
    world.tick_until(opened + 8s);
    if (question < 3) CHECK(world.phase() == Phase::Ranking);
  }
  CHECK(world.phase() == Phase::Finished);
}

TEST_CASE("with the host gone only the automatic pacing waits, and the players' own pace does not") {
  for (const Pacing pacing : {Pacing::Automatic, Pacing::WhenAnswered}) {
    RoomWorld world(paced(pacing));
    const auto ana = world.join("ana");
    world.start();
    world.open_question();
    world.step(room::Disconnected{world.host()});
    world.answer(ana, world.right());
    world.tick_for(60s);
    CHECK(world.room().paused() == (pacing == Pacing::Automatic));
    if (pacing == Pacing::WhenAnswered) CHECK(world.room().question_number() > 1);
  }
}

}  // namespace certamen::server_test
