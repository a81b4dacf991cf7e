#include <algorithm>

#include "tests/bench/macro/summary.hpp"
#include "tests/support/catch.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;

json phase(const char* name, int messages, double cpu) {
  return {{"phase", name}, {"messages", messages}, {"server_cpu_us", cpu}, {"spread_us", cpu}, {"wall_us", cpu}};
}

// Two players and their host: three hear a question, two are acknowledged, and a reveal is five messages for two players.
json round(double scale) {
  const json plain = {phase("announce", 3, 30 * scale), phase("ask", 3, 36 * scale), phase("storm", 2, 40 * scale),
                      phase("reveal", 5, 50 * scale), phase("ranking", 3, 30 * scale)};
  json floor = plain;
  for (json& one : floor) one["server_cpu_us"] = 3 * one.at("messages").get<double>();
  floor.push_back(phase("message", 3, 9));
  return {{"plain", plain}, {"floor", floor}};
}

json run() {
  return {{"players", 2}, {"rooms", 1}, {"rounds", {round(1), round(3), round(2)}}};
}

TEST_CASE("a figure is the median over the rounds, with the least and the most") {
  const Spread storm = cpu_of(run(), "plain", "storm");
  CHECK(storm.median == Approx(40));
  CHECK(storm.least == Approx(20));
  CHECK(storm.most == Approx(60));
}

TEST_CASE("a reveal is counted by players, on the floor by messages") {
  CHECK(cpu_of(run(), "plain", "reveal").least == Approx(25));
  CHECK(cpu_of(run(), "floor", "reveal").least == Approx(3));
}

TEST_CASE("a question is its announcement and its options") {
  CHECK(question_cpu_of(run(), "plain").least == Approx(11));
  CHECK(question_cpu_of(run(), "floor").median == Approx(3));
}

TEST_CASE("a promise is kept at its bound and missed above it") {
  json all = {{"paired", json::array()}, {"recovery", {{"listening_again_ms", {120.0, 2000.0, 80.0}}}}};
  const auto kept = verdicts_of(all);
  REQUIRE(kept.size() == 1);
  CHECK(kept.front().kept);
  CHECK(kept.front().measured == "2000 ms");
  all["recovery"]["listening_again_ms"] = {120.0, 2001.0, 80.0};
  CHECK_FALSE(verdicts_of(all).front().kept);
}

TEST_CASE("growth is judged where both ends were measured") {
  json small = run();
  json large = run();
  small["players"] = 100;
  large["players"] = 5000;
  large["seating"] = {{"plain", {{"memory_kib", 10'000}}}, {"tls", {{"memory_kib", 10'000}}}};
  for (json& one : large["rounds"]) one["tls"] = one.at("plain");
  const auto about_growth = [](const std::vector<Verdict>& verdicts) {
    return std::count_if(verdicts.begin(), verdicts.end(),
                         [](const Verdict& one) { return one.what.find("of that with 100") != std::string::npos; });
  };
  CHECK(about_growth(verdicts_of({{"paired", {large}}})) == 0);
  CHECK(about_growth(verdicts_of({{"paired", {small, large}}})) == 1);
}

}  // namespace
}  // namespace certamen::bench
