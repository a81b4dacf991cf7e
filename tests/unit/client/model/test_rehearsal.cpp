// A rehearsal: what is judged of its measures, and when it may run.
#include "client/model/rehearsal.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

namespace {

RehearsalMeasures good(std::uint32_t bots = 30) {
  RehearsalMeasures measures;
  measures.wanted = measures.joined = measures.finished = bots;
  measures.slowest_join = join_time_bound;
  measures.opening_spread = opening_spread_bound;
  measures.acknowledgement_p99 = acknowledgement_bound;
  measures.answered = measures.acknowledged = 3 * bots;
  return measures;
}

// Which checks do not hold.
std::vector<RehearsalCheck> failed(const RehearsalMeasures& measures) {
  const RehearsalVerdict verdict = verdict_on(measures);
  std::vector<RehearsalCheck> all;
  for (const RehearsalFinding& finding : verdict.findings) {
    if (!finding.holds) all.push_back(finding.check);
  }
  CHECK(verdict.findings.size() == 5);
  CHECK(verdict.go == all.empty());
  return all;
}

using Checks = std::vector<RehearsalCheck>;

// In the lobby of a room of its own, which seats twelve players.
Player host() {
  Player player;
  player.does(SetName{"Ada"});
  wire::RoomSettings settings;
  settings.capacity = 12;
  settings.question_count = 20;
  player.does(SetHostSettings{settings});
  player.does(HostRoom{});
  player.gets_online();
  wire::RoomJoined joined;
  joined.code = "ABC234";
  joined.seat = {1};
  joined.role = wire::Role::Host;
  joined.plays = false;
  joined.ticket = wire::Ticket{};
  joined.host_ticket = rights_ticket();
  joined.snapshot.sequence = 1;
  joined.snapshot.settings = settings;
  joined.snapshot.roster = {{{1}, "Ada", wire::Role::Host, false, true}};
  player.hears(joined);
  REQUIRE(player.model.room);
  return player;
}

}  // namespace

TEST_CASE("a rehearsal at every bound is a go, and beyond any one of them a no-go that names it") {
  CHECK(failed(good()) == Checks{});
  CHECK(failed(good(1)) == Checks{});
  RehearsalMeasures measures = good();
  measures.slowest_join += Duration{1};
  CHECK(failed(measures) == Checks{RehearsalCheck::Joining});
  measures = good();
  measures.opening_spread += Duration{1};
  CHECK(failed(measures) == Checks{RehearsalCheck::Opening});
  measures = good();
  measures.acknowledgement_p99 += Duration{1};
  CHECK(failed(measures) == Checks{RehearsalCheck::Acknowledging});
  measures = good();
  measures.lost = 1;
  CHECK(failed(measures) == Checks{RehearsalCheck::Answers});
  measures = good();
  measures.acknowledged -= 1;
  CHECK(failed(measures) == Checks{RehearsalCheck::Answers});
  measures = good();
  measures.finished -= 1;
  CHECK(failed(measures) == Checks{RehearsalCheck::Results});
  measures = good();
  measures.timed_out = true;
  CHECK(failed(measures) == Checks{RehearsalCheck::Results});
}

TEST_CASE("players whom the limit for one address turned away are not missed, others are") {
  RehearsalMeasures measures = good();
  measures.joined = measures.finished = 20;
  measures.turned_away = 10;
  CHECK(failed(measures) == Checks{});
  measures.turned_away = 9;
  CHECK(failed(measures) == Checks{RehearsalCheck::Joining});
}

TEST_CASE("nothing measured is no go") {
  RehearsalMeasures nobody;
  nobody.wanted = nobody.turned_away = 30;
  CHECK(failed(nobody).size() == 5);
  RehearsalMeasures unreached = good();
  unreached.reached = false;
  CHECK(verdict_on(unreached) == RehearsalVerdict{});
  RehearsalMeasures refused = good();
  refused.refused = wire::Refusal::TooManyRooms;
  CHECK(verdict_on(refused) == RehearsalVerdict{});
}

// A server that was full said go after one of two hundred came in.
TEST_CASE("with most of the players turned away nothing is known, and that is no go") {
  RehearsalMeasures measures = good();
  measures.wanted = 2 * measures.joined;
  measures.turned_away = measures.joined;
  CHECK(verdict_on(measures).go);
  ++measures.wanted;
  ++measures.turned_away;
  CHECK_FALSE(verdict_on(measures).go);
}

