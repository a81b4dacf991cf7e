#include "proto/wire/codec.hpp"
#include "server/journal/journal.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"

// Output commit: nobody ever sees the effect of an event that a crash could undo.
namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Command;
using wire::Farewell;
using wire::Language;
using wire::Phase;
using wire::Refusal;
using wire::Role;

bool is_connected(const HubWorld& world, const Seated& member) {
  return world.room(member).members().at(member.seat).connected;
}

}  // namespace

TEST_CASE("nobody sits before the disk has the entry") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  world.hold_disk();
  world.send(session, wire::OpenRoom{match_settings(), ""});
  CHECK(world.heard(session).empty());
  CHECK(world.hub().rooms().count() == 1);
  REQUIRE(world.disk_waiting() == 1);
  world.commit(1);
  CHECK(world.only<wire::RoomJoined>(session).role == Role::Host);
}

TEST_CASE("an answer is acknowledged when it is on disk, and not before") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.join(host.code, "Leo");
  world.open_question(host);
  world.forget();
  world.hold_disk();
  world.answer(ana, wire::ChoiceAnswer{{1}});
  world.run_for(1s);
  CHECK(world.heard(ana.session).empty());
  CHECK(world.heard(host.session).empty());  // the count waits too
  world.commit(1);
  CHECK(names_of(world.heard(ana.session)) == "SeatEvent.AnswerLocked");
  CHECK(names_of(world.heard(host.session)) == "SeatEvent.ProgressCounted");
}

TEST_CASE("what a room says leaves in the order of its steps") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  const Seated leo = world.join(host.code, "Leo");
  world.open_question(host);
  world.forget();
  world.hold_disk();
  world.answer(ana, wire::ChoiceAnswer{{1}});
  world.answer(leo, wire::ChoiceAnswer{{1}});
  world.command(host, Command::Next);
  REQUIRE(world.disk_waiting() == 3);
  world.commit(1);
  CHECK(names_of(world.heard(ana.session)) == "SeatEvent.AnswerLocked");
  CHECK(world.heard(leo.session).empty());
  world.commit(1);
  CHECK(names_of(world.heard(leo.session)) == "SeatEvent.AnswerLocked RoomEvent.QuestionRevealed SeatEvent.OwnResult");
  CHECK(names_of(world.heard(ana.session)) == "RoomEvent.QuestionRevealed SeatEvent.OwnResult");
  world.commit(1);
  CHECK(names_of(world.heard(ana.session)) == "RoomEvent.RankingShown");
}

TEST_CASE("one commit of many entries releases them all, in order") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.hold_disk();
  const hub::SessionId session = world.greet();
  world.send(session, wire::JoinRoom{host.code, "Ana", Role::Player});
  world.command(host, Command::Start);
  world.step(0, hub::DiskLetter{hub::EntriesCommitted{world.journals().begin()->first, 3}});
  CHECK(names_of(world.heard(session)) == "RoomJoined RoomEvent.MatchStarted");
}

TEST_CASE("an old or foreign commit releases nothing") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.hold_disk();
  world.command(host, Command::Start);
  world.step(0, hub::DiskLetter{hub::EntriesCommitted{world.journals().begin()->first, 1}});
  world.step(0, hub::DiskLetter{hub::EntriesCommitted{12345, 99}});
  CHECK(world.heard(host.session).empty());
}

// A refusal tells of what it was refused for: a taken name is news of an uncommitted join.
TEST_CASE("refusals wait for what they tell of") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const hub::SessionId first = world.greet();
  const hub::SessionId second = world.greet();
  world.hold_disk();
  world.send(first, wire::JoinRoom{host.code, "Ana", Role::Player});
  world.send(second, wire::JoinRoom{host.code, "Ana", Role::Player});
  CHECK(world.heard(second).empty());
  world.commit(1);
  CHECK(names_of(world.heard(first)) == "RoomJoined");
  CHECK(world.refused(second) == Refusal::NameTaken);
}

TEST_CASE("what concerns no room is not held") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.hold_disk();
  world.command(host, Command::Start);
  world.send(host.session, wire::Ping{1});
  world.send(host.session, wire::BrowseTopics{});
  CHECK(names_of(world.heard(host.session)) == "Pong TopicsListed");
}

