#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Command;
using wire::PauseReason;
using wire::Phase;

const std::vector<Phase> timed_phases = {Phase::Reading, Phase::Asking, Phase::Revealing, Phase::Ranking};

// An automatic room with two players, half a second into this phase.
struct Within {
  explicit Within(Phase phase, const wire::RoomSettings& settings = automatic_settings()) : world(settings) {
    ana = world.join("ana");
    leo = world.join("leo");
    world.tick();
    world.play_to(phase);
    world.wait(500ms);
    remaining = *world.room().deadline() - world.now();
  }
  [[nodiscard]] wire::Duration remaining_now() const { return *world.room().deadline() - world.now(); }

  RoomWorld world;
  wire::SeatId ana;
  wire::SeatId leo;
  wire::Duration remaining{};
};

PauseReason pause_reason(const RoomWorld& world) {
  return world.snapshot().paused.value().reason;
}

}  // namespace

TEST_CASE("a pause keeps the remaining time in every phase") {
  for (const Phase phase : timed_phases) {
    CAPTURE(name_of(phase));
    Within at(phase);
    const wire::Instant since = at.world.now();
    const auto paused = told<wire::RoomPaused>(at.world.command(Command::Pause));
    CHECK(paused == std::vector{wire::RoomPaused{PauseReason::HostAsked, since}});
    CHECK_FALSE(at.world.room().deadline());
    CHECK(at.world.snapshot().paused == paused[0]);
    at.world.wait(1h);
    const auto resumed = told<wire::RoomResumed>(at.world.command(Command::Resume));
    REQUIRE(resumed.size() == 1);
    CHECK(at.remaining_now() == at.remaining);
    CHECK(at.world.phase() == phase);
    CHECK_FALSE(at.world.snapshot().paused);
    const bool opens = phase == Phase::Reading || phase == Phase::Asking;
    const bool continues = phase == Phase::Revealing || phase == Phase::Ranking;
    CHECK((resumed[0].opens_at != wire::Instant{}) == opens);
    CHECK((resumed[0].closes_at != wire::Instant{}) == (phase == Phase::Asking));
    CHECK((resumed[0].continues_at != wire::Instant{}) == continues);
  }
}

TEST_CASE("after a pause the open question closes as much later as the pause was long, for everyone") {
  Within at(Phase::Asking);
  const wire::QuestionAsked before = at.world.asked();
  at.world.command(Command::Pause);
  at.world.wait(10s);
  const auto resumed = told<wire::RoomResumed>(at.world.command(Command::Resume)).at(0);
  CHECK(resumed.opens_at == before.opens_at + 10s);
  CHECK(resumed.closes_at == before.closes_at + 10s);
  CHECK(at.world.asked().closes_at == resumed.closes_at);
  // The answer time that counts leaves the pause out.
  at.world.wait(resumed.opens_at + 2s - at.world.now());
  at.world.answer(at.ana, at.world.right());
  CHECK(at.world.member(at.ana).given.at(0)->tenths == 20);
}

TEST_CASE("what was received before the pause counts though it arrives during it, what came after does not") {
  Within at(Phase::Asking);
  const wire::Instant since = at.world.now();
  at.world.command(Command::Pause);
  at.world.wait(5ms);
  CHECK(recorded(at.world.answer_received(at.ana, at.world.right(), since - 1us)));
  CHECK(refusal(at.world.answer_received(at.leo, at.world.right(), since)) == wire::Refusal::WrongPhase);
  CHECK(refusal(at.world.answer(at.leo, at.world.right())) == wire::Refusal::WrongPhase);
}

TEST_CASE("a pause ends no question") {
  Within at(Phase::Asking);
  at.world.wait(1s);
  at.world.answer(at.ana, at.world.right());
  at.world.command(Command::Pause);
  CHECK(at.world.tick_for(1h).size() <= 2);  // the count of answers, nothing else
  CHECK(at.world.phase() == Phase::Asking);
}

// The last one without an answer was lost during the pause; afterwards everyone waited for the whole time.
TEST_CASE("a question that nobody is missing for any more is revealed when the pause ends") {
  Within at(Phase::Asking);
  at.world.wait(1s);
  at.world.answer(at.ana, at.world.right());
  at.world.command(Command::Pause);
  at.world.step(room::Disconnected{at.leo});
  CHECK(at.world.phase() == Phase::Asking);
  const Effects effects = at.world.command(Command::Resume);
  CHECK(told<wire::RoomResumed>(effects).size() == 1);
  CHECK(told<wire::QuestionRevealed>(effects).size() == 1);
  CHECK(at.world.phase() == Phase::Revealing);
}

