// Races of equal reactions over unequal routes: what an honest way costs, and what a lie about it earns.
//
// Every contestant is a real program that presses its right answer the same time after the options appeared on its own
// screen. How far the time that counted is below that time is its advantage: an honest contestant's is the error of
// measurement, a liar's is what the lie earned. All checkers look on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/sim/network.hpp"

namespace certamen::sim {

enum class Strategy : std::uint8_t {
  Honest,
  DelayEchoes,         // lets the server measure a long way; stamps are true
  ForgeStamps,         // claims to have chosen a second earlier; the way is measured truly
  DelayAndForge,       // both
  PretendAsymmetry,    // sends its pings late, so that its own clock runs ahead and its screen opens early
  DelayForgeAtTheEnd,  // saves its quota: honest in the first half, both in the second
  LookEarly,           // shows the options when they come, not when they open; stamps are true
  LookDelayForge,      // everything at once
};
inline constexpr std::size_t strategy_count = 8;
[[nodiscard]] std::string name_of(Strategy strategy);

struct Contestant {
  std::string name;
  Route route;
  Strategy strategy = Strategy::Honest;
};

struct RaceResult {
  Contestant contestant;
  std::size_t answers = 0;
  Duration advantage_mean{};
  Duration advantage_most{};   // of any one answer
  Duration advantage_least{};  // likewise; negative: time lost
  std::int64_t points = 0;
  std::uint32_t rank = 0;
  wire::FairnessRow told{};  // what the host reads
};

struct Race {
  std::uint64_t seed = 1;
  std::uint32_t credit_cap_ms = 300;
  std::uint32_t questions = 10;
  std::vector<Contestant> contestants;
};

struct RaceOutcome {
  std::vector<RaceResult> results;   // in the order of the contestants
  std::uint32_t ranks_changed = 0;   // without credit
  std::int64_t points_spread = 0;    // between the best and the worst of the honest
  std::int64_t points_per_step = 0;  // what one step of the time that counts is worth in one question, rounded up
  std::string findings;              // of the checkers; empty when all is well
};

[[nodiscard]] RaceOutcome run_race(const Race& race);

// Routes with round trips from 5 to 400 ms: short, long, uneven, unsteady.
[[nodiscard]] std::vector<Contestant> unequal_honest();
// One liar per strategy on a good route, and an honest neighbour.
[[nodiscard]] std::vector<Contestant> liars();

// The tables of server/README.md, over these seeds.
[[nodiscard]] std::string fairness_tables(std::uint64_t first_seed, std::uint64_t last_seed);

}  // namespace certamen::sim