TEST_CASE("rooms do not wait for each other's entries") {
  HubWorld world;
  const Seated one = world.open(match_settings());
  const Seated other = world.open(match_settings());
  world.hold_disk();
  world.command(one, Command::Start);
  world.command(other, Command::Start);
  const hub::GameId other_game = std::find_if(world.journals().begin(), world.journals().end(), [&](const auto& entry) {
                                   return entry.second.front().code == other.code;
                                 })->first;
  world.step(0, hub::DiskLetter{hub::EntriesCommitted{other_game, 2}});
  CHECK(names_of(world.heard(other.session)) == "RoomEvent.MatchStarted");
  CHECK(world.heard(one.session).empty());
}

TEST_CASE("a session that is gone before its seat is safe leaves an empty seat, and its ticket was never told") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const hub::SessionId session = world.greet();
  world.hold_disk();
  world.send(session, wire::JoinRoom{host.code, "Ana", Role::Player});
  world.close(session);
  world.release_disk();
  CHECK(world.heard(session).empty());
  REQUIRE(world.room(host).members().contains({2}));
  CHECK_FALSE(world.room(host).members().at({2}).connected);
  world.run_for(1s);
  world.check_journals();
}

TEST_CASE("an opener that is gone before the room is safe leaves a room that closes by itself") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  world.hold_disk();
  world.send(session, wire::OpenRoom{match_settings(), ""});
  world.close(session);
  world.release_disk();
  world.run_for(room::deserted_lobby_close + 1s);
  CHECK(world.hub().rooms().count() == 0);
}

TEST_CASE("one who joins and leaves before the seat is safe is told the leaving and may join again") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const hub::SessionId session = world.greet();
  world.hold_disk();
  world.send(session, wire::JoinRoom{host.code, "Ana", Role::Player});
  world.send(session, wire::LeaveRoom{});
  world.release_disk();
  CHECK(names_of(world.heard(session)) == "RoomLeft");
  world.send(session, wire::JoinRoom{host.code, "Ana", Role::Player});
  CHECK(world.only<wire::RoomJoined>(session).seat == wire::SeatId{3});
  world.check_journals();
}

// The first of two connections that showed the same ticket at once waited for ever for its seat.
TEST_CASE("of two connections that ask for a seat before it is safe the later has it and the earlier is told") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.close(ana.session);
  const hub::SessionId first = world.greet();
  const hub::SessionId second = world.greet();
  world.hold_disk();
  world.resume(first, ana);
  world.resume(second, ana);
  world.release_disk();
  CHECK(world.only<wire::RoomJoined>(second).seat == ana.seat);
  CHECK(world.only<wire::Goodbye>(first).reason == Farewell::SeatTakenOver);
  CHECK_FALSE(world.connected(first));
  CHECK(is_connected(world, ana));
  world.close(first);
  CHECK(is_connected(world, ana));
}

// A wish between the leaving and its commit freed the session early; the commit then took it from its next seat.
TEST_CASE("one who is leaving is in the room until the leaving is safe") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated other = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.hold_disk();
  world.send(ana.session, wire::LeaveRoom{});
  world.send(ana.session, wire::ReviewMatch{});
  CHECK(world.refused(ana.session) == Refusal::NotSeated);
  world.send(ana.session, wire::JoinRoom{other.code, "Ana", Role::Player});
  CHECK(world.refused(ana.session) == Refusal::AlreadySeated);
  world.resume(ana.session, ana);
  CHECK(world.refused(ana.session) == Refusal::NotSeated);
  world.release_disk();
  CHECK(names_of(world.heard(ana.session)) == "RoomLeft");
  world.send(ana.session, wire::JoinRoom{other.code, "Ana", Role::Player});
  CHECK(world.only<wire::RoomJoined>(ana.session).code == other.code);
  world.close(ana.session);
  CHECK_FALSE(world.room(other).members().at({2}).connected);
}

// The room went on in the language of the wish, the session in the new one.
TEST_CASE("a language chosen while the seat is asked for is the language of the seat") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const hub::SessionId session = world.greet(Language::English);
  world.hold_disk();
  world.send(session, wire::JoinRoom{host.code, "Ana", Role::Player});
  world.send(session, wire::ChooseLanguage{Language::Spanish});
  world.release_disk();
  const auto joined = of_kind<wire::RoomJoined>(world.heard(session));
  REQUIRE(joined.size() == 2);
  CHECK(joined[0].ticket);
  CHECK_FALSE(joined[1].ticket);
  world.command(host, Command::Start);
  CHECK(room_facts<wire::QuestionAnnounced>(world.heard(session)).at(0).prompt == "Prompt of question 1 [es]");
}

