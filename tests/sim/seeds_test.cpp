// Whole simulations from many seeds, each played twice: no checker may find anything, and both runs must be one story.
#include "tests/sim/simulation.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::sim;

namespace {

constexpr std::uint64_t seeds_per_case = 25;

// Seeds of one case, so that ctest can run several at a time.
void play(std::uint64_t chunk) {
  Tally whole;
  Counts coverage;
  for (std::uint64_t i = 1; i <= seeds_per_case; ++i) {
    Options options;
    options.seed = chunk * seeds_per_case + i;
    const Outcome outcome = simulate_twice(options);
    INFO(report(outcome, options));
    REQUIRE(outcome.findings.empty());
    whole.answers += outcome.tally.answers;
    whole.replays += outcome.tally.replays;
    whole.deaths += outcome.tally.deaths;
    whole.exams += outcome.tally.exams;
    whole.changes += outcome.tally.changes;
    whole.lives += outcome.tally.lives;
    whole.corrections += outcome.tally.corrections;
    whole.extensions += outcome.tally.extensions;
    whole.removals += outcome.tally.removals;
    whole.refusals += outcome.tally.refusals;
    whole.passwords += outcome.tally.passwords;
    whole.takeovers += outcome.tally.takeovers;
    whole.team_rankings += outcome.tally.team_rankings;
    whole.frozen_rankings += outcome.tally.frozen_rankings;
    whole.team_votes += outcome.tally.team_votes;
    whole.goings_on += outcome.tally.goings_on;
    for (const auto& [name, count] : outcome.coverage) coverage[name] += count;
  }
  // A chunk in which nothing happened would prove nothing.
  CHECK(whole.answers > 100);
  CHECK(whole.replays > seeds_per_case);
  CHECK(whole.deaths > 10);
  CHECK(whole.exams > 5);
  CHECK(whole.changes > 5);
  CHECK(whole.lives > seeds_per_case);
  CHECK(whole.corrections > 0);
  CHECK(whole.extensions > 0);
  CHECK(whole.removals > 0);
  CHECK(whole.refusals > 0);
  CHECK(whole.passwords > 0);
  CHECK(whole.takeovers > 0);
  CHECK(whole.goings_on > 0);
  CHECK(whole.team_rankings > 0);
  CHECK(whole.frozen_rankings > 0);
  CHECK(whole.team_votes > 0);
  CHECK(missing(coverage) == "");
}

}  // namespace

TEST_CASE("seeds 1 to 25") {
  play(0);
}
TEST_CASE("seeds 26 to 50") {
  play(1);
}
TEST_CASE("seeds 51 to 75") {
  play(2);
}
TEST_CASE("seeds 76 to 100") {
  play(3);
}
TEST_CASE("seeds 101 to 125") {
  play(4);
}
TEST_CASE("seeds 126 to 150") {
  play(5);
}
TEST_CASE("seeds 151 to 175") {
  play(6);
}
TEST_CASE("seeds 176 to 200") {
  play(7);
}
TEST_CASE("seeds 201 to 225") {
  play(8);
}
TEST_CASE("seeds 226 to 250") {
  play(9);
}