TEST_CASE("the disk fails and works again: the remaining time is kept in every phase") {
  for (const Phase phase : timed_phases) {
    CAPTURE(name_of(phase));
    Within at(phase);
    CHECK(told<wire::RoomPaused>(at.world.step(room::StorageFailed{})).at(0).reason == PauseReason::StorageFailing);
    at.world.wait(10min);
    CHECK(told<wire::RoomResumed>(at.world.step(room::StorageReturned{})).size() == 1);
    CHECK(at.remaining_now() == at.remaining);
  }
}

// Nothing can be acknowledged while the disk fails, so the clock must not run for anyone's impatience.
TEST_CASE("a host cannot start the clock while the disk fails") {
  Within at(Phase::Asking);
  at.world.step(room::StorageFailed{});
  CHECK(refusal(at.world.command(Command::Resume)) == wire::Refusal::WrongPhase);
  CHECK(at.world.room().paused());
  CHECK(recorded(at.world.command(Command::End)));
}

TEST_CASE("a restart keeps the remaining time in every phase, and goes on when all are back") {
  for (const Phase phase : timed_phases) {
    CAPTURE(name_of(phase));
    Within at(phase);
    at.world.step(room::Recovered{});
    for (const auto& [seat, member] : at.world.room().members()) CHECK_FALSE(member.connected);
    CHECK(pause_reason(at.world) == PauseReason::ServerRestarted);
    at.world.wait(1s);
    at.world.resume(at.ana);
    at.world.resume(at.world.host());
    CHECK(at.world.room().paused());
    const Effects effects = at.world.resume(at.leo);
    CHECK(told<wire::RoomResumed>(effects).size() == 1);
    // The returning one is seated with the pause, then told its end like everyone.
    CHECK(all<room::Seat>(effects).at(0).snapshot.paused);
    at.world.tick_until(at.world.now());
    CHECK(at.world.phase() == phase);
    while (*at.world.room().deadline() < at.world.now() + at.remaining) at.world.tick();  // the roster's news
    CHECK(*at.world.room().deadline() - at.world.now() <= at.remaining);
    CHECK(at.world.phase() == phase);
  }
}

TEST_CASE("after a restart the room does not wait for ever") {
  Within at(Phase::Asking);
  const wire::Instant restarted = at.world.now();
  at.world.step(room::Recovered{});
  at.world.resume(at.ana);
  at.world.tick_until(restarted + room::return_wait - 1us);
  CHECK(at.world.room().paused());
  const Effects effects = at.world.tick();
  CHECK(at.world.now() == restarted + room::return_wait);
  CHECK(told<wire::RoomResumed>(effects).size() == 1);
  CHECK(at.remaining_now() == at.remaining);
}

TEST_CASE("a second restart waits anew") {
  Within at(Phase::Asking);
  at.world.step(room::Recovered{});
  at.world.tick_for(10s);
  at.world.step(room::Recovered{});
  const wire::Instant restarted = at.world.now();
  at.world.tick_until(restarted + room::return_wait - 1us);
  CHECK(at.world.room().paused());
  at.world.tick();
  CHECK(at.remaining_now() == at.remaining);
}

TEST_CASE("a restart while the room was paused by its host leaves it paused") {
  Within at(Phase::Asking);
  at.world.command(Command::Pause);
  at.world.step(room::Recovered{});
  for (const wire::SeatId seat : {at.ana, at.leo, at.world.host()}) at.world.resume(seat);
  at.world.tick_for(1min);
  CHECK(pause_reason(at.world) == PauseReason::HostAsked);
  at.world.command(Command::Resume);
  CHECK(at.remaining_now() == at.remaining);
}

// The new server's disk works, so nobody would ever have told the room that it works again.
TEST_CASE("a restart while the disk failed waits for the members like any restart") {
  Within at(Phase::Asking);
  at.world.step(room::StorageFailed{});
  at.world.wait(1min);
  at.world.step(room::Recovered{});
  CHECK(pause_reason(at.world) == PauseReason::ServerRestarted);
  SECTION("all return") {
    for (const wire::SeatId seat : {at.ana, at.leo, at.world.host()}) at.world.resume(seat);
    CHECK_FALSE(at.world.room().paused());
  }
  SECTION("nobody returns") {
    at.world.tick_for(room::return_wait);
    CHECK_FALSE(at.world.room().paused());
  }
  at.world.tick_for(room::roster_delay);
  CHECK(at.world.phase() == Phase::Asking);
  CHECK(at.world.asked().closes_at - at.world.now() > 19s);
}

