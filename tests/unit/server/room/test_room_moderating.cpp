#include <string>

#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using wire::Phase;
using wire::Refusal;
using wire::Rights;

constexpr wire::SeatId host{1};
constexpr wire::SeatId ana{2};
constexpr wire::SeatId leo{3};

RoomWorld lobby(const wire::RoomSettings& settings = match_settings()) {
  RoomWorld world(settings);
  world.join("ana");
  world.join("leo");
  return world;
}

std::vector<std::pair<wire::SeatId, Rights>> granted(const Effects& effects) {
  std::vector<std::pair<wire::SeatId, Rights>> rights;
  for (const room::Grant& grant : all<room::Grant>(effects)) rights.emplace_back(grant.seat, grant.rights);
  return rights;
}

room::Commanded renaming(wire::SeatId seat, const std::string& name) {
  room::Commanded rename{host, wire::RenameMember{seat, name}, ticket_digest(host_rights)};
  rename.name_key = rename.name_look = name;
  return rename;
}

}  // namespace

TEST_CASE("one who is kicked is out, its ticket is dead, and it may come again as somebody new") {
  RoomWorld world = lobby();
  const room::TicketDigest ticket = world.member(ana).digest;
  const Effects effects = world.order(wire::RemoveMember{ana, false});
  REQUIRE(all<room::Dismiss>(effects).size() == 1);
  CHECK(all<room::Dismiss>(effects)[0].seat == ana);
  CHECK(all<room::Dismiss>(effects)[0].reason == wire::Farewell::Kicked);
  CHECK(refusal(world.step(room::Resumed{ticket, wire::Language::English})) == Refusal::TicketInvalid);
  const auto gone = told<wire::RosterChanged>(world.tick_for(room::roster_delay));
  REQUIRE(gone.size() == 1);
  CHECK(gone[0].gone == std::vector<wire::SeatId>{ana});
  CHECK(world.join("ana") != ana);
}

TEST_CASE("a wish to join that is repeated after its member was renamed gets the seat that was given") {
  RoomWorld world;
  const auto wish = [](std::uint32_t ticket) {
    return room::Joined{
        "ana", "ana", wire::Role::Player, ticket_digest(ticket), wire::Language::English, ticket_digest(500)};
  };
  REQUIRE(recorded(world.step(wish(70))));
  REQUIRE(recorded(world.step(renaming(ana, "Ana the Great"))));
  const Effects again = world.step(wish(71));
  REQUIRE(all<room::Seat>(again).size() == 1);
  CHECK(all<room::Seat>(again)[0].seat == ana);
  CHECK(world.room().members().size() == 2);
  CHECK(world.member(ana).name == "Ana the Great");
  CHECK(world.member(ana).digest == ticket_digest(71));
}

TEST_CASE("one who is banned stays out by ticket, name and address") {
  RoomWorld world = lobby();
  const room::TicketDigest ticket = world.member(ana).digest;
  room::Commanded ban{host, wire::RemoveMember{ana, true}, ticket_digest(host_rights)};
  ban.address_digest = ticket_digest(4711);
  const Effects effects = world.step(ban);
  REQUIRE(recorded(effects));
  CHECK(all<room::Dismiss>(effects).at(0).reason == wire::Farewell::Banned);
  CHECK(refusal(world.step(room::Resumed{ticket, wire::Language::English})) == Refusal::Banned);
  CHECK(refusal(world.try_join("ana")) == Refusal::Banned);
  CHECK(refusal(world.try_join("ana", wire::Role::Spectator)) == Refusal::Banned);
  room::Joined other_name{"eva", "eva", wire::Role::Player, ticket_digest(90), wire::Language::English, {}, {}};
  other_name.address_digest = ticket_digest(4711);
  CHECK(refusal(world.step(other_name)) == Refusal::Banned);
  other_name.address_digest = ticket_digest(4712);
  CHECK(recorded(world.step(other_name)));
}

TEST_CASE("nobody removes the host or themselves, and co-hosts not each other") {
  RoomWorld world = lobby();
  const std::uint32_t anas = world.next_ticket();
  world.order(wire::AppointCohost{ana, true});
  world.order(wire::AppointCohost{leo, true});
  CHECK(refusal(world.order(wire::RemoveMember{host, false})) == Refusal::MemberInvalid);
  CHECK(refusal(world.order(wire::RemoveMember{{99}, false})) == Refusal::MemberInvalid);
  CHECK(refusal(world.order(wire::RemoveMember{ana, false}, ana, anas)) == Refusal::MemberInvalid);
  CHECK(refusal(world.order(wire::RemoveMember{host, false}, ana, anas)) == Refusal::MemberInvalid);
  CHECK(refusal(world.order(wire::RemoveMember{leo, false}, ana, anas)) == Refusal::NotHost);
  CHECK(recorded(world.order(wire::RemoveMember{leo, false})));
}

