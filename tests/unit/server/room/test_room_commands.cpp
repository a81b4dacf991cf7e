#include <array>
#include <string>
#include <vector>

#include "server/room/commands.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

// Every command in every state, by everybody: a room does what the table of server/room/commands.cpp says, and the table
// says what is written here once more.
namespace certamen::server_test {
namespace {

using room::CommandKind;
using wire::Command;
using wire::Phase;
using wire::Rights;

struct State {
  Phase phase;
  bool paused;
};
constexpr std::array<State, 13> states = {{{Phase::Gathering, false},
                                           {Phase::Drawing, false},
                                           {Phase::Reading, false},
                                           {Phase::Asking, false},
                                           {Phase::Revealing, false},
                                           {Phase::Ranking, false},
                                           {Phase::Finished, false},
                                           {Phase::Reading, true},
                                           {Phase::Asking, true},
                                           {Phase::Revealing, true},
                                           {Phase::Ranking, true},
                                           {Phase::Discussing, false},
                                           {Phase::Discussing, true}}};

constexpr wire::SeatId cohost{2};
constexpr wire::SeatId player{3};
constexpr wire::SeatId other{4};

struct Case {
  CommandKind kind;
  wire::Order order;
  const char* allowed;  // one letter a state: y or -
  Rights needed;
};

std::vector<Case> cases() {
  const wire::CorrectKey key{1, {0}, 0, 0, {}};
  return {
      {CommandKind::Start, Command::Start, "y------------", Rights::Cohost},
      {CommandKind::Next, Command::Next, "---yyy-----y-", Rights::Cohost},
      {CommandKind::Pause, Command::Pause, "--yyyy-----y-", Rights::Cohost},
      {CommandKind::Resume, Command::Resume, "-------yyyy-y", Rights::Cohost},
      {CommandKind::End, Command::End, "y-yyyyyyyyyyy", Rights::Cohost},
      {CommandKind::Extend, wire::ExtendQuestion{5}, "---y----y----", Rights::Cohost},
      {CommandKind::Skip, wire::SkipQuestion{}, "--yy-------y-", Rights::Cohost},
      {CommandKind::Void, wire::VoidQuestion{1}, "--yyyyyyyyyyy", Rights::Cohost},
      {CommandKind::Correct, key, "--yyyyyyyyyyy", Rights::Cohost},
      {CommandKind::Remove, wire::RemoveMember{other, true}, "yyyyyy-yyyyyy", Rights::Cohost},
      {CommandKind::Rename, wire::RenameMember{other, "new"}, "yyyyyyyyyyyyy", Rights::Cohost},
      {CommandKind::Lock, wire::LockRoom{true}, "yyyyyyyyyyyyy", Rights::Cohost},
      {CommandKind::HandOver, wire::HandOver{other}, "yyyyyyyyyyyyy", Rights::Host},
      {CommandKind::Appoint, wire::AppointCohost{other, true}, "yyyyyyyyyyyyy", Rights::Host},
      {CommandKind::TakeOver, wire::TakeOver{}, "yyyyyyyyyyyyy", Rights::Cohost},
      {CommandKind::MoveToTeam, wire::MoveToTeam{other, 2}, "yyyyyy-yyyy--", Rights::Cohost},
      {CommandKind::Allow, wire::SetAllowance{other, wire::Allowance::Twice}, "yyyyyy-yyyyyy", Rights::Cohost},
  };
}

wire::RoomSettings voting_settings() {
  wire::RoomSettings settings = match_settings();
  settings.team_count = 2;
  settings.discuss_seconds = 60;
  return settings;
}

struct Stage {
  RoomWorld world{voting_settings()};
  std::uint32_t cohost_ticket = 0;
};

// A room in this state with a host, a co-host and two players; one question was revealed, where the match has begun.
Stage stage_in(const State& state) {
  Stage at;
  for (const char* name : {"ana", "leo", "eva"}) at.world.join(name);
  at.cohost_ticket = at.world.next_ticket();
  REQUIRE(recorded(at.world.order(wire::AppointCohost{cohost, true})));
  if (state.phase == Phase::Drawing) at.world.command(Command::Start);
  if (state.phase == Phase::Finished) {
    at.world.play_to(Phase::Ranking);
    at.world.command(Command::End);
  } else if (state.phase != Phase::Gathering && state.phase != Phase::Drawing) {
    at.world.play_to(Phase::Ranking);
    at.world.play_to(Phase::Reading);
    if (state.phase == Phase::Asking) at.world.open_question();
    at.world.play_to(state.phase);
  }
  if (state.paused) at.world.command(Command::Pause);
  REQUIRE(at.world.phase() == state.phase);
  REQUIRE(at.world.room().paused() == state.paused);
  return at;
}

void check(const Case& expected, const State& state, bool allowed) {
  CHECK(room::allowed(expected.kind, state.phase, state.paused) == allowed);
  struct By {
    Rights rights;
    wire::SeatId seat;
  };
  for (const By& by : {By{Rights::None, player}, By{Rights::Cohost, cohost}, By{Rights::Host, {1}}}) {
    Stage at = stage_in(state);
    if (expected.kind == CommandKind::TakeOver) {
      // Only a co-host can take over what the host has left.
      if (by.rights == Rights::Host) continue;
      at.world.step(room::Disconnected{{1}});
    }
    std::uint32_t ticket = 3;  // a player's own
    if (by.rights == Rights::Cohost) ticket = at.cohost_ticket;
    if (by.rights == Rights::Host) ticket = host_rights;
    CAPTURE(static_cast<int>(by.rights));
    const std::uint64_t before = at.world.room().digest();
    const Effects effects = at.world.order(expected.order, by.seat, ticket);
    const bool may = by.rights >= expected.needed;
    CHECK(recorded(effects) == (may && allowed));
    if (recorded(effects)) continue;
    CHECK(at.world.room().digest() == before);
    CHECK(refusal(effects) == (may ? wire::Refusal::WrongPhase : wire::Refusal::NotHost));
  }
}

}  // namespace

TEST_CASE("every command in every phase by every role is what the table says") {
  const std::vector<Case> all_cases = cases();
  REQUIRE(all_cases.size() == room::command_kind_count);
  for (std::size_t i = 0; i < all_cases.size(); ++i) {
    const Case& expected = all_cases[i];
    CHECK(static_cast<std::size_t>(expected.kind) == i);
    CHECK(room::kind_of(expected.order) == expected.kind);
    CHECK(room::rights_needed(expected.kind) == expected.needed);
    for (std::size_t state = 0; state < states.size(); ++state) {
      INFO("command " << i << " in " << name_of(states[state].phase) << (states[state].paused ? ", paused" : ""));
      check(expected, states[state], expected.allowed[state] == 'y');
    }
  }
}

TEST_CASE("an open question is extended for everyone, so far and no further") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.join("leo");
  world.start();
  world.open_question();
  const wire::Instant closes_at = world.asked().closes_at;
  const auto extended = told<wire::QuestionExtended>(world.order(wire::ExtendQuestion{30}));
  REQUIRE(extended.size() == 1);
  CHECK(extended[0].closes_at == closes_at + std::chrono::seconds(30));
  CHECK(world.asked().closes_at == extended[0].closes_at);
  CHECK(refusal(world.order(wire::ExtendQuestion{571})) == wire::Refusal::TooLong);
  CHECK(recorded(world.order(wire::ExtendQuestion{570})));
  world.wait(closes_at - world.now() + std::chrono::seconds(1));
  CHECK(recorded(world.answer(ana, world.right())));
}