TEST_CASE("a rehearsal has the host's settings, but is short, private and kept nowhere") {
  wire::RoomSettings settings;
  settings.question_count = 65;
  settings.listed = true;
  settings.host_plays = true;
  settings.capacity = 8;
  settings.topics = {"s3"};
  settings.scoring = wire::Scoring::Certainty;
  settings.reading_seconds = 30;
  settings.discuss_seconds = 300;
  settings.exam_unscored_count = 15;
  const wire::RoomSettings rehearsed = rehearsal_settings(settings, 8);
  CHECK(rehearsed.rehearsal);
  CHECK_FALSE(rehearsed.listed);
  CHECK_FALSE(rehearsed.host_plays);
  CHECK(rehearsed.question_count == rehearsal_questions_max);
  CHECK(rehearsed.exam_unscored_count < rehearsed.question_count);
  CHECK(rehearsed.topics == settings.topics);
  CHECK(rehearsed.scoring == settings.scoring);
  CHECK(rehearsed.reading_seconds < 5);
  CHECK(rehearsed.discuss_seconds == wire::discuss_seconds_min);
  settings.question_count = 1;
  settings.exam_unscored_count = 0;
  CHECK(rehearsal_settings(settings, 8).question_count == 1);
}

TEST_CASE("a host in the lobby starts a rehearsal on the server in use, with no more players than seats") {
  Player player = host();
  CHECK(can_rehearse(player.model));
  player.does(BeginRehearsal{});
  auto started = player.all<StartRehearsal>();
  REQUIRE(started.size() == 1);
  CHECK(started[0].address == "quiz.example:7000");
  CHECK(started[0].bots == 12);
  CHECK(started[0].settings.rehearsal);
  CHECK(player.sent<wire::CommandRoom>().empty());
  player.does(BeginRehearsal{});
  CHECK(player.all<StartRehearsal>().empty());  // one at a time
  player.does(RehearsalProgressed{started[0].run, {5, 0, 0, 0}});
  CHECK(player.model.rehearsal.progress.joined == 5);
  player.does(RehearsalEnded{started[0].run, good(12)});
  CHECK(player.model.rehearsal.stage == RehearsalStage::Ended);
  CHECK(player.model.rehearsal.measures == good(12));
  player.does(ResetRehearsal{});
  player.does(SetRehearsalBots{500});
  CHECK(player.model.rehearsal.bots == 12);
  player.does(SetRehearsalBots{0});
  CHECK(player.model.rehearsal.bots == 1);
  player.does(BeginRehearsal{});
  started = player.all<StartRehearsal>();
  REQUIRE(started.size() == 1);
  CHECK(started[0].bots == 1);
  player.does(RehearsalEnded{started[0].run - 1, good(12)});  // an earlier one's last word
  CHECK(player.model.rehearsal.stage == RehearsalStage::Running);
}

TEST_CASE("a rehearsal that is broken off judges nothing, and a start or a departure breaks it off") {
  Player player = host();
  player.does(BeginRehearsal{});
  const std::uint64_t run = player.all<StartRehearsal>().at(0).run;
  player.does(StopRehearsal{});
  CHECK(player.all<CancelRehearsal>().size() == 1);
  CHECK(player.model.rehearsal.stage == RehearsalStage::Cancelling);
  player.does(StopRehearsal{});
  CHECK(player.all<CancelRehearsal>().empty());
  player.does(RehearsalEnded{run, good(12)});
  CHECK(player.model.rehearsal.stage == RehearsalStage::Idle);
  CHECK_FALSE(player.model.rehearsal.measures);

  player.does(BeginRehearsal{});
  player.hears(2, wire::MatchStarted{});
  CHECK(player.all<CancelRehearsal>().size() == 1);
  CHECK_FALSE(can_rehearse(player.model));

  Player leaver = host();
  leaver.does(BeginRehearsal{});
  leaver.does(Leave{});
  CHECK(leaver.all<CancelRehearsal>().size() == 1);
}

TEST_CASE("the class report keeps the names of those who leave, and goes with the rights") {
  Player player = host();
  player.hears(2, wire::RosterChanged{{{{2}, "Bob", wire::Role::Player, true, true}}, {}});
  wire::ClassReported report;
  report.rows = {{{2}, 5, 800, true}};
  player.told(2, report);
  player.hears(3, wire::RosterChanged{{}, {{2}}});
  REQUIRE(player.model.room->class_report == report);
  CHECK(player.model.room->class_names.at({2}) == "Bob");
  player.told(3, wire::RightsChanged{wire::Rights::None, std::nullopt});
  CHECK_FALSE(player.model.room->class_report);
}