TEST_CASE("the match goes on without one who is kicked, and everybody moves up") {
  RoomWorld world = lobby();
  world.start();
  world.open_question();
  world.wait(std::chrono::seconds(1));
  world.answer(ana, world.right());
  world.wait(std::chrono::seconds(1));
  world.answer(leo, world.right());
  REQUIRE(world.phase() == Phase::Revealing);
  CHECK(world.member(leo).rank == 2);
  const Effects effects = world.order(wire::RemoveMember{ana, false});
  CHECK(world.member(leo).rank == 1);
  REQUIRE(sent<wire::OwnResult>(effects, leo).size() == 1);
  CHECK(sent<wire::OwnResult>(effects, leo)[0].rank == 1);
  // What all have seen stays counted.
  CHECK(world.snapshot().revealed->answered_count == 2);
  CHECK(world.snapshot().revealed->player_count == 2);
  world.play_to(Phase::Ranking);
  CHECK(world.snapshot().ranking->rows.size() == 1);
  world.open_question();
  CHECK(recorded(world.answer(leo, world.right())));
  CHECK(world.phase() == Phase::Revealing);
  CHECK(world.snapshot().revealed->player_count == 1);
  const auto finished = told<wire::MatchFinished>(world.command(wire::Command::End)).at(0);
  CHECK(finished.fastest_seat == leo);
}

TEST_CASE("the last one missing is kicked, and everybody has answered") {
  RoomWorld world = lobby();
  world.start();
  world.open_question();
  world.answer(ana, world.right());
  CHECK(told<wire::QuestionRevealed>(world.order(wire::RemoveMember{leo, false})).size() == 1);
}

TEST_CASE("a new name is everywhere, and may not be another's") {
  RoomWorld world = lobby();
  CHECK(refusal(world.order(wire::RenameMember{ana, "leo"})) == Refusal::NameTaken);
  CHECK(refusal(world.order(wire::RenameMember{{99}, "eva"})) == Refusal::MemberInvalid);
  CHECK(refusal(world.order(wire::RenameMember{ana, ""})) == Refusal::NameInvalid);
  CHECK(recorded(world.order(wire::RenameMember{ana, "eva"})));
  CHECK(world.member(ana).name == "eva");
  CHECK(told<wire::RosterChanged>(world.tick_for(room::roster_delay)).at(0).changed.at(0).name == "eva");
  CHECK(refusal(world.try_join("eva")) == Refusal::NameTaken);
  world.play_to(Phase::Ranking);
  CHECK(told<wire::RankingShown>(world.order(wire::RenameMember{ana, "ada"})).at(0).rows.at(0).name == "ada");
}

TEST_CASE("a locked room takes no joins, and lets its members back") {
  RoomWorld world = lobby();
  world.step(room::Disconnected{ana});
  CHECK(told<wire::RoomLockChanged>(world.order(wire::LockRoom{true})).at(0).locked);
  CHECK(world.snapshot().locked);
  CHECK(refusal(world.try_join("eva")) == Refusal::RoomLocked);
  CHECK(refusal(world.try_join("eva", wire::Role::Spectator)) == Refusal::RoomLocked);
  CHECK(recorded(world.resume(ana)));
  world.order(wire::LockRoom{false});
  world.join("eva");
}

TEST_CASE("host rights handed over leave the old ticket dead") {
  RoomWorld world = lobby();
  const std::uint32_t anas = world.next_ticket();
  const Effects effects = world.order(wire::HandOver{ana});
  CHECK(granted(effects) == std::vector<std::pair<wire::SeatId, Rights>>{{host, Rights::None}, {ana, Rights::Host}});
  CHECK(world.member(ana).role == wire::Role::Host);
  CHECK(world.member(host).role == wire::Role::Spectator);
  CHECK(refusal(world.order(wire::LockRoom{true})) == Refusal::NotHost);
  CHECK(recorded(world.order(wire::LockRoom{true}, ana, anas)));
  CHECK(refusal(world.order(wire::HandOver{ana}, ana, anas)) == Refusal::MemberInvalid);
  world.step(room::Disconnected{leo});
  CHECK(refusal(world.order(wire::HandOver{leo}, ana, anas)) == Refusal::MemberInvalid);
}

