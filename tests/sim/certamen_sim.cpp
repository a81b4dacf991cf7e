// certamen-sim: plays simulations by seed, to find a failure again and to look at it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

#include "tests/sim/fairness.hpp"
#include "tests/sim/simulation.hpp"

namespace {

using certamen::sim::Options;
using certamen::sim::Outcome;

constexpr int exit_usage = 2;

void print_tally(const Outcome& outcome) {
  const certamen::sim::Tally& tally = outcome.tally;
  std::fputs(
      fmt::format(
          "seed {}: digest {:016x}, {} s; {} rooms, {} answers, {} rankings, {} exam results, {} changed "
          "answers, {} events, {} rests, {} pauses, {} lives "
          "({} rooms' times compared), {} corrections, {} extensions, {} removals, {} refusals, {} passwords, {} takeovers "
          "{} team rankings, {} frozen rankings, {} team votes, "
          "({} of waiting rooms), {} replays, {} deaths, {} frames, {} steps\n",
          outcome.plan.seed, outcome.digest, tally.length.count() / 1'000'000, tally.rooms, tally.answers, tally.rankings,
          tally.exams, tally.changes, tally.events, tally.rests, tally.resumptions, tally.lives, tally.restarts,
          tally.corrections, tally.extensions, tally.removals, tally.refusals, tally.passwords, tally.takeovers,
          tally.team_rankings, tally.frozen_rankings, tally.team_votes, tally.goings_on, tally.replays, tally.deaths,
          tally.frames, tally.steps)
          .c_str(),
      stdout);
}

// "A..B", both included.
bool split_range(const std::string& range, std::uint64_t& first, std::uint64_t& last) {
  const std::size_t dots = range.find("..");
  if (dots == std::string::npos) return false;
  const auto number = [](const std::string& text, std::uint64_t& value) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos || text.size() > 18) return false;
    value = std::stoull(text);
    return true;
  };
  return number(range.substr(0, dots), first) && number(range.substr(dots + 2), last) && first <= last;
}

int play(std::uint64_t first, std::uint64_t last, Options options, bool tally) {
  std::uint64_t failures = 0;
  certamen::sim::Counts coverage;
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    options.seed = seed;
    const Outcome outcome = simulate_twice(options);
    if (tally) print_tally(outcome);
    for (const auto& [name, count] : outcome.coverage) coverage[name] += count;
    const std::string found = report(outcome, options);
    if (found.empty()) continue;
    ++failures;
    std::fputs((found + "\n").c_str(), stdout);
  }
  for (const auto& [name, count] : coverage) {
    if (tally) std::fputs(fmt::format("{:>8} {}\n", count, name).c_str(), stdout);
  }
  std::fputs(fmt::format("{} seeds, {} failed\n", last - first + 1, failures).c_str(), stdout);
  return failures == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char* argv[]) {
  CLI::App parser(
      "certamen-sim: plays whole matches of the real hubs and the real client models under a virtual clock and a cruel\n"
      "network, each from one seed, with every checker looking on. Exit codes: 0 nothing found, 1 something, 2 wrong usage.",
      "certamen-sim");
  Options options;
  std::uint64_t seed = 1;
  std::uint32_t shards = 0;
  std::string range;
  bool tally = false;
  parser.add_option("--seed", seed, "The seed to play")->capture_default_str();
  parser.add_option("--seeds", range, "Several seeds, as A..B")->type_name("A..B");
  parser.add_option("--shards", shards, "Shards of the server, instead of what the seed says")->check(CLI::Range(1, 16));
  parser.add_flag("--verbose", options.verbose, "Tell every event");
  parser.add_flag("--tally", tally, "Tell how much there was to check");
  bool fairness = false;
  parser.add_flag("--fairness", fairness,
                  "Race equal reactions over unequal ways, and liars, over --seeds (1..20 by default), and tell what each "
                  "gained");
  try {
    parser.parse(argc, argv);
  } catch (const CLI::Success& done) {
    return parser.exit(done);
  } catch (const CLI::ParseError& error) {
    std::fputs(fmt::format("certamen-sim: {} (see certamen-sim --help)\n", error.what()).c_str(), stderr);
    return exit_usage;
  }
  if (shards != 0) options.shards = shards;
  std::uint64_t first = seed;
  std::uint64_t last = seed;
  if (!range.empty() && !split_range(range, first, last)) {
    std::fputs("certamen-sim: --seeds wants A..B (see certamen-sim --help)\n", stderr);
    return exit_usage;
  }
  if (fairness) {
    const bool chosen = !range.empty() || parser.count("--seed") > 0;
    std::fputs(certamen::sim::fairness_tables(chosen ? first : 1, chosen ? last : 20).c_str(), stdout);
    return 0;
  }
  return play(first, last, options, tally || options.verbose);
}