TEST_CASE("a language chosen while a seat is refused is no second refusal") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.join(host.code, "Ana");
  const hub::SessionId session = world.greet();
  const wire::Frame join = wire::encode(wire::ClientMessage{wire::JoinRoom{host.code, "Ana", Role::Player}});
  const wire::Frame choose = wire::encode(wire::ClientMessage{wire::ChooseLanguage{Language::Spanish}});
  std::string both(reinterpret_cast<const char*>(join.bytes().data()), join.bytes().size());
  both.append(reinterpret_cast<const char*>(choose.bytes().data()), choose.bytes().size());
  world.send_bytes(session, both);
  CHECK(world.refused(session) == Refusal::NameTaken);
}

TEST_CASE("a wish to a room that has closed and waits for its commit finds no room") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.hold_disk();
  world.command(host, Command::End);
  world.send(ana.session, wire::ReviewMatch{});
  CHECK(world.refused(ana.session) == Refusal::RoomNotFound);
  const hub::SessionId late = world.greet();
  world.send(late, wire::JoinRoom{host.code, "Leo", Role::Player});
  CHECK(world.refused(late) == Refusal::RoomNotFound);
  world.close(host.session);
  world.run_for(1s);
  world.release_disk();
  CHECK(names_of(world.heard(ana.session)) == "RoomLeft");
  CHECK(world.hub().rooms().count() == 0);
}

TEST_CASE("a room does not hold back more than it may while the disk is slow") {
  hub::Limits limits = patient_limits();
  limits.held_entries_per_room_max = 3;
  HubWorld world(1, limits);
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.hold_disk();
  world.command(host, Command::Start);
  for (int i = 0; i < 2; ++i) world.send(ana.session, wire::ReviewMatch{});
  CHECK(world.heard(ana.session).empty());
  world.send(ana.session, wire::ChooseLanguage{Language::Spanish});
  CHECK(world.refused(ana.session) == Refusal::StorageFailing);
  world.release_disk();
  CHECK(of_kind<wire::Rejected>(world.heard(ana.session)).size() == 2);
}

TEST_CASE("entries are numbered without a gap and tell the room's story") {
  HubWorld world;
  const Seated host = world.open(automatic_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.play_to(host, Phase::Asking);
  world.close(ana.session);
  world.run_for(5s);
  world.check_journals();
  const auto& entries = world.journals().begin()->second;
  CHECK(entries.size() > 5);
  CHECK(std::holds_alternative<room::Opened>(journal::decode(entries.front().bytes).value().event));
}

TEST_CASE("when the disk fails everyone is told at once, the clock stands still, and nobody new sits down") {
  HubWorld world;
  const Seated host = world.open(automatic_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.open_question(host);
  world.forget();
  const wire::Instant closes_at = world.room(host).snapshot(host.seat, Language::English).asked->closes_at;
  world.disk_fails(true);
  CHECK(world.only<wire::RoomTroubled>(ana.session).storage_failing);
  CHECK(world.only<wire::RoomTroubled>(host.session).storage_failing);
  CHECK(world.room(host).paused());

  const hub::SessionId late = world.greet();
  for (const wire::ClientMessage& wish : {wire::ClientMessage{wire::JoinRoom{host.code, "Leo", Role::Player}},
                                          wire::ClientMessage{wire::OpenRoom{match_settings(), ""}},
                                          wire::ClientMessage{wire::ResumeSeat{host.code, ana.ticket}}}) {
    world.send(late, wish);
    CHECK(world.refused(late) == Refusal::StorageFailing);
  }
  world.answer(ana, wire::ChoiceAnswer{{1}});
  world.run_for(1min);
  CHECK(world.heard(ana.session).empty());

  world.disk_fails(false);
  CHECK(names_of(world.heard(ana.session)) == "RoomTroubled RoomEvent.RoomPaused Rejected RoomEvent.RoomResumed");
  CHECK(world.room(host).snapshot(host.seat, Language::English).asked->closes_at == closes_at + 1min);
  world.answer(ana, wire::ChoiceAnswer{{1}});
  CHECK(world.room(host).members().at(ana.seat).given.at(0));
  world.check_journals();
}

TEST_CASE("the same word about the disk twice is one word") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.step(0, hub::DiskLetter{hub::StorageTrouble{false}});
  CHECK(world.heard(host.session).empty());
  world.disk_fails(true);
  world.disk_fails(true);
  CHECK(names_of(world.heard(host.session)) == "RoomTroubled");
}

}  // namespace certamen::server_test
