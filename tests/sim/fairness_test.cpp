#include "tests/sim/fairness.hpp"

#include <algorithm>

#include "server/room/fair_time.hpp"
#include "server/room/room.hpp"
#include "tests/support/catch.hpp"

namespace certamen::sim {
namespace {

constexpr Duration stated_error = room::error_tenths * exam::time_step;

Duration lead_of(std::uint32_t cap_ms) {
  return std::max<Duration>(room::opening_lead, std::chrono::milliseconds(cap_ms));
}

}  // namespace

TEST_CASE("equal reactions over unequal ways come out equal within the stated error") {
  const std::uint64_t seed = GENERATE(1ULL, 2ULL, 3ULL, 4ULL);
  const RaceOutcome outcome = run_race({seed, 300, 10, unequal_honest()});
  CHECK(outcome.findings == "");
  for (const RaceResult& result : outcome.results) {
    CAPTURE(result.contestant.name, seed);
    REQUIRE(result.answers == 10);
    CHECK(result.advantage_least >= -stated_error);
    CHECK(result.advantage_most <= stated_error);
    CHECK(result.told.stamps_outside == 0);
    const Route& route = result.contestant.route;
    CHECK(std::chrono::milliseconds(result.told.round_trip_p50_ms) >= route.to_server + route.to_client - 1ms);
  }
  CHECK(outcome.points_spread <= 10 * outcome.points_per_step);
}

TEST_CASE("without credit the same reactions are worth what the way leaves of them") {
  const RaceOutcome outcome = run_race({1, 0, 10, unequal_honest()});
  CHECK(outcome.findings == "");
  CHECK(outcome.points_spread > 10 * outcome.points_per_step);
  for (const RaceResult& result : outcome.results) CHECK(result.told.credit_ms == 0);
}

TEST_CASE("acceptance 11: a client that delays its pings or forges stamps gains at most the room's cap") {
  const std::uint32_t cap_ms = GENERATE(0U, 100U, 300U, 1000U);
  const Duration cap = std::chrono::milliseconds(cap_ms);
  const RaceOutcome outcome = run_race({7, cap_ms, 10, liars()});
  CHECK(outcome.findings == "");
  for (const RaceResult& result : outcome.results) {
    CAPTURE(result.contestant.name, name_of(result.contestant.strategy), cap_ms, result.advantage_most.count());
    REQUIRE(result.answers == 10);
    // What it costs that options are on their way before they open is another matter than the credit for the way back.
    Duration most = cap;
    if (result.contestant.strategy == Strategy::PretendAsymmetry) most = lead_of(cap_ms);
    if (result.contestant.strategy == Strategy::LookEarly) most = lead_of(cap_ms);
    if (result.contestant.strategy == Strategy::LookDelayForge) most = lead_of(cap_ms) + cap;
    CHECK(result.advantage_most <= most);
    wire::RoomSettings settings;
    settings.credit_cap_ms = cap_ms;
    CHECK(std::chrono::milliseconds(result.told.credit_ms) <= room::credit_quota(settings, 10));
  }
}

TEST_CASE("each lie alone earns no more than the jitter; only both together earn, and the quota ends it") {
  const RaceOutcome outcome = run_race({3, 300, 10, liars()});
  const auto result_of = [&outcome](Strategy strategy) {
    return *std::find_if(outcome.results.begin(), outcome.results.end(),
                         [strategy](const RaceResult& each) { return each.contestant.strategy == strategy; });
  };
  CHECK(result_of(Strategy::DelayEchoes).advantage_most <= 1ms);
  CHECK(result_of(Strategy::ForgeStamps).advantage_most <= 10ms);
  CHECK(result_of(Strategy::ForgeStamps).told.stamps_outside == 10);
  const RaceResult both = result_of(Strategy::DelayAndForge);
  CHECK(both.advantage_most > 200ms);
  CHECK(both.advantage_least <= 0ms);  // nothing was left for the last question
  CHECK(both.told.credit_ms == 2250);
  CHECK(both.told.round_trip_p50_ms > 1000);  // which the host sees
  CHECK(both.told.stamps_outside == 10);
}

}  // namespace certamen::sim
