// What a hub counts, and how it comes to rest before a stop.
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Command;
using wire::Farewell;
using wire::Phase;
using wire::Refusal;

}  // namespace

TEST_CASE("a hub counts its sessions, rooms, held steps, refusals and farewells") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.send(ana.session, wire::CommandRoom{Command::Start, wire::Ticket{}});
  world.send(ana.session, wire::JoinRoom{"ZZZZZZ", "Leo", wire::Role::Player});
  const hub::SessionId stranger = world.connect();
  world.send_bytes(stranger, "this is no frame of ours");
  hub::Counts counts = world.hub().counts();
  CHECK(counts.sessions == 2);
  CHECK(counts.sessions_opened == 3);
  CHECK(counts.rooms == 1);
  CHECK(counts.rooms_in_question == 0);
  CHECK(counts.steps_held == 0);
  CHECK(counts.refusals == std::map<Refusal, std::uint64_t>{{Refusal::NotHost, 1}, {Refusal::AlreadySeated, 1}});
  CHECK(counts.farewells == std::map<Farewell, std::uint64_t>{{Farewell::ProtocolError, 1}});
  world.open_question(host);
  world.hold_disk();
  world.answer(ana, wire::ChoiceAnswer{{1}});
  counts = world.hub().counts();
  CHECK(counts.steps_held >= 1);
  CHECK(counts.acknowledgement.count() == 0);
}

TEST_CASE("an acknowledgement's time runs from the receipt of the answer to the word that it counts") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.join(host.code, "Leo");
  world.open_question(host);
  world.hold_disk();
  world.answer(ana, wire::ChoiceAnswer{{1}});
  world.run_for(300ms);
  CHECK(world.hub().counts().acknowledgement.count() == 0);
  world.release_disk();
  const hub::Histogram times = world.hub().counts().acknowledgement;
  CHECK(times.count() == 1);
  CHECK(times.sum() == 300ms);
}

TEST_CASE("a hub that comes to rest lets the running question end and begins nothing") {
  HubWorld world;
  wire::RoomSettings settings = match_settings();
  settings.pacing = wire::Pacing::Automatic;
  const Seated host = world.open(settings);
  const Seated ana = world.join(host.code, "Ana");
  world.join(host.code, "Leo");
  world.open_question(host);
  CHECK(world.hub().counts().rooms_in_question == 1);
  world.hub().drain();
  world.forget();

  world.command(host, Command::Pause);
  CHECK(world.refused(host.session) == Refusal::WrongPhase);
  const hub::SessionId late = world.greet();
  world.send(late, wire::OpenRoom{match_settings(), ""});
  CHECK(world.refused(late) == Refusal::TooManyRooms);
  world.forget();

  world.answer(ana, wire::ChoiceAnswer{{1}});
  CHECK(names_of(world.heard(ana.session)) == "SeatEvent.AnswerLocked");
  world.run_for(1h);  // the question ends by its clock, and nothing follows
  CHECK(world.room(host).phase() == Phase::Revealing);
  CHECK(world.hub().counts().rooms_in_question == 0);
  world.check_journals();
}

TEST_CASE("a stop lets a question that is discussed come to its second vote and its end") {
  HubWorld world;
  wire::RoomSettings settings = match_settings();
  settings.team_count = 2;
  settings.discuss_seconds = 60;
  const Seated host = world.open(settings);
  const Seated ana = world.join(host.code, "Ana");
  world.command(host, Command::Start);
  world.open_question(host);
  world.answer(ana, wire::ChoiceAnswer{{1}});
  REQUIRE(world.room(host).phase() == Phase::Discussing);
  world.hub().drain();
  CHECK(world.hub().counts().rooms_in_question == 1);
  world.run_for(62s);
  CHECK(world.room(host).phase() == Phase::Asking);
  CHECK(world.hub().counts().rooms_in_question == 1);
  world.run_for(1h);
  CHECK(world.room(host).phase() == Phase::Revealing);
  CHECK(world.hub().counts().rooms_in_question == 0);
  world.check_journals();
}

TEST_CASE("a hub that comes to rest takes its people back") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.join(host.code, "Leo");
  world.open_question(host);
  world.hub().drain();
  world.close(ana.session);
  const hub::SessionId again = world.greet();
  world.resume(again, ana);
  CHECK(of_kind<wire::RoomJoined>(world.heard(again)).size() == 1);
}

}  // namespace certamen::server_test
