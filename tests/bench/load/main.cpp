// certamen-bench-load: simulated clients in a process of their own, told by certamen-bench what to do.
//
// One JSON object a line on standard input, one a line on standard output.
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/bench/load/exam_load.hpp"
#include "tests/bench/load/floor_load.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;

json all(const std::vector<Figures>& phases) {
  json list = json::array();
  for (const Figures& figures : phases) list.push_back(to_json(figures));
  return list;
}

json obey(ExamLoad& load, const json& order) {
  const std::string what = order.at("do");
  if (what == "seat") return all({load.seat_everyone()});
  if (what == "question") return all(load.question(std::chrono::milliseconds(order.value("answering_ms", 0))));
  if (what == "ping") return all({load.ping()});
  if (what == "close") return load.close_rooms(), json::array();
  if (what == "used_up") return load.used_up();
  throw std::runtime_error("an exam's load knows no '" + what + "'");
}

json obey(FloorLoad& load, const json& order) {
  const std::string what = order.at("do");
  if (what == "fan_out") return all({load.fan_out(order.at("bytes"))});
  if (what == "storm") return all({load.storm()});
  throw std::runtime_error("the floor's load knows no '" + what + "'");
}

template <class Load>
int serve(Load& load) {
  for (std::string line; std::getline(std::cin, line);) {
    fmt::print("{}\n", obey(load, json::parse(line)).dump());
    std::fflush(stdout);
  }
  return 0;
}

// A descriptor a client.
void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

int run(int argc, char** argv) {
  CLI::App app{"certamen-bench-load: simulated clients in a process of their own, told by certamen-bench what to do."};
  ExamLoad::Plan plan;
  bool floor = false;
  app.add_option("--port", plan.port, "Of the server, on this machine")->required();
  app.add_option("--server", plan.server, "The server's process, whose CPU time is read")->required();
  app.add_option("--rooms", plan.rooms);
  app.add_option("--players", plan.players_per_room, "In each room; with --floor, in all");
  app.add_flag("--tls", plan.encrypted);
  app.add_flag("--floor", floor, "The server is certamen-bench-floor");
  CLI11_PARSE(app, argc, argv);
  raise_descriptor_limit();
  if (floor) {
    FloorLoad load(plan.port, plan.server, plan.players_per_room);
    return serve(load);
  }
  ExamLoad load(plan);
  return serve(load);
}

}  // namespace
}  // namespace certamen::bench

int main(int argc, char** argv) {
  try {
    return certamen::bench::run(argc, argv);
  } catch (const std::exception& error) {
    std::fputs(fmt::format("certamen-bench-load: {}\n", error.what()).c_str(), stderr);
    return 1;
  }
}
