// The real server killed at random instants of many games: nothing it promised may be lost.
#include "tests/loopback/crash/run.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::test;

TEST_CASE("acceptance 15: fifty kills at random instants lose no acknowledged answer, no room and no time") {
  CrashPlan plan;
  plan.seed = 20260;
  plan.kills = 50;
  const CrashFigures figures = run_crashes(plan, [](const std::string&) {});
  INFO(text_of(figures));
  REQUIRE(figures.broken.empty());
  REQUIRE(figures.kills == plan.kills);
  REQUIRE(figures.exit_code == 0);
  // It was about something: games went on between the kills, and were cut in mid-question.
  REQUIRE(figures.acknowledged >= 50);
  REQUIRE(figures.rooms_in_question >= 10);
  REQUIRE(figures.times_compared >= 10);
  REQUIRE(figures.a_false_promise_is_found);
}
