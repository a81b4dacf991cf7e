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

TEST_CASE("with the host gone every pacing waits after the reveal, and goes on when the host returns") {
  for (const Pacing pacing : pacings) {
    CAPTURE(static_cast<int>(pacing));
    RoomWorld world(paced(pacing));
    const auto ana = world.join("ana");
    world.start();
    world.open_question();
    world.step(room::Disconnected{world.host()});
    world.answer(ana, world.right());
    world.tick_for(60s);
    CHECK(world.phase() == Phase::Revealing);
    CHECK(world.room().paused() == (pacing != Pacing::HostPaced));
    const Effects effects = world.resume(world.host());
    CHECK(world.phase() == (pacing == Pacing::HostPaced ? Phase::Revealing : Phase::Ranking));
    CHECK(told<wire::RankingShown>(effects).size() == (pacing == Pacing::HostPaced ? 0U : 1U));
  }
}

TEST_CASE("a solo match paced by its player goes on while the player is away") {
  wire::RoomSettings settings = solo_settings();
  settings.pacing = Pacing::WhenAnswered;
  RoomWorld world(settings);
  world.start();
  world.open_question();
  world.step(room::Disconnected{world.host()});
  world.tick_for(60s);
  CHECK_FALSE(world.room().paused());
  CHECK(world.room().question_number() > 1);
}

TEST_CASE("a journal from before players' own pace waited for a host replays as it was played") {
  RoomWorld world(paced(Pacing::WhenAnswered));
  const auto ana = world.join("ana");
  world.start();
  world.open_question();
  world.step(room::Disconnected{world.host()});
  world.answer(ana, world.right());
  world.tick_for(9s);
  REQUIRE(world.room().paused());
  auto opened = std::get<room::Opened>(world.story().front().first);
  opened.awaits_host = false;
  room::Room older = room::Room::open(opened, world.story().front().second).first;
  for (auto next = world.story().begin() + 1; next != world.story().end(); ++next) {
    static_cast<void>(older.step(next->first, next->second));
  }
  CHECK_FALSE(older.paused());
  CHECK(older.phase() == Phase::Ranking);
}

}  // namespace certamen::server_test
