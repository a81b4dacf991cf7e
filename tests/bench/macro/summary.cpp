#include "tests/bench/macro/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace certamen::bench {
namespace {

using nlohmann::json;

// In a reveal each player gets two or three messages, which leave together.
double units_of(const json& run, const std::string& target, const json& phase) {
  const bool by_player = target != "floor" && phase.at("phase") == "reveal";
  return by_player ? run.at("players").get<double>() : phase.at("messages").get<double>();
}

Verdict at_most(const std::string& what, double measured, double most, const std::string& form) {
  return {what, fmt::format(fmt::runtime(form), measured), "at most " + fmt::format(fmt::runtime(form), most),
          measured <= most};
}

double milliseconds(double microseconds) {
  return microseconds / 1e3;
}

void judge_paired(const json& run, std::vector<Verdict>& verdicts) {
  const auto players = run.at("players").get<int>();
  const auto of = [&](const std::string& what) { return fmt::format("{}, {} players", what, players); };
  const double floor_message = cpu_of(run, "floor", "message").median;
  const double question = question_cpu_of(run, "plain").median;
  const double floor_question = question_cpu_of(run, "floor").median;
  if (players >= 1000) {
    verdicts.push_back(at_most(of("CPU of a question, of the floor's"), question / floor_question, 1.25, "{:.2f}"));
    verdicts.push_back(
        at_most(of("the same with TLS, of the plain one's"), question_cpu_of(run, "tls").median / question, 2.2, "{:.2f}"));
    verdicts.push_back(at_most(of("CPU of a reveal with the own result, of a floor message's"),
                               cpu_of(run, "plain", "reveal").median / floor_message, 1.4, "{:.2f}"));
  }
  if (players == 1000 || players == 5000) {
    verdicts.push_back(at_most(of("CPU of an answer journaled and acknowledged, of the floor's"),
                               cpu_of(run, "plain", "storm").median / cpu_of(run, "floor", "storm").median, 1.8, "{:.2f}"));
  }
  if (players == 1000) {
    const auto spread = [&](const std::string& target) {
      return over_rounds(run,
                         [&](const json& round) { return phase_of(round.at(target), "ask").at("spread_us").get<double>(); })
          .median;
    };
    verdicts.push_back(at_most(of("a question's spread from first to last, of the floor's"),
                               spread("plain") / spread("floor"), 1.3, "{:.2f}"));
  }
  const auto per_seat = [&](const char* target) {
    return run.at("seating").at(target).at("memory_kib").get<double>() / players;
  };
  if (players >= 5000) {
    verdicts.push_back(at_most(of("memory of a seated player, plain"), per_seat("plain"), 4.0, "{:.1f} KiB"));
    verdicts.push_back(at_most(of("memory of a seated player, TLS"), per_seat("tls"), 24.0, "{:.1f} KiB"));
  }
}

// Between runs of other sizes: what must not grow.
void judge_growth(const json& all, std::vector<Verdict>& verdicts) {
  const auto run_of = [&](int players) -> const json* {
    for (const json& run : all.at("paired")) {
      if (run.at("players") == players) return &run;
    }
    return nullptr;
  };
  const json* small = run_of(100);
  const json* thousand = run_of(1000);
  const json* five = run_of(5000);
  const json* ten = run_of(10'000);
  if (small != nullptr && five != nullptr) {
    verdicts.push_back(at_most("CPU of an answer with 5000 players, of that with 100",
                               cpu_of(*five, "plain", "storm").median / cpu_of(*small, "plain", "storm").median, 1.5,
                               "{:.2f}"));
  }
  if (thousand != nullptr && ten != nullptr) {
    verdicts.push_back(at_most("CPU of a question with 10000 players, of that with 1000",
                               question_cpu_of(*ten, "plain").median / question_cpu_of(*thousand, "plain").median, 1.5,
                               "{:.2f}"));
  }
}

void judge_paced(const json& run, std::vector<Verdict>& verdicts) {
  const Spread wait =
      over_rounds(run, [](const json& round) { return phase_of(round, "storm").at("wait_us").at("p99").get<double>(); });
  const Spread results =
      over_rounds(run, [](const json& round) { return phase_of(round, "reveal").at("wall_us").get<double>(); });
  verdicts.push_back(
      at_most("1000 answers in a second: 99 of 100 acknowledged within", milliseconds(wait.median), 50, "{:.1f} ms"));
  verdicts.push_back(
      at_most("results at every one of 1000 players after the last answer", milliseconds(results.median), 100, "{:.1f} ms"));
}

void judge_soak(const json& run, std::vector<Verdict>& verdicts) {
  const json& samples = run.at("samples");
  if (samples.size() < 4) return;
  // The first quarter fills what is kept for reuse.
  const double settled = samples.at(samples.size() / 4).at("memory_kib");
  const double end = samples.back().at("memory_kib");
  verdicts.push_back(
      at_most(fmt::format("memory at the end of {} minutes, of that after a quarter", run.at("minutes").get<int>()),
              end / settled, 1.05, "{:.3f}"));
}

void judge_client(const json& client, std::vector<Verdict>& verdicts) {
  for (const json& size : client.at("frames")) {
    if (size.at("height").get<int>() > 1080) continue;
    verdicts.push_back(at_most("client: 99 of 100 frames at 1080p, software rendering, within", size.at("frame_p99_ms"),
                               16.7, "{:.1f} ms"));
  }
  const json& program = client.at("program");
  const Spread first = spread_of(program.at("first_screen_ms").get<std::vector<double>>());
  verdicts.push_back(at_most("client: from start to the first picture on the screen", first.median, 1000, "{:.0f} ms"));
  verdicts.push_back(at_most("client: CPU of a screen where nothing moves", 100 * program.at("idle_cpu_share").get<double>(),
                             100, "{:.1f} % of a core"));
}

}  // namespace

const json& phase_of(const json& phases, const std::string& name) {
  return *std::find_if(phases.begin(), phases.end(), [&](const json& phase) { return phase.at("phase") == name; });
}

Spread over_rounds(const json& run, const std::function<double(const json&)>& value) {
  std::vector<double> values;
  for (const json& round : run.at("rounds")) values.push_back(value(round));
  return spread_of(std::move(values));
}

Spread spread_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values[values.size() / 2], values.front(), values.back()};
}

