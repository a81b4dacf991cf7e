#include <cstdlib>
#include <map>

#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using wire::Phase;
using wire::Refusal;
using namespace std::chrono_literals;

constexpr wire::SeatId ana{2};
constexpr wire::SeatId leo{3};
constexpr wire::SeatId eva{4};

wire::RoomSettings teams_of(wire::TeamForming forming) {
  wire::RoomSettings settings = match_settings();
  settings.scoring = wire::Scoring::Accuracy;
  settings.team_count = 2;
  settings.team_forming = forming;
  return settings;
}

wire::TeamNumber team_in_roster(const RoomWorld& world, wire::SeatId seat) {
  for (const wire::RosterEntry& entry : world.snapshot().roster) {
    if (entry.seat == seat) return entry.team;
  }
  return 99;
}

}  // namespace

TEST_CASE("players choose a team before the match, and the roster tells it") {
  RoomWorld world(teams_of(wire::TeamForming::ByPlayers));
  world.join("ana");
  const wire::SeatId watcher = world.join("", wire::Role::Spectator);
  REQUIRE(recorded(world.step(room::TeamChosen{ana, 2})));
  CHECK(team_in_roster(world, ana) == 2);
  const auto news = told<wire::RosterChanged>(world.tick_for(room::roster_delay));
  REQUIRE(news.size() == 1);
  CHECK(refusal(world.step(room::TeamChosen{ana, 3})) == Refusal::TeamInvalid);
  CHECK(refusal(world.step(room::TeamChosen{watcher, 1})) == Refusal::NotAPlayer);
  CHECK(refusal(world.step(room::TeamChosen{{77}, 1})) == Refusal::NotSeated);
  world.open_question();
  CHECK(refusal(world.step(room::TeamChosen{ana, 1})) == Refusal::WrongPhase);
  CHECK(team_in_roster(world, ana) == 2);
}

TEST_CASE("where the host or nobody forms the teams, players do not") {
  RoomWorld world(teams_of(GENERATE(wire::TeamForming::ByHost, wire::TeamForming::Balanced)));
  world.join("ana");
  CHECK(refusal(world.step(room::TeamChosen{ana, 1})) == Refusal::TeamInvalid);
  RoomWorld without;
  without.join("ana");
  CHECK(refusal(without.step(room::TeamChosen{ana, 1})) == Refusal::TeamInvalid);
  CHECK(refusal(without.order(wire::MoveToTeam{ana, 1})) == Refusal::TeamInvalid);
}

TEST_CASE("whoever has no team when the match begins gets one, and so does who comes late") {
  RoomWorld world(teams_of(wire::TeamForming::ByHost));
  for (const char* name : {"ana", "leo", "eva"}) world.join(name);
  REQUIRE(recorded(world.order(wire::MoveToTeam{ana, 1})));
  CHECK(team_in_roster(world, leo) == 0);
  world.open_question();
  CHECK(team_in_roster(world, ana) == 1);
  CHECK(team_in_roster(world, leo) != 0);
  CHECK(team_in_roster(world, world.join("max")) != 0);
}

TEST_CASE("the host moves players between teams, and their points go with them") {
  RoomWorld world(teams_of(wire::TeamForming::ByHost));
  for (const char* name : {"ana", "leo", "eva"}) world.join(name);
  for (const auto& [seat, team] : {std::pair{ana, 1U}, {leo, 2U}, {eva, 2U}}) world.order(wire::MoveToTeam{seat, team});
  CHECK(refusal(world.order(wire::MoveToTeam{world.host(), 1})) == Refusal::MemberInvalid);
  CHECK(refusal(world.order(wire::MoveToTeam{ana, 3})) == Refusal::TeamInvalid);
  world.open_question();
  world.answer(leo, world.right());
  world.play_to(Phase::Ranking);
  const std::vector<wire::TeamRow> before = {{2, 1, 500, 2}, {1, 2, 0, 1}};
  CHECK(world.snapshot().ranking->teams == before);
  const auto again = told<wire::RankingShown>(world.order(wire::MoveToTeam{leo, 1}));
  REQUIRE(again.size() == 1);
  const std::vector<wire::TeamRow> after = {{1, 1, 500, 2}, {2, 2, 0, 1}};
  CHECK(again[0].teams == after);
  world.command(wire::Command::End);
  CHECK(world.snapshot().finished->teams == after);
  CHECK(refusal(world.order(wire::MoveToTeam{leo, 2})) == Refusal::WrongPhase);
}