TEST_CASE("what has closed is not extended while late letters are waited for") {
  RoomWorld world;
  world.join("ana");
  world.start();
  world.open_question();
  world.wait(world.asked().closes_at - world.now() + wire::Duration{1});
  CHECK(refusal(world.order(wire::ExtendQuestion{30})) == wire::Refusal::WrongPhase);
}

TEST_CASE("an extension during a pause stays when it ends") {
  RoomWorld world;
  world.join("ana");
  world.start();
  world.open_question();
  const wire::Duration left = world.asked().closes_at - world.now();
  world.command(Command::Pause);
  world.wait(std::chrono::seconds(40));
  CHECK(recorded(world.order(wire::ExtendQuestion{7})));
  world.command(Command::Resume);
  CHECK(world.asked().closes_at - world.now() == left + std::chrono::seconds(7));
}

TEST_CASE("a skipped question is worth nothing, and its key shows only when all is over") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.join("leo");
  world.start(2);
  world.open_question();
  REQUIRE(recorded(world.answer(ana, world.right())));
  const Effects effects = world.order(wire::SkipQuestion{});
  CHECK(told<wire::QuestionSkipped>(effects).at(0).number == 1);
  CHECK(told<wire::QuestionAnnounced>(effects).at(0).number == 2);
  CHECK(told<wire::QuestionRevealed>(effects).empty());
  CHECK(world.member(ana).standing.points == 0);
  CHECK(refusal(world.order(wire::VoidQuestion{1})) == wire::Refusal::WrongPhase);
  const auto finished = told<wire::MatchFinished>(world.order(wire::SkipQuestion{}));
  REQUIRE(finished.size() == 1);
  CHECK(finished[0].skipped == std::vector<std::uint32_t>{1, 2});
  CHECK(finished[0].question_count == 2);
  const auto reviewed = replied<wire::QuestionReviewed>(world.step(room::ReviewAsked{ana, wire::Language::English}));
  REQUIRE(reviewed.size() == 2);
  CHECK(reviewed[0].own_result->right);
  CHECK(reviewed[0].own_result->points_gained == 0);
}

}  // namespace certamen::server_test
