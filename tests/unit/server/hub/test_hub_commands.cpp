#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"

// What a hub adds to commands: tickets for one pair of eyes, names that were looked at, farewells, addresses.
namespace certamen::server_test {
namespace {

using wire::Refusal;
using wire::Rights;

void order(HubWorld& world, const Seated& by, const wire::Order& command, const wire::Ticket& ticket) {
  world.send(by.session, wire::CommandRoom{command, ticket});
}

std::vector<wire::RightsChanged> rights_told(HubWorld& world, const Seated& member) {
  return seat_facts<wire::RightsChanged>(world.heard(member.session));
}

}  // namespace

TEST_CASE("a new host's ticket is sent to the new host alone, and the old one is dead") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  const Seated leo = world.join(host.code, "Leo");
  world.forget();
  order(world, host, wire::HandOver{ana.seat}, host.host_ticket);
  const auto anas = rights_told(world, ana);
  REQUIRE(anas.size() == 1);
  CHECK(anas[0].rights == Rights::Host);
  REQUIRE(anas[0].ticket.has_value());
  CHECK(anas[0].ticket != host.host_ticket);
  const auto hosts = rights_told(world, host);
  REQUIRE(hosts.size() == 1);
  CHECK(hosts[0] == wire::RightsChanged{Rights::None, std::nullopt});
  CHECK(rights_told(world, leo).empty());
  order(world, host, wire::LockRoom{true}, host.host_ticket);
  CHECK(world.refused(host.session) == Refusal::NotHost);
  order(world, ana, wire::LockRoom{true}, *anas[0].ticket);
  CHECK(world.room(host).locked());
  world.check_journals();
}

TEST_CASE("a new host hears what hosts hear from the moment its rights are on disk, and not before") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.join(host.code, "Leo");
  world.open_question(host);
  world.forget();
  world.hold_disk();
  world.answer(ana, wire::ChoiceAnswer{{1}});
  world.run_for(std::chrono::seconds(1));
  order(world, host, wire::HandOver{ana.seat}, host.host_ticket);
  world.commit(1);
  CHECK(seat_facts<wire::ProgressCounted>(world.heard(ana.session)).empty());
  CHECK(seat_facts<wire::ProgressCounted>(world.heard(host.session)).size() == 1);
  world.release_disk();
  CHECK(rights_told(world, ana).size() == 1);
  CHECK(rights_told(world, host).size() == 1);
}

TEST_CASE("a new host that never heard its ticket gets another when it comes back") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  order(world, host, wire::HandOver{ana.seat}, host.host_ticket);
  world.close(ana.session);
  const hub::SessionId again = world.greet();
  world.forget();
  world.resume(again, ana);
  const auto joined = world.only<wire::RoomJoined>(again);
  REQUIRE(joined.host_ticket.has_value());
  world.send(again, wire::CommandRoom{wire::LockRoom{true}, *joined.host_ticket});
  CHECK(world.room(host).locked());
  // It has been used: who steals the seat's ticket gets no host's rights with it.
  const hub::SessionId thief = world.greet();
  world.forget();
  world.resume(thief, ana);
  CHECK_FALSE(world.only<wire::RoomJoined>(thief).host_ticket.has_value());
  world.check_journals();
}

TEST_CASE("one who is kicked is told goodbye and let go, and its ticket opens nothing") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.forget();
  order(world, host, wire::RemoveMember{ana.seat, false}, host.host_ticket);
  CHECK(of_kind<wire::Goodbye>(world.heard(ana.session)).at(0).reason == wire::Farewell::Kicked);
  CHECK_FALSE(world.connected(ana.session));
  world.close(ana.session);
  const hub::SessionId again = world.greet();
  world.forget();
  world.resume(again, ana);
  CHECK(world.refused(again) == Refusal::TicketInvalid);
  world.check_journals();
}

TEST_CASE("a ban keeps an address out, unless others in the room share it") {
  for (const bool shared : {false, true}) {
    CAPTURE(shared);
    HubWorld world;
    const Seated host = world.open(match_settings());
    hub::AddressKey address;
    address.bytes.fill(9);
    const auto join_from = [&](const char* name) {
      const hub::SessionId session = world.greet_from(address);
      world.forget();
      world.send(session, wire::JoinRoom{host.code, name, wire::Role::Player});
      return session;
    };
    const hub::SessionId troll = join_from("Troll");
    const wire::SeatId seat = of_kind<wire::RoomJoined>(world.heard(troll)).at(0).seat;
    if (shared) join_from("Classmate");
    order(world, host, wire::RemoveMember{seat, true}, host.host_ticket);
    CHECK(of_kind<wire::Goodbye>(world.heard(troll)).at(0).reason == wire::Farewell::Banned);
    const hub::SessionId again = join_from("Somebody else");
    if (shared) {
      CHECK(of_kind<wire::RoomJoined>(world.heard(again)).size() == 1);
    } else {
      CHECK(world.refused(again) == Refusal::Banned);
    }
    const hub::SessionId named = join_from("troll");
    CHECK(world.refused(named) == Refusal::Banned);
    world.check_journals();
  }
}

TEST_CASE("a new name is looked at as a join's is") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.join(host.code, "Leo");
  world.forget();
  order(world, host, wire::RenameMember{ana.seat, "\u200B"}, host.host_ticket);
  CHECK(world.refused(host.session) == Refusal::NameInvalid);
  order(world, host, wire::RenameMember{ana.seat, "LEO"}, host.host_ticket);
  CHECK(world.refused(host.session) == Refusal::NameTaken);
  order(world, host, wire::RenameMember{ana.seat, "  Ada   Lovelace "}, host.host_ticket);
  CHECK(world.room(host).members().at(ana.seat).name == "Ada Lovelace");
  world.check_journals();
}

TEST_CASE("nobody hears of a removal before it is safe") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.forget();
  world.hold_disk();
  order(world, host, wire::RemoveMember{ana.seat, false}, host.host_ticket);
  CHECK(world.connected(ana.session));
  world.send(ana.session, wire::LeaveRoom{});
  world.release_disk();
  CHECK_FALSE(world.connected(ana.session));
  world.check_journals();
}

TEST_CASE("where the match stood for a host who gave an order reaches the room") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.join(host.code, "Ana");
  world.open_question(host);
  const auto give = [&](const wire::Order& command, wire::Moment at) {
    world.send(host.session, wire::CommandRoom{command, host.host_ticket, at});
  };
  give(wire::Command::Next, {wire::Phase::Reading, 1});
  give(wire::SkipQuestion{}, {wire::Phase::Asking, 7});
  CHECK(world.room(host).phase() == wire::Phase::Asking);
  give(wire::Command::Next, {wire::Phase::Asking, 1});
  CHECK(world.room(host).phase() == wire::Phase::Revealing);
  world.check_journals();
}

}  // namespace certamen::server_test