TEST_CASE("acceptance 7: a late joiner does not lower the mean of the team") {
  RoomWorld world(teams_of(wire::TeamForming::ByHost));
  world.join("ana");
  world.order(wire::MoveToTeam{ana, 1});
  world.open_question();
  world.answer(ana, world.right());
  const wire::SeatId late = world.join("leo");
  world.order(wire::MoveToTeam{late, 1});
  world.play_to(Phase::Ranking);
  CHECK(world.snapshot().ranking->teams == std::vector<wire::TeamRow>{{1, 1, 1000, 2}});
}

TEST_CASE("who leaves the lobby or is removed leaves the team, too") {
  RoomWorld world(teams_of(wire::TeamForming::Balanced));
  world.join("ana");
  world.join("leo");
  world.step(room::Left{ana});
  CHECK(world.room().teams().team_of(ana) == 0);
  world.open_question();
  world.order(wire::RemoveMember{leo, false});
  CHECK(world.room().teams().seats().empty());
}

TEST_CASE("balanced teams that were left unevenly are levelled when the match begins, but whom the host put stays") {
  RoomWorld world(teams_of(wire::TeamForming::Balanced));
  std::vector<wire::SeatId> seats;
  for (int i = 0; i < 12; ++i) seats.push_back(world.join("player " + std::to_string(i)));
  wire::SeatId put{};
  for (const wire::SeatId seat : seats) {
    if (world.room().teams().team_of(seat) == 2) continue;
    if (put.value == 0) {
      put = seat;
      REQUIRE(recorded(world.order(wire::MoveToTeam{seat, 2})));
    } else {
      world.step(room::Left{seat});
    }
  }
  world.open_question();
  std::map<wire::TeamNumber, int> sizes;
  for (const auto& [seat, team] : world.room().teams().seats()) ++sizes[team];
  CHECK(std::abs(sizes[1] - sizes[2]) <= 1);
  CHECK(world.room().teams().team_of(put) == 2);
}

TEST_CASE("a choice that changes nothing leaves no trace, and choosing for ever is refused") {
  RoomWorld world(teams_of(wire::TeamForming::ByPlayers));
  world.join("ana");
  REQUIRE(recorded(world.step(room::TeamChosen{ana, 1})));
  CHECK_FALSE(recorded(world.step(room::TeamChosen{ana, 1})));
  for (std::uint32_t i = 1; i < room::team_choices_max; ++i) world.step(room::TeamChosen{ana, 1 + i % 2});
  CHECK(refusal(world.step(room::TeamChosen{ana, 1})) == Refusal::TooFast);
}

TEST_CASE("nobody is moved between teams while they talk, so no host reads another team's votes") {
  wire::RoomSettings settings = teams_of(wire::TeamForming::Balanced);
  settings.discuss_seconds = 60;
  RoomWorld world(settings);
  world.join("ana");
  world.open_question();
  world.answer(ana, world.right());
  REQUIRE(world.phase() == Phase::Discussing);
  const wire::TeamNumber other = 3 - world.room().teams().team_of(ana);
  CHECK(refusal(world.order(wire::MoveToTeam{ana, other})) == Refusal::WrongPhase);
}

TEST_CASE("a voided question counts for no team") {
  RoomWorld world(teams_of(wire::TeamForming::ByHost));
  world.join("ana");
  world.order(wire::MoveToTeam{ana, 1});
  world.open_question();
  world.answer(ana, world.right());
  world.play_to(Phase::Ranking);
  REQUIRE(recorded(world.order(wire::VoidQuestion{1})));
  CHECK(world.snapshot().ranking->teams == std::vector<wire::TeamRow>{{1, 1, 0, 1}});
}

// ---- each player's own time ----

