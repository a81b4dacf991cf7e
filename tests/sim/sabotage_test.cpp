// Every checker fails when the promise it guards is broken, and no other does.
//
// The same seeds are played twice: untouched, when nobody may find anything, and with one promise broken between the
// parts, when exactly the checker in question must.
#include <set>

#include "tests/sim/simulation.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace certamen::sim;
using Names = std::set<std::string>;

struct Verdict {
  Names checkers;  // that reported something
  bool acted = false;
};

Verdict play(const std::vector<Plan>& plans, Sabotage sabotage) {
  Verdict verdict;
  for (const Plan& plan : plans) {
    Options options;
    options.seed = plan.seed;
    options.plan = plan;
    options.sabotage = sabotage;
    const Outcome outcome = simulate_twice(options);
    verdict.acted = verdict.acted || outcome.sabotaged;
    for (const Finding& finding : outcome.findings) verdict.checkers.insert(finding.checker);
  }
  return verdict;
}

std::vector<Plan> some_plans(std::uint64_t count = 6) {
  std::vector<Plan> plans;
  for (std::uint64_t seed = 1; seed <= count; ++seed) plans.push_back(make_plan(seed, 3));
  return plans;
}

void notices(std::string_view checker, Sabotage sabotage, const std::vector<Plan>& plans = some_plans()) {
  CHECK(play(plans, Sabotage::None).checkers == Names{});
  const Verdict verdict = play(plans, sabotage);
  CHECK(verdict.acted);
  CHECK(verdict.checkers == Names{std::string(checker)});
}

}  // namespace

TEST_CASE("checker key secrecy notices an explanation that leaves early") {
  notices(KeySecrecy::name, Sabotage::LeakExplanation);
}

TEST_CASE("checker key secrecy notices a spelling that leaves early") {
  notices(KeySecrecy::name, Sabotage::LeakSpelling);
}

TEST_CASE("checker key secrecy notices a right order that leaves early") {
  notices(KeySecrecy::name, Sabotage::LeakOrder);
}

TEST_CASE("checker key secrecy notices an explanation behind a team's votes") {
  notices(KeySecrecy::name, Sabotage::LeakToTeam, some_plans(40));
}

TEST_CASE("checker key secrecy notices a host's ticket sent to a player") {
  notices(KeySecrecy::name, Sabotage::LeakHostTicket);
}

TEST_CASE("checker counted answers notices an acknowledgement before the commit") {
  notices(CountedAnswers::name, Sabotage::AcknowledgeEarly);
}

TEST_CASE("checker counted answers notices a forged instant of receipt") {
  notices(CountedAnswers::name, Sabotage::ForgeReceipt);
}

TEST_CASE("checker board notices points that count twice") {
  notices(Board::name, Sabotage::DoubleResults);
}

TEST_CASE("checker model equals room notices a frame lost inside a connection") {
  notices(ModelEqualsRoom::name, Sabotage::DropFrame);
}

TEST_CASE("checker room isolation notices another room's event") {
  notices(RoomIsolation::name, Sabotage::StrayFrame);
}

TEST_CASE("checker everything ends notices timers that never ring") {
  std::vector<Plan> plans = some_plans();
  // Without ticks there are no heartbeats either: a crash would lose time as well.
  for (Plan& plan : plans) plan.crashes.clear();
  notices(EverythingEnds::name, Sabotage::LoseTimers, plans);
}

TEST_CASE("checker limits notices a reader who is never cut off") {
  std::vector<Plan> plans = some_plans();
  for (Plan& plan : plans) plan.outbox_bytes_max = 2 * 1024;
  notices(Limits::name, Sabotage::NeverCutOff, plans);
}

TEST_CASE("checker replay notices an entry gone from a journal") {
  notices(Replay::name, Sabotage::LoseEntry);
}

TEST_CASE("checker same seed notices other luck in a second run") {
  notices(same_seed, Sabotage::Diverge);
}

TEST_CASE("checker remaining time notices a timeline that runs while the server is down") {
  std::vector<Plan> plans = some_plans();
  for (Plan& plan : plans) plan.crashes = {{Instant{10s}, certamen::wire::Phase::Asking, 300ms, 2s, false, 2}};
  notices(RemainingTime::name, Sabotage::RestoreLate, plans);
}

TEST_CASE("checker remaining time notices a member who is told another time") {
  notices(RemainingTime::name, Sabotage::SkewClock);
}

TEST_CASE("checker board notices a result told with other points") {
  notices(Board::name, Sabotage::LieOfResult);
}

TEST_CASE("checker board notices an exam told better than it was written") {
  notices(Board::name, Sabotage::LieOfExam);
}

TEST_CASE("checker board notices a voided question that counts") {
  notices(Board::name, Sabotage::KeepVoided, some_plans(15));
}

TEST_CASE("checker board notices a question of an exam that counts and must not") {
  notices(Board::name, Sabotage::ScoreUnscored, some_plans(30));
}

TEST_CASE("checker board notices answers scored by another key than the corrected one") {
  notices(Board::name, Sabotage::KeepOldKey, some_plans(15));
}

TEST_CASE("checker board notices points of an extended question that follow another time") {
  notices(Board::name, Sabotage::ScoreUnextended, some_plans(15));
}

TEST_CASE("checker remaining time notices a question extended by less than ordered") {
  notices(RemainingTime::name, Sabotage::ExtendLess, some_plans(15));
}

TEST_CASE("checker admission notices somebody who enters a locked room") {
  notices(Admission::name, Sabotage::OpenTheDoor, some_plans(15));
}

TEST_CASE("checker admission notices somebody who was banned and is back") {
  notices(Admission::name, Sabotage::ReadmitBanned, some_plans(30));
}

TEST_CASE("checker admission notices a removed seat that goes on") {
  notices(Admission::name, Sabotage::KeepRemoved, some_plans(15));
}

TEST_CASE("checker admission notices somebody who enters without the password") {
  notices(Admission::name, Sabotage::ForgetPassword, some_plans(15));
}

TEST_CASE("checker key secrecy notices a room that obeys another ticket than its host's") {
  notices(KeySecrecy::name, Sabotage::ObeyAnybody);
}

TEST_CASE("checker succession notices a room taken over from a host who is there") {
  notices(Succession::name, Sabotage::SnatchHost, some_plans(15));
}

TEST_CASE("checker teams notices a member who hears how another team voted") {
  notices(Teams::name, Sabotage::TellOtherTeam, some_plans(40));
}

TEST_CASE("checker teams notices a vote that nobody gave") {
  notices(Teams::name, Sabotage::TwistVotes, some_plans(15));
}

TEST_CASE("checker teams notices a player who hears the standings that are kept back") {
  notices(Teams::name, Sabotage::TellKeptBack, some_plans(15));
}

TEST_CASE("checker board notices teams in a freeze that are not those of before it") {
  notices(Board::name, Sabotage::MiscountTeams, some_plans(40));
}

TEST_CASE("checker board notices standings kept back that everybody may see") {
  notices(Board::name, Sabotage::FreezeUnasked, some_plans(15));
}

TEST_CASE("checker board notices more time that does not count") {
  notices(Board::name, Sabotage::IgnoreAllowance, some_plans(30));
}
