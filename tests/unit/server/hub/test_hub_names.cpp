#include "proto/wire/codec.hpp"
#include "server/journal/journal.hpp"
#include "server/lobby/name_generator.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"

namespace certamen {
namespace {

using server_test::HubWorld;
using server_test::Seated;
using wire::Refusal;

wire::Rejected refused_join(HubWorld& world, const wire::RoomCode& code, const std::string& name,
                            wire::Role role = wire::Role::Player) {
  const hub::SessionId session = world.greet();
  world.send(session, wire::JoinRoom{code, name, role});
  return world.only<wire::Rejected>(session);
}

wire::RoomSettings with_generated_names() {
  wire::RoomSettings settings;
  settings.generated_names = true;
  return settings;
}

std::string own_name(const wire::RoomJoined& joined) {
  for (const wire::RosterEntry& entry : joined.snapshot.roster) {
    if (entry.seat == joined.seat) return entry.name;
  }
  return "not in the roster";
}

}  // namespace

TEST_CASE("acceptance 17: a twin of a name in the room is refused, and a free name offered that the next can take") {
  HubWorld world;
  const Seated host = world.open({});
  world.join(host.code, "Ana");
  for (const std::string twin : {"Ana", "ANA", "\u0410na", "Ａｎａ", " ana "}) {
    CAPTURE(twin);
    const wire::Rejected refused = refused_join(world, host.code, twin);
    CHECK(refused.reason == Refusal::NameTaken);
    CHECK_FALSE(refused.suggestion.empty());
  }
  CHECK(refused_join(world, host.code, "Ana").suggestion == "Ana 2");
  world.join(host.code, "ana 2");
  CHECK(refused_join(world, host.code, "Ana").suggestion == "Ana 3");
  world.join(host.code, "Ana 3");
  world.join(host.code, "lris");
  CHECK(refused_join(world, host.code, "Iris").reason == Refusal::NameTaken);  // to the eye the same
  for (const std::string hidden : {"A\u00ADna", "An\u200Da", "\u202Eana", "", "  "}) {
    CAPTURE(hidden);
    const wire::Rejected refused = refused_join(world, host.code, hidden);
    CHECK(refused.reason == Refusal::NameInvalid);
    CHECK(refused.suggestion.empty());
  }
  world.check_journals();
}

TEST_CASE("acceptance 17: a megabyte for a name is no message") {
  HubWorld world;
  const Seated host = world.open({});
  const hub::SessionId session = world.greet();
  world.send_bytes(session, std::string("\0\x10\0\0", 4) + std::string(1 << 20, 'a'));
  CHECK(world.only<wire::Goodbye>(session).reason == wire::Farewell::ProtocolError);
  CHECK(world.room(host).members().size() == 1);
}

TEST_CASE("words that the operator forbids are in no name, typed or offered") {
  HubWorld world(1, server_test::patient_limits(),
                 [](hub::Config& config) { config.name_filter = lobby::WordFilter::parse("bobo\n2\n").value(); });
  const Seated host = world.open({});
  CHECK(refused_join(world, host.code, "b.o.b.o").reason == Refusal::NameInvalid);
  CHECK(refused_join(world, host.code, "Bobo", wire::Role::Spectator).reason == Refusal::NameInvalid);
  world.join(host.code, "Bobolink");
  CHECK(refused_join(world, host.code, "Bobolink").suggestion == "Bobolink 3");
  const hub::SessionId other = world.greet();
  world.send(other, wire::OpenRoom{{}, "Bobo"});
  CHECK(world.refused(other) == Refusal::NameInvalid);
}

TEST_CASE("a room that gives names gives each player one, in its language, whatever was typed") {
  HubWorld world;
  const Seated host = world.open(with_generated_names());
  std::set<std::string> names;
  for (int i = 0; i < 40; ++i) {
    const hub::SessionId session = world.greet(i % 2 == 0 ? wire::Language::Spanish : wire::Language::English);
    world.send(session, wire::JoinRoom{host.code, i % 3 == 0 ? "" : "Bobo", wire::Role::Player});
    const auto joined = world.only<wire::RoomJoined>(session);
    const std::string name = own_name(joined);
    CAPTURE(name);
    CHECK(names.insert(name).second);
    CHECK(lobby::admit_name(name));
    CHECK(name.find("Bobo") == std::string::npos);
    CHECK(name.find(' ') != std::string::npos);
  }
  world.check_journals();
}

TEST_CASE("in a room that gives names a watcher has none, and a host that only hosts keeps its own") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  world.send(session, wire::OpenRoom{with_generated_names(), "Teacher"});
  const auto opened = world.only<wire::RoomJoined>(session);
  CHECK(own_name(opened) == "Teacher");
  const hub::SessionId watcher = world.greet();
  world.send(watcher, wire::JoinRoom{opened.code, "Bobo", wire::Role::Spectator});
  CHECK(own_name(world.only<wire::RoomJoined>(watcher)).empty());
  wire::RoomSettings playing = with_generated_names();
  playing.host_plays = true;
  const hub::SessionId host = world.greet();
  world.send(host, wire::OpenRoom{playing, "Bobo"});
  CHECK(own_name(world.only<wire::RoomJoined>(host)).find("Bobo") == std::string::npos);
}

TEST_CASE("a join whose answer was lost gets the seat and the name that were given") {
  HubWorld world;
  const Seated host = world.open(with_generated_names());
  wire::JoinRoom wish{host.code, "Ana", wire::Role::Player};
  wish.nonce = wire::Ticket{{1, 2, 3}};
  const hub::SessionId first = world.greet();
  world.send(first, wish);
  const auto given = world.only<wire::RoomJoined>(first);
  world.close(first);
  const hub::SessionId again = world.greet();
  world.send(again, wish);
  const auto returned = world.only<wire::RoomJoined>(again);
  CHECK(returned.seat == given.seat);
  CHECK(own_name(returned) == own_name(given));
  CHECK(world.room(host).members().size() == 2);
}

}  // namespace certamen
