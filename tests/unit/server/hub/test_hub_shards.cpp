#include <set>

#include "server/journal/journal.hpp"
#include "server/lobby/room_code.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"

// Sessions stay where they were accepted, rooms where their code says; letters hop between.
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

// A room on shard 1, its host on shard 0, and a player on each.
struct AcrossShards {
  AcrossShards() {
    do host = world.open(match_settings());
    while (lobby::shard_of(host.code, 2) != 1);
    near = world.join(host.code, "near", Language::English, 1);
    far = world.join(host.code, "far", Language::Spanish, 0);
  }
  HubWorld world{2};
  Seated host;
  Seated near;
  Seated far;
};

}  // namespace

TEST_CASE("rooms are spread over the shards, each where its code says") {
  HubWorld world(3);
  std::set<std::size_t> shards;
  for (int i = 0; i < 6; ++i) {
    const Seated host = world.open(match_settings());
    const std::size_t shard = lobby::shard_of(host.code, 3);
    shards.insert(shard);
    CHECK(world.hub(static_cast<std::uint32_t>(shard)).rooms().find(host.code) != nullptr);
  }
  CHECK(shards.size() == 3);
}

TEST_CASE("a match with members on two shards") {
  AcrossShards at;
  at.world.run_for(1s);
  at.world.forget();
  at.world.open_question(at.host);
  for (const Seated& member : {at.host, at.near, at.far}) {
    CHECK(names_of(at.world.heard(member.session)) ==
          "RoomEvent.MatchStarted RoomEvent.QuestionAnnounced RoomEvent.QuestionAsked");
  }
  at.world.answer(at.near, wire::ChoiceAnswer{{1}});
  at.world.answer(at.far, wire::ChoiceAnswer{{1}});
  CHECK(names_of(at.world.heard(at.far.session)) == "SeatEvent.AnswerLocked RoomEvent.QuestionRevealed SeatEvent.OwnResult");
  CHECK(names_of(at.world.heard(at.near.session)) ==
        "SeatEvent.AnswerLocked RoomEvent.QuestionRevealed SeatEvent.OwnResult");
  at.world.play_to(at.host, Phase::Finished);
  CHECK(room_facts<wire::MatchFinished>(at.world.heard(at.far.session)).at(0).rows.size() == 2);
  at.world.check_journals();
}

// Acceptance 3 of the game's list, and the reason for the letter grace.
TEST_CASE("an answer received in time on another shard counts though its letter comes after the close") {
  AcrossShards at;
  at.world.open_question(at.host);
  const wire::Instant closes_at = at.world.room(at.host).snapshot(at.host.seat, Language::English).asked->closes_at;
  at.world.run_until(closes_at);
  at.world.hold_letters();
  at.world.answer(at.far, wire::ChoiceAnswer{{1}});
  at.world.wait(room::letter_grace - 1us);
  at.world.release_letters();
  const auto given = at.world.room(at.host).members().at(at.far.seat).given.at(0);
  REQUIRE(given);
  CHECK(given->tenths == 200);
}

TEST_CASE("an answer received too late on another shard does not count though its letter is quick") {
  AcrossShards at;
  at.world.open_question(at.host);
  const wire::Instant closes_at = at.world.room(at.host).snapshot(at.host.seat, Language::English).asked->closes_at;
  at.world.run_until(closes_at);
  at.world.forget();
  at.world.wait(1us);
  at.world.answer(at.far, wire::ChoiceAnswer{{1}});
  CHECK(at.world.refused(at.far.session) == Refusal::TooLate);
}

TEST_CASE("a lost connection on another shard empties its seat, and the answer before it counts") {
  AcrossShards at;
  at.world.open_question(at.host);
  at.world.hold_letters();
  at.world.answer(at.far, wire::ChoiceAnswer{{1}});
  at.world.close(at.far.session);
  CHECK(is_connected(at.world, at.far));
  at.world.release_letters();
  CHECK_FALSE(is_connected(at.world, at.far));
  CHECK(at.world.room(at.host).members().at(at.far.seat).given.at(0));
}

