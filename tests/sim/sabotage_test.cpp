// Each checker must be able to fail: a rule broken on purpose is noticed by the checker that guards it.
#include <algorithm>
#include <string>

#include "tests/sim/simulation.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::sim;

namespace {

// Plays seeds until the saboteur finds an occasion that is noticed; a saboteur may act without consequence in one seed.
void expect_noticed(Sabotage sabotage, std::string_view checker) {
  std::string seen;
  bool acted = false;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Options options;
    options.seed = seed;
    options.sabotage = sabotage;
    const Outcome outcome = simulate_twice(options);
    acted = acted || outcome.sabotaged;
    if (!outcome.sabotaged) continue;
    for (const Finding& finding : outcome.findings) seen += std::string(finding.checker) + "; ";
    const bool noticed = std::any_of(outcome.findings.begin(), outcome.findings.end(),
                                     [checker](const Finding& finding) { return finding.checker == checker; });
    if (noticed) return;
  }
  INFO("noticed instead: " << seen);
  REQUIRE(acted);
  FAIL("the checker '" << checker << "' noticed nothing");
}

}  // namespace

TEST_CASE("key secrecy notices an explanation that leaks") {
  expect_noticed(Sabotage::LeakExplanation, KeySecrecy::name);
}
TEST_CASE("key secrecy notices a host ticket in other hands") {
  expect_noticed(Sabotage::LeakHostTicket, KeySecrecy::name);
}
TEST_CASE("counted answers notices an acknowledgement before its commit") {
  expect_noticed(Sabotage::AcknowledgeEarly, CountedAnswers::name);
}
TEST_CASE("counted answers notices a forged instant of receipt") {
  expect_noticed(Sabotage::ForgeReceipt, CountedAnswers::name);
}
TEST_CASE("board notices points that count twice") {
  expect_noticed(Sabotage::DoubleResults, Board::name);
}
TEST_CASE("model equals room notices a frame that vanished") {
  expect_noticed(Sabotage::DropFrame, ModelEqualsRoom::name);
}
TEST_CASE("room isolation notices a stray frame") {
  expect_noticed(Sabotage::StrayFrame, RoomIsolation::name);
}
TEST_CASE("everything ends notices rooms that are not ticked") {
  expect_noticed(Sabotage::LoseTimers, EverythingEnds::name);
}
TEST_CASE("limits notices readers that are served for ever") {
  const auto limits_found = [](Sabotage sabotage) {
    Options options;
    options.seed = 5;
    options.sabotage = sabotage;
    options.plan = make_plan(options.seed, std::nullopt);
    options.plan->outbox_bytes_max = 400;  // less than a snapshot, so that everyone is a slow reader
    const Outcome outcome = simulate(options);
    return std::any_of(outcome.findings.begin(), outcome.findings.end(),
                       [](const Finding& finding) { return finding.checker == Limits::name; });
  };
  REQUIRE_FALSE(limits_found(Sabotage::None));
  REQUIRE(limits_found(Sabotage::NeverCutOff));
}
TEST_CASE("replay notices a lost entry") {
  expect_noticed(Sabotage::LoseEntry, Replay::name);
}
TEST_CASE("same seed notices other luck") {
  expect_noticed(Sabotage::Diverge, same_seed);
}
TEST_CASE("remaining time notices time that went on while the server was down") {
  expect_noticed(Sabotage::RestoreLate, RemainingTime::name);
}
TEST_CASE("remaining time notices a client with another clock") {
  expect_noticed(Sabotage::SkewClock, RemainingTime::name);
}
