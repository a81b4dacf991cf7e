#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"

// What the local network hears of a shard: rooms whose hosts agreed, while they take players, and nothing else.
namespace certamen {
namespace {

using namespace std::chrono_literals;
using server_test::HubWorld;
using server_test::Seated;

wire::RoomSettings listed_settings() {
  wire::RoomSettings settings;
  settings.listed = true;
  return settings;
}

Seated open_as(HubWorld& world, const wire::RoomSettings& settings, const std::string& name) {
  const hub::SessionId session = world.greet();
  world.send(session, wire::OpenRoom{settings, name});
  const auto joined = world.only<wire::RoomJoined>(session);
  return {session, joined.code, joined.seat, *joined.ticket, *joined.host_ticket};
}

std::vector<wire::BeaconRoom> listed(HubWorld& world) {
  return world.hub().listing().rooms;
}

}  // namespace

TEST_CASE("a room is listed with its host's name and its players, and only where its host agreed") {
  HubWorld world;
  CHECK(listed(world).empty());
  const Seated secret = open_as(world, {}, "Nobody's business");
  CHECK(listed(world).empty());
  const Seated shown = open_as(world, listed_settings(), "Profesora Núñez");
  REQUIRE(listed(world).size() == 1);
  CHECK(listed(world).front() == wire::BeaconRoom{shown.code, "Profesora Núñez", 0});
  world.join(secret.code, "Ana");
  const Seated leo = world.join(shown.code, "Leo");
  CHECK(listed(world).front().player_count == 1);
  world.close(leo.session);  // the seat is kept, but nobody sits in it
  CHECK(listed(world).front().player_count == 0);
}

TEST_CASE("a host that plays counts as a player, and one without a name leaves the title empty") {
  HubWorld world;
  wire::RoomSettings settings = listed_settings();
  settings.host_plays = true;
  open_as(world, settings, "Ana");
  CHECK(listed(world).front().player_count == 1);
  HubWorld other;
  open_as(other, listed_settings(), "");
  CHECK(listed(other).front().title.empty());
}

TEST_CASE("a room is not listed before its opening is on disk") {
  HubWorld world;
  world.hold_disk();
  const hub::SessionId session = world.greet();
  world.send(session, wire::OpenRoom{listed_settings(), "Ana"});
  CHECK(listed(world).empty());
  world.release_disk();
  CHECK(listed(world).size() == 1);
}

TEST_CASE("a locked room is not listed until it is unlocked") {
  HubWorld world;
  const Seated host = open_as(world, listed_settings(), "Ana");
  world.send(host.session, wire::CommandRoom{wire::LockRoom{true}, host.host_ticket});
  CHECK(listed(world).empty());
  world.send(host.session, wire::CommandRoom{wire::LockRoom{false}, host.host_ticket});
  CHECK(listed(world).size() == 1);
}

TEST_CASE("a full room is not listed") {
  HubWorld world;
  wire::RoomSettings settings = listed_settings();
  settings.capacity = 1;
  const Seated host = open_as(world, settings, "Ana");
  CHECK(listed(world).size() == 1);
  const Seated player = world.join(host.code, "Leo");
  CHECK(listed(world).empty());
  world.send(player.session, wire::LeaveRoom{});
  CHECK(listed(world).size() == 1);
}

TEST_CASE("a match that began is listed while late players may join, and none once it is over") {
  for (const bool late : {false, true}) {
    CAPTURE(late);
    HubWorld world;
    wire::RoomSettings settings = listed_settings();
    settings.late_join = late;
    const Seated host = open_as(world, settings, "Ana");
    world.join(host.code, "Leo");
    world.play_to(host, wire::Phase::Reading);
    CHECK(listed(world).size() == (late ? 1 : 0));
    world.play_to(host, wire::Phase::Finished);
    CHECK(listed(world).empty());
  }
}

TEST_CASE("who practises alone is never listed") {
  HubWorld world;
  wire::RoomSettings settings = listed_settings();
  settings.mode = wire::Mode::Solo;
  open_as(world, settings, "Ana");
  CHECK(listed(world).empty());
}

TEST_CASE("nothing is listed while the disk fails or the server drains") {
  HubWorld world;
  open_as(world, listed_settings(), "Ana");
  world.disk_fails(true);
  CHECK(listed(world).empty());
  world.disk_fails(false);
  CHECK(listed(world).size() == 1);
  world.hub().drain();
  CHECK(listed(world).empty());
}

TEST_CASE("a shard lists no more rooms than a beacon could carry, by their codes") {
  HubWorld world;
  for (std::size_t i = 0; i < wire::beacon_rooms_max + 3; ++i) open_as(world, listed_settings(), "");
  const auto rooms = listed(world);
  REQUIRE(rooms.size() == wire::beacon_rooms_max);
  for (std::size_t i = 1; i < rooms.size(); ++i) CHECK(rooms[i - 1].code < rooms[i].code);
}

TEST_CASE("the listing counts the questions of the bank in use") {
  HubWorld world;
  CHECK(world.hub().listing().question_count == 42);
  world.step(0, hub::DiskLetter{hub::BankRenewed{{"123456", 7, {}}}});
  CHECK(world.hub().listing().question_count == 7);
}

TEST_CASE("everyone is told where others reach the server") {
  HubWorld world;
  world.hub().reachable_at({"192.0.2.7:7117", "[2001:db8::7]:7117"});
  const hub::SessionId session = world.connect();
  world.send(session, wire::Hello{1, 1, "test", wire::Language::English});
  CHECK(world.only<wire::Welcome>(session).reachable == std::vector<std::string>{"192.0.2.7:7117", "[2001:db8::7]:7117"});
}

}  // namespace certamen
