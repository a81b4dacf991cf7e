#include <fmt/format.h>

#include <algorithm>

#include "tests/sim/fairness.hpp"

namespace certamen::sim {
namespace {

double milliseconds(Duration duration) {
  return static_cast<double>(duration.count()) / 1000.0;
}

// One contestant over many races.
struct Summary {
  Contestant contestant;
  std::int64_t races = 0;
  Duration mean_total{};
  Duration most = Duration::min();
  Duration least = Duration::max();
  std::int64_t points_above = 0;       // of the first contestant, in all races
  std::int64_t points_above_most = 0;  // in one race
  std::uint32_t round_trip_p50_ms = 0;
  std::uint32_t outside = 0;

  void add(const RaceResult& result, const RaceResult& first) {
    contestant = result.contestant;
    ++races;
    mean_total += result.advantage_mean;
    most = std::max(most, result.advantage_most);
    least = std::min(least, result.advantage_least);
    points_above += result.points - first.points;
    points_above_most = std::max(points_above_most, result.points - first.points);
    round_trip_p50_ms = std::max(round_trip_p50_ms, result.told.round_trip_p50_ms);
    outside += result.told.stamps_outside;
  }
  [[nodiscard]] double mean() const { return milliseconds(mean_total) / static_cast<double>(races); }
};

struct Summaries {
  std::vector<Summary> rows;
  std::int64_t spread_most = 0;
  std::int64_t questions = 0;
  std::string findings;
};

Summaries race_over(const std::vector<Contestant>& contestants, std::uint64_t first_seed, std::uint64_t last_seed,
                    std::uint32_t cap_ms) {
  Summaries all{std::vector<Summary>(contestants.size()), 0, 0, {}};
  for (std::uint64_t seed = first_seed; seed <= last_seed; ++seed) {
    Race race{seed, cap_ms, 10, contestants};
    const RaceOutcome outcome = run_race(race);
    for (std::size_t i = 0; i < contestants.size(); ++i) all.rows[i].add(outcome.results[i], outcome.results.front());
    all.spread_most = std::max(all.spread_most, outcome.points_spread);
    all.questions += race.questions;
    all.findings += outcome.findings;
  }
  return all;
}

}  // namespace

std::string fairness_tables(std::uint64_t first_seed, std::uint64_t last_seed) {
  const std::vector<Contestant> honest = unequal_honest();
  const Race standard;
  const Summaries with = race_over(honest, first_seed, last_seed, standard.credit_cap_ms);
  const Summaries without = race_over(honest, first_seed, last_seed, 0);
  std::string text = fmt::format(
      "{} matches of {} questions of 10 s, speed scoring, cap {} ms. Advantage: how much earlier an answer counted than it\n"
      "was pressed after the options appeared; below zero it was late.\n\n"
      "Equal reactions over unequal ways:\n"
      "| player | way there + back | jitter each | advantage, mean | least | most | without credit |\n"
      "|---|---|---|---|---|---|---|\n",
      last_seed - first_seed + 1, standard.questions, standard.credit_cap_ms);
  for (std::size_t i = 0; i < honest.size(); ++i) {
    const Summary& row = with.rows[i];
    const Route& route = row.contestant.route;
    text += fmt::format("| {} | {:.1f} + {:.1f} ms | {:.0f} ms | {:.1f} ms | {:.1f} ms | {:.1f} ms | {:.1f} ms |\n",
                        row.contestant.name, milliseconds(route.to_server), milliseconds(route.to_client),
                        milliseconds(route.jitter), row.mean(), milliseconds(row.least), milliseconds(row.most),
                        without.rows[i].mean());
  }
  text += fmt::format(
      "\nPoints between the best and the worst of them, at most in one match: {}; without credit {}.\n\n"
      "Liars, each with 15 + 15 ms and 4 ms of jitter:\n"
      "| strategy | advantage, mean | most | points a question above an honest neighbour | stamps outside |\n"
      "|---|---|---|---|---|\n",
      with.spread_most, without.spread_most);
  const Summaries lies = race_over(liars(), first_seed, last_seed, standard.credit_cap_ms);
  for (const Summary& row : lies.rows) {
    text += fmt::format("| {} | {:.1f} ms | {:.1f} ms | {:.1f} | {} of {} |\n", name_of(row.contestant.strategy), row.mean(),
                        milliseconds(row.most), static_cast<double>(row.points_above) / static_cast<double>(lies.questions),
                        row.outside, lies.questions);
  }
  const std::string findings = with.findings + without.findings + lies.findings;
  return findings.empty() ? text : text + "\n" + findings;
}

}  // namespace certamen::sim