TEST_CASE("a ticket for rights that was never used is made anew for one who comes back") {
  RoomWorld world = lobby();
  const std::uint32_t lost = world.next_ticket();
  world.order(wire::HandOver{ana});
  CHECK(world.room().lacks_rights_ticket(world.member(ana).digest));
  CHECK_FALSE(world.room().lacks_rights_ticket(world.member(leo).digest));
  room::Resumed back{world.member(ana).digest, wire::Language::English, ticket_digest(500)};
  CHECK(recorded(world.step(back)));
  CHECK(refusal(world.order(wire::LockRoom{true}, ana, lost)) == Refusal::NotHost);
  CHECK(recorded(world.order(wire::LockRoom{true}, ana, 500)));
  // Once used, the seat's own ticket gives no host's rights.
  CHECK_FALSE(world.room().lacks_rights_ticket(world.member(ana).digest));
  back.rights_digest = ticket_digest(501);
  CHECK(recorded(world.step(back)));
  CHECK(refusal(world.order(wire::LockRoom{false}, ana, 501)) == Refusal::NotHost);
}

TEST_CASE("a co-host commands with a ticket of its own until it is dismissed") {
  RoomWorld world = lobby();
  const std::uint32_t anas = world.next_ticket();
  CHECK(granted(world.order(wire::AppointCohost{ana, true})) ==
        std::vector<std::pair<wire::SeatId, Rights>>{{ana, Rights::Cohost}});
  CHECK(told<wire::RosterChanged>(world.tick_for(room::roster_delay)).at(0).changed.at(0).cohost);
  CHECK(refusal(world.order(wire::AppointCohost{ana, true})) == Refusal::MemberInvalid);
  CHECK(refusal(world.order(wire::AppointCohost{leo, false})) == Refusal::MemberInvalid);
  CHECK(refusal(world.order(wire::LockRoom{true}, leo, anas)) == Refusal::NotHost);  // somebody else's
  CHECK(refusal(world.order(wire::HandOver{leo}, ana, anas)) == Refusal::NotHost);
  CHECK(refusal(world.order(wire::AppointCohost{leo, true}, ana, anas)) == Refusal::NotHost);
  CHECK(recorded(world.order(wire::Command::Start, ana, anas)));
  world.order(wire::AppointCohost{ana, false});
  CHECK(refusal(world.order(wire::Command::Start, ana, anas)) == Refusal::NotHost);
}

TEST_CASE("a co-host takes over as soon as the host is gone, and the match goes on") {
  RoomWorld world = lobby(automatic_settings());
  const std::uint32_t old = world.next_ticket();
  world.order(wire::AppointCohost{ana, true});
  CHECK(refusal(world.order(wire::TakeOver{}, ana, old)) == Refusal::WrongPhase);
  world.play_to(Phase::Revealing);
  world.step(room::Disconnected{host});
  while (!world.room().paused()) world.tick();
  const std::uint32_t fresh = world.next_ticket();
  const Effects effects = world.order(wire::TakeOver{}, ana, old);
  CHECK(granted(effects).back() == std::pair{ana, Rights::Host});
  CHECK_FALSE(world.room().paused());
  CHECK(world.phase() == Phase::Ranking);
  CHECK(refusal(world.order(wire::LockRoom{true}, ana, old)) == Refusal::NotHost);
  CHECK(recorded(world.order(wire::LockRoom{true}, ana, fresh)));
  // The old host comes back as one who watches.
  const auto seat = all<room::Seat>(world.resume(host));
  REQUIRE(seat.size() == 1);
  CHECK(seat[0].role == wire::Role::Spectator);
  CHECK(refusal(world.order(wire::LockRoom{true})) == Refusal::NotHost);
}

TEST_CASE("in the lobby an old host's place is kept no longer than others'") {
  wire::RoomSettings settings = match_settings();
  RoomWorld world = lobby(settings);
  const std::uint32_t old = world.next_ticket();
  world.order(wire::AppointCohost{ana, true});
  world.step(room::Disconnected{host});
  CHECK(recorded(world.order(wire::TakeOver{}, ana, old)));
  CHECK(world.member(host).role == wire::Role::Spectator);
}

}  // namespace certamen::server_test