TEST_CASE("a restart before and after the match pauses nothing") {
  RoomWorld lobby;
  lobby.join("ana");
  lobby.step(room::Recovered{});
  CHECK_FALSE(lobby.room().paused());
  CHECK(lobby.phase() == Phase::Gathering);

  RoomWorld drawing;
  drawing.command(Command::Start);
  drawing.step(room::Recovered{});
  CHECK(drawing.phase() == Phase::Gathering);  // the paper's letter died with the server; the host starts again

  RoomWorld finished;
  finished.join("ana");
  finished.play_to(Phase::Finished);
  const Effects again = finished.step(room::Recovered{});
  CHECK(all<room::KeepResults>(again).size() == 1);  // the first wish to keep them may have died with the server
  CHECK_FALSE(finished.room().paused());
  CHECK(finished.phase() == Phase::Finished);
}

// Acceptance 16 of the game's list.
TEST_CASE("an automatic match without its host stops after the reveal and goes on when the host returns") {
  Within at(Phase::Asking);
  at.world.step(room::Disconnected{at.world.host()});
  at.world.play_to(Phase::Revealing);
  const auto paused = told<wire::RoomPaused>(at.world.tick_for(9s));
  REQUIRE(paused.size() == 1);
  CHECK(paused[0].reason == PauseReason::HostGone);
  CHECK(at.world.phase() == Phase::Revealing);
  CHECK(at.world.tick_for(10min).empty());
  const Effects effects = at.world.resume(at.world.host());
  CHECK(told<wire::RoomResumed>(effects).size() == 1);
  CHECK(told<wire::RankingShown>(effects).size() == 1);
  CHECK(at.world.phase() == Phase::Ranking);
}

TEST_CASE("a co-host sends an automatic match on, a reveal at a time, while its host is gone") {
  Within at(Phase::Asking);
  const std::uint32_t rights = at.world.next_ticket();
  REQUIRE(recorded(at.world.order(wire::AppointCohost{at.ana, true})));
  at.world.step(room::Disconnected{at.world.host()});
  at.world.play_to(Phase::Revealing);
  at.world.tick_for(9s);
  REQUIRE(at.world.room().paused());
  const Effects effects = at.world.order(Command::Resume, at.ana, rights);
  CHECK(told<wire::RoomResumed>(effects).size() == 1);
  CHECK(told<wire::RoomPaused>(effects).empty());
  CHECK_FALSE(at.world.room().paused());
  CHECK(at.world.phase() == Phase::Ranking);
}

TEST_CASE("a host who is only away for a moment is not missed") {
  Within at(Phase::Asking);
  at.world.step(room::Disconnected{at.world.host()});
  at.world.play_to(Phase::Revealing);
  at.world.resume(at.world.host());
  CHECK(told<wire::RoomPaused>(at.world.tick_for(9s)).empty());
  CHECK(at.world.phase() == Phase::Ranking);
}

TEST_CASE("a match ends without its host") {
  Within at(Phase::Asking);
  at.world.step(room::Disconnected{at.world.host()});
  for (int i = 0; i < 3; ++i) {
    at.world.resume(at.world.host());
    at.world.open_question();
    at.world.step(room::Disconnected{at.world.host()});
  }
  at.world.play_to(Phase::Revealing);
  at.world.tick_for(9s);
  CHECK(at.world.phase() == Phase::Finished);
}

TEST_CASE("a host's return does not end a pause that the host asked for") {
  Within at(Phase::Revealing);
  at.world.command(Command::Pause);
  at.world.step(room::Disconnected{at.world.host()});
  at.world.resume(at.world.host());
  CHECK(at.world.room().paused());
}

TEST_CASE("ending a paused match ends the pause") {
  Within at(Phase::Asking);
  at.world.command(Command::Pause);
  at.world.command(Command::End);
  CHECK(at.world.phase() == Phase::Finished);
  CHECK_FALSE(at.world.room().paused());
  CHECK_FALSE(at.world.snapshot().paused);
}

}  // namespace certamen::server_test