TEST_CASE("with an allowance the question stays open for its player and for nobody else") {
  RoomWorld world;
  world.join("ana");
  world.join("leo");
  const Effects set = world.order(wire::SetAllowance{ana, wire::Allowance::ThreeHalves});
  CHECK(sent<wire::AllowanceChanged>(set, ana).size() == 1);
  CHECK(sent<wire::AllowanceChanged>(set, world.host()).size() == 1);
  CHECK(sent<wire::AllowanceChanged>(set, leo).empty());
  CHECK(told<wire::RosterChanged>(set).empty());
  world.open_question();
  const wire::Instant closes = world.asked().closes_at;
  world.tick_until(closes + 1s);
  CHECK(world.phase() == Phase::Asking);
  CHECK(refusal(world.answer(leo, world.right())) == Refusal::TooLate);
  world.tick_until(closes + 10s);
  CHECK(recorded(world.answer(ana, world.right())));
  world.tick();  // nobody is waited for any more
  CHECK(world.phase() == Phase::Revealing);
  CHECK(world.now() == closes + 10s);
}

TEST_CASE("acceptance 3: an answer after the own window is refused") {
  RoomWorld world;
  world.join("ana");
  world.order(wire::SetAllowance{ana, wire::Allowance::Twice});
  world.open_question();
  const wire::Instant opens = world.asked().opens_at;
  world.tick_until(opens + 40s);
  CHECK(refusal(world.answer_received(ana, world.right(), opens + 40s + wire::Duration{1})) == Refusal::TooLate);
  CHECK(recorded(world.answer_received(ana, world.right(), opens + 40s)));
}

TEST_CASE("half of the own window is worth as much as half of anybody's") {
  RoomWorld world;
  world.join("ana");
  world.join("leo");
  world.order(wire::SetAllowance{ana, wire::Allowance::Twice});
  world.open_question();
  world.wait(10s);
  world.answer(leo, world.right());
  world.wait(10s);
  world.answer(ana, world.right());
  REQUIRE(world.phase() == Phase::Revealing);
  CHECK(world.member(ana).given[0]->earned.points == 750);
  CHECK(world.member(leo).given[0]->earned.points == 750);
  CHECK(world.member(ana).rank == 1);
  CHECK(world.member(leo).rank == 1);
  // What was given stays scored on the window it was given in.
  world.order(wire::SetAllowance{ana, wire::Allowance::Whole});
  world.order(wire::CorrectKey{1, {0}, 0, 0, {}});
  world.order(wire::CorrectKey{1, {1}, 0, 0, {}});
  CHECK(world.member(ana).given[0]->earned.points == 750);
}

TEST_CASE("who has an allowance and is gone is not waited for") {
  RoomWorld world;
  world.join("ana");
  world.join("leo");
  world.order(wire::SetAllowance{ana, wire::Allowance::Twice});
  world.open_question();
  const wire::Instant closes = world.asked().closes_at;
  world.step(room::Disconnected{ana});
  world.tick_until(closes + room::letter_grace);
  CHECK(world.phase() == Phase::Revealing);
}

TEST_CASE("allowances are the host's to know; a player's snapshot has only the own one") {
  RoomWorld world;
  world.join("ana");
  world.join("leo");
  world.order(wire::SetAllowance{ana, wire::Allowance::ThreeHalves});
  const wire::AllowanceChanged ana_has{ana, wire::Allowance::ThreeHalves};
  CHECK(world.snapshot().allowances == std::vector{ana_has});
  CHECK(world.room().snapshot(ana, wire::Language::English).allowances == std::vector{ana_has});
  CHECK(world.room().snapshot(leo, wire::Language::English).allowances.empty());
  CHECK(refusal(world.order(wire::SetAllowance{world.host(), wire::Allowance::Twice})) == Refusal::MemberInvalid);
}

TEST_CASE("an exam's clock is the own one, too") {
  wire::RoomSettings settings = match_settings();
  settings.mode = wire::Mode::ExamSimulation;
  settings.scoring = wire::Scoring::Exam;
  settings.exam_seconds = 100;
  RoomWorld world(settings);
  world.join("ana");
  world.join("leo");
  world.order(wire::SetAllowance{ana, wire::Allowance::FiveQuarters});
  world.start();
  const wire::Instant opens = world.now();
  world.tick_until(opens + 110s);
  CHECK(world.phase() == Phase::Examining);
  const wire::Answer answer = right_answer(world.room().paper().questions[0]);
  CHECK(refusal(world.step(room::Answered{leo, 1, answer, world.now(), world.now()})) == Refusal::TooLate);
  CHECK(recorded(world.step(room::Answered{ana, 1, answer, world.now(), world.now()})));
  world.tick_until(opens + 125s + room::letter_grace);
  CHECK(world.phase() == Phase::Finished);
}

}  // namespace certamen::server_test
