#include "tests/bench/macro/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tests/bench/macro/summary.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;

bool has_phase(const json& phases, const std::string& name) {
  return std::any_of(phases.begin(), phases.end(), [&](const json& phase) { return phase.at("phase") == name; });
}

std::string table_of(const json& run) {
  std::string text =
      fmt::format("\n{} players in {} room(s), {} rounds; CPU of the server in us by message (reveal: by player)\n",
                  run.at("players").get<int>(), run.at("rooms").get<int>(), run.at("rounds").size());
  text += fmt::format("  {:<10}{:>22}{:>22}{:>22}{:>22}\n", "", "floor", "one shard", "TLS", "two shards");
  for (const char* phase : {"announce", "ask", "storm", "reveal", "ranking", "message"}) {
    text += fmt::format("  {:<10}", phase);
    for (const char* target : {"floor", "plain", "tls", "two_shards"}) {
      if (!has_phase(run.at("rounds").at(0).at(target), phase)) {
        text += fmt::format("{:>22}", "");
        continue;
      }
      const Spread spread = cpu_of(run, target, phase);
      text += fmt::format("{:>22}", fmt::format("{:.1f} ({:.1f}-{:.1f})", spread.median, spread.least, spread.most));
    }
    text += '\n';
  }
  const json& seating = run.at("seating");
  for (const char* target : {"plain", "tls", "two_shards"}) {
    const json& seated = seating.at(target);
    const double players = run.at("players");
    text += fmt::format("  {}: {:.0f} joins a second, {:.0f} us of CPU and {:.1f} KiB of memory a player\n", target,
                        players / (seated.at("wall_us").get<double>() / 1e6),
                        seated.at("server_cpu_us").get<double>() / players, seated.at("memory_kib").get<double>() / players);
  }
  const auto load_share = [](const json& round) {
    const json& storm = phase_of(round.at("plain"), "storm");
    return storm.at("load_cpu_us").get<double>() / storm.at("wall_us").get<double>();
  };
  const auto surplus = [](const json& round) {
    double sum = 0;
    for (const json& phase : round.at("plain")) sum += phase.at("surplus").get<double>();
    return sum;
  };
  text += fmt::format("  the load used {:.0f} % of a core in the storm; {:.0f} messages more than one a player and event\n",
                      100 * over_rounds(run, load_share).median, over_rounds(run, surplus).most);
  return text;
}

std::string client_lines(const json& client) {
  std::string text = "\nClient, software rendering, a changed screen from model to window\n";
  for (const json& size : client.at("frames")) {
    text += fmt::format("  {}x{}: {:.1f} ms median, {:.1f} ms 99th percentile; slowest {} with {:.1f} ms\n",
                        size.at("width").get<int>(), size.at("height").get<int>(), size.at("frame_ms").get<double>(),
                        size.at("frame_p99_ms").get<double>(), size.at("slowest").get<std::string>(),
                        size.at("slowest_p99_ms").get<double>());
  }
  const json& program = client.at("program");
  text += fmt::format("  at rest {:.1f} % of a core, {:.0f} MiB in memory of which {:.0f} its own\n",
                      100 * program.at("idle_cpu_share").get<double>(), program.at("resident_kib").get<double>() / 1024,
                      program.at("own_kib").get<double>() / 1024);
  return text;
}

// As Google Benchmark writes them.
std::string micro_lines(const json& micro) {
  std::string text = "\nSteps, without sockets and disk (CPU)\n";
  for (const json& step : micro.at("benchmarks")) {
    text += fmt::format("  {:<40}{:>12.1f} {}\n", step.at("name").get<std::string>(), step.at("cpu_time").get<double>(),
                        step.at("time_unit").get<std::string>());
  }
  return text;
}

}  // namespace

std::string text_of(const json& all) {
  std::string text = fmt::format("Certamen {} on {}, {} cores\n", all.at("version").get<std::string>(),
                                 all.at("machine").get<std::string>(), all.at("cores").get<int>());
  for (const json& run : all.at("paired")) text += table_of(run);
  if (all.contains("rooms")) {
    const json& run = all.at("rooms");
    const auto storm = [](const json& round) { return phase_of(round, "storm").at("wait_us").at("p99").get<double>(); };
    const auto ask = [](const json& round) { return phase_of(round, "ask").at("spread_us").get<double>(); };
    text += fmt::format(
        "\n{} rooms, {} players, two shards: all answer at once, 99 of 100 acknowledged within {:.0f} ms; questions of all "
        "rooms "
        "out within {:.0f} ms\n",
        run.at("rooms").get<int>(), run.at("players").get<int>(), over_rounds(run, storm).median / 1e3,
        over_rounds(run, ask).median / 1e3);
  }
  if (all.contains("client")) text += client_lines(all.at("client"));
  if (all.contains("micro")) text += micro_lines(all.at("micro"));
  text += fmt::format("\n{:<72}{:>14}{:>22}\n", "promised", "measured", "bound");
  for (const Verdict& verdict : verdicts_of(all)) {
    text += fmt::format("{:<72}{:>14}{:>22}  {}\n", verdict.what, verdict.measured, verdict.promised,
                        verdict.kept ? "kept" : "MISSED");
  }
  return text;
}

}  // namespace certamen::bench
