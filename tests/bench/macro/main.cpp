// certamen-bench: what a question, an answer and a result cost this machine, beside the least they can cost.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/utsname.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/macro/page.hpp"
#include "tests/bench/macro/runs.hpp"
#include "tests/bench/macro/tables.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;

constexpr int exit_failed = 1;
constexpr int exit_unusable = 2;
constexpr std::size_t descriptors_beside = 100;

struct Options {
  std::string bank;
  std::string out = "bench";
  std::vector<std::size_t> players = {100, 1000, 5000, 10'000};
  int rounds = 7;
  int soak_minutes = 30;
  bool quick = false;
};

std::string machine() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  utsname name{};
  ::uname(&name);
  return name.machine;
}

// How many sockets a process of ours may have.
std::size_t descriptors_max() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_max;
}

json measure(const Options& options) {
  const Place place{options.bank, options.out + "/data"};
  json all = {{"version", CERTAMEN_VERSION},
              {"machine", machine()},
              {"cores", std::thread::hardware_concurrency()},
              {"date", fmt::format("{:%Y-%m-%d %H:%M} UTC", fmt::gmtime(std::time(nullptr)))},
              {"paired", json::array()}};
  for (const std::size_t players : options.players) {
    if (players + descriptors_beside > descriptors_max()) {
      fmt::print(stderr, "certamen-bench: {} players left out: this account may open {} descriptors (ulimit -Hn)\n", players,
                 descriptors_max());
      continue;
    }
    all["paired"].push_back(run_paired(place, players, options.rounds));
  }
  all["paced"] = run_paced(place, options.rounds);
  all["rooms"] = run_rooms(place, options.quick ? 20 : 200, 30, options.rounds);
  all["recovery"] = run_recovery(place, options.quick ? 1 : 3);
  if (options.soak_minutes > 0) all["soak"] = run_soak(place, options.soak_minutes);
  return all;
}

bool write(const std::string& path, const std::string& text) {
  std::ofstream file(path);
  file << text;
  return static_cast<bool>(file.flush());
}

// Figures of another program of this folder, under their own name; none when there is no such file.
void add(json& all, const std::string& name, const std::string& path) {
  std::ifstream file(path);
  if (!path.empty() && file) all[name] = json::parse(file);
}

int run(int argc, char** argv) {
  CLI::App app{
      "certamen-bench: what a question, an answer and a result cost this machine, beside the least they can cost.\n\n"
      "Starts servers, a bare epoll server to compare them with, and the load on them, each a process of its own, and "
      "measures\n"
      "them in turns. Prints a table; writes bench.json and index.html. Everything else on the machine should be quiet."};
  Options options;
  std::string micro;
  std::string client;
  app.set_version_flag("--version", "certamen-bench " CERTAMEN_VERSION);
  app.add_option("--bank", options.bank, "Question bank made by certamen-bank build")->required()->check(CLI::ExistingFile);
  app.add_option("--out", options.out, "Where to write")->capture_default_str();
  app.add_option("--players", options.players, "The paired runs, one for each number")
      ->check(CLI::Range(std::size_t{2}, std::size_t{19'000}))
      ->capture_default_str();
  app.add_option("--rounds", options.rounds)->check(CLI::Range(1, 90))->capture_default_str();
  app.add_option("--soak-minutes", options.soak_minutes, "0: no soak")->check(CLI::Range(0, 24 * 60))->capture_default_str();
  app.add_flag("--quick", options.quick, "100 and 1000 players, three rounds, one minute of soak: to try it out");
  app.add_option("--micro", micro, "Figures of certamen-bench-micro to put beside (JSON)");
  app.add_option("--client", client, "Figures of certamen-bench-client to put beside (JSON)");
  CLI11_PARSE(app, argc, argv);
  if (options.quick) {
    options.players = {100, 1000};
    options.rounds = 3;
    options.soak_minutes = std::min(options.soak_minutes, 1);
  }
  std::filesystem::create_directories(options.out + "/data");
  json all = measure(options);
  add(all, "micro", micro);
  add(all, "client", client);
  std::filesystem::remove_all(options.out + "/data");
  fmt::print("{}", text_of(all));
  if (!write(options.out + "/bench.json", all.dump(1) + "\n") || !write(options.out + "/index.html", page_of(all))) {
    fmt::print(stderr, "certamen-bench: cannot write into {}\n", options.out);
    return exit_unusable;
  }
  fmt::print("\n{0}/index.html has the charts, {0}/bench.json every figure of every round\n", options.out);
  return 0;
}

}  // namespace
}  // namespace certamen::bench

int main(int argc, char** argv) {
  try {
    return certamen::bench::run(argc, argv);
  } catch (const std::exception& error) {
    std::fputs(fmt::format("certamen-bench: {}\n", error.what()).c_str(), stderr);
    return certamen::bench::exit_failed;
  }
}
