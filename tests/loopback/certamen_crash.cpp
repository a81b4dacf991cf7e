// certamen-crash: the crash test at any length, by hand, with its figures.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "tests/loopback/crash/run.hpp"

int main(int argc, char* argv[]) {
  certamen::test::CrashPlan plan;
  plan.kills = 500;
  CLI::App app{
      "Kills a real certamen-server again and again while games are played, and checks that nothing it promised is\n"
      "lost. Starts its own server on a free loopback port, with a data file of its own.\n"
      "Exit codes: 0 nothing lost, 1 a promise broken, 2 wrong usage.",
      "certamen-crash"};
  app.add_option("--kills", plan.kills, "How many")->check(CLI::Range(1, 100'000))->capture_default_str();
  app.add_option("--seed", plan.seed, "Decides when, and what people do")->capture_default_str();
  app.add_option("--tables", plan.tables, "Rooms at once")->check(CLI::Range(1, 100))->capture_default_str();
  app.add_option("--players", plan.players, "Players in each room")->check(CLI::Range(1, 200))->capture_default_str();
  app.add_option("--uptime", plan.uptime_millis, "Milliseconds between start and kill, at most")
      ->check(CLI::Range(10, 60'000))
      ->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return error.get_exit_code() == 0 ? app.exit(error) : (app.exit(error), 2);
  }
  try {
    const auto figures =
        certamen::test::run_crashes(plan, [](const std::string& line) { fmt::print(stderr, "{}\n", line); });
    fmt::print("{}", text_of(figures));
    return figures.broken.empty() && figures.exit_code == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "certamen-crash: {}\n", error.what());
    return 1;
  }
}