Spread cpu_of(const json& paired, const std::string& target, const std::string& phase) {
  return over_rounds(paired, [&](const json& round) {
    const json& measured = phase_of(round.at(target), phase);
    return measured.at("server_cpu_us").get<double>() / units_of(paired, target, measured);
  });
}

Spread question_cpu_of(const json& paired, const std::string& target) {
  return over_rounds(paired, [&](const json& round) {
    const json& announce = phase_of(round.at(target), "announce");
    const json& ask = phase_of(round.at(target), "ask");
    return (announce.at("server_cpu_us").get<double>() + ask.at("server_cpu_us").get<double>()) /
           (announce.at("messages").get<double>() + ask.at("messages").get<double>());
  });
}

std::vector<Verdict> verdicts_of(const json& all) {
  std::vector<Verdict> verdicts;
  for (const json& run : all.at("paired")) judge_paired(run, verdicts);
  judge_growth(all, verdicts);
  if (all.contains("paced")) judge_paced(all.at("paced"), verdicts);
  if (all.contains("recovery")) {
    const Spread spread = spread_of(all.at("recovery").at("listening_again_ms").get<std::vector<double>>());
    verdicts.push_back(at_most("listening again after SIGKILL, 1020 players in 30 rooms", spread.most, 2000, "{:.0f} ms"));
  }
  if (all.contains("soak")) judge_soak(all.at("soak"), verdicts);
  if (all.contains("client")) judge_client(all.at("client"), verdicts);
  return verdicts;
}

}  // namespace certamen::bench
