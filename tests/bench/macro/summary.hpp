// What the measurements come to: figures of each run as medians over its rounds, and what was promised of them.
//
// Pure: JSON of runs.hpp in, values out.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace certamen::bench {

struct Spread {
  double median = 0;
  double least = 0;
  double most = 0;
};
// Requires at least one value.
[[nodiscard]] Spread spread_of(std::vector<double> values);

// Of a run's rounds. Requires at least one round.
[[nodiscard]] Spread over_rounds(const nlohmann::json& run, const std::function<double(const nlohmann::json& round)>& value);
// Requires that there is one of this name.
[[nodiscard]] const nlohmann::json& phase_of(const nlohmann::json& phases, const std::string& name);

// Microseconds of the server's CPU, over the rounds of a paired run. Phases: announce, ask, storm, reveal, ranking; of the
// floor also "message", its fan-out of 400 bytes. A reveal is counted by players, everything else by messages.
[[nodiscard]] Spread cpu_of(const nlohmann::json& paired, const std::string& target, const std::string& phase);
// A question on its way to the players: what announce and ask cost together, by messages.
[[nodiscard]] Spread question_cpu_of(const nlohmann::json& paired, const std::string& target);

// One promise of the project, and what became of it in this run.
struct Verdict {
  std::string what;
  std::string measured;
  std::string promised;
  bool kept = false;
};
// Of everything that was run; what was not run is not judged.
[[nodiscard]] std::vector<Verdict> verdicts_of(const nlohmann::json& all);

}  // namespace certamen::bench