TEST_CASE("a session that is gone before its seat's letters arrive leaves an empty seat") {
  AcrossShards at;
  const hub::SessionId session = at.world.greet(Language::English, 0);
  at.world.hold_letters();
  at.world.send(session, wire::JoinRoom{at.host.code, "gone", Role::Player});
  at.world.close(session);
  at.world.release_letters();
  CHECK(at.world.heard(session).empty());
  CHECK_FALSE(at.world.room(at.host).members().at({4}).connected);
  at.world.check_journals();
}

TEST_CASE("a seat is taken over from one shard to another") {
  AcrossShards at;
  const hub::SessionId second = at.world.greet(Language::English, 0);
  at.world.forget();
  at.world.resume(second, at.near);
  CHECK(at.world.only<wire::RoomJoined>(second).seat == at.near.seat);
  CHECK(at.world.only<wire::Goodbye>(at.near.session).reason == Farewell::SeatTakenOver);
  CHECK(is_connected(at.world, at.near));
}

TEST_CASE("a room that closes lets its members on every shard go") {
  AcrossShards at;
  at.world.forget();
  at.world.command(at.host, Command::End);
  for (const Seated& member : {at.host, at.near, at.far}) {
    CHECK(names_of(at.world.heard(member.session)) == "RoomLeft");
    at.world.send(member.session, wire::LeaveRoom{});
    CHECK(at.world.refused(member.session) == Refusal::NotSeated);
  }
}

TEST_CASE("letters about sessions and rooms that are gone do nothing") {
  HubWorld world(2);
  const hub::SessionId stranger{1, 4711};
  world.step(0, hub::ShardLetter{hub::SessionGone{stranger}});
  world.step(0, hub::ShardLetter{hub::SeatingChanged{4711, true}});
  world.step(0, hub::ShardLetter{hub::LetGo{4711, Farewell::SeatTakenOver}});
  world.step(0, hub::DiskLetter{hub::PaperReady{99, sample_paper(1)}});
  world.step(0, hub::DiskLetter{hub::EntriesCommitted{99, 1}});
  CHECK(world.disk_waiting() == 0);
  world.step(0, hub::ShardLetter{hub::RoomWish{stranger, Language::English, wire::LeaveRoom{}, world.now()}});
  CHECK(world.refused(stranger) == Refusal::NotSeated);
}

// Acceptance 15 of the game's list.
TEST_CASE("a room comes back from its journal with its remaining time, and its members with their tickets") {
  HubWorld before;
  const Seated host = before.open(automatic_settings());
  const Seated ana = before.join(host.code, "Ana");
  const Seated leo = before.join(host.code, "Leo");
  before.open_question(host);
  before.run_for(5s);
  before.answer(ana, wire::ChoiceAnswer{{1}});
  const auto& [game, bytes] = *before.journals().begin();
  std::vector<journal::Entry> entries;
  for (const hub::AppendEntry& entry : bytes) entries.push_back(journal::decode(entry.bytes).value());

  HubWorld after;
  after.run_until(before.now());  // time stood still
  after.take_in(0, after.hub().restore(host.code, game, journal::replay(entries).value(), entries.size(), after.now()));
  CHECK(after.room(host).paused());
  std::vector<hub::SessionId> sessions;
  for (const Seated& member : {host, ana, leo}) {
    sessions.push_back(after.greet());
    after.resume(sessions.back(), member);
    const auto joined = of_kind<wire::RoomJoined>(after.heard(sessions.back()));
    REQUIRE(joined.size() == 1);
    CHECK(joined[0].seat == member.seat);
    CHECK(joined[0].snapshot.phase == Phase::Asking);
    CHECK(joined[0].snapshot.own_answer.has_value() == (member.seat == ana.seat));
  }
  CHECK_FALSE(after.room(host).paused());
  const auto asked = after.room(host).snapshot(host.seat, Language::English).asked.value();
  CHECK(asked.closes_at - after.now() == 15s);
  after.send(sessions[0], wire::CommandRoom{Command::Pause, host.host_ticket});
  CHECK(after.room(host).paused());
  // The new server's entries go on where the old one's ended.
  CHECK(after.journals().at(game).front().number == entries.size() + 1);
}

}  // namespace certamen::server_test
