#include "client/bot/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace certamen::bot {

namespace {

double milliseconds(wire::Duration duration) {
  return static_cast<double>(duration.count()) / 1000.0;
}

std::string line_of(const Percentiles& times) {
  return fmt::format("p50 {:.1f} ms · p95 {:.1f} ms · p99 {:.1f} ms", milliseconds(times.p50), milliseconds(times.p95),
                     milliseconds(times.p99));
}

nlohmann::ordered_json object_of(const Percentiles& times) {
  return {{"p50", milliseconds(times.p50)}, {"p95", milliseconds(times.p95)}, {"p99", milliseconds(times.p99)}};
}

// A line for each thing that did not go well.
std::string faults_of(const Sum& sum) {
  std::string text;
  const auto add = [&text](std::size_t count, const std::string& what) {
    if (count > 0) text += fmt::format("not well: {} {}\n", count, what);
  };
  add(sum.players - std::min(sum.players, sum.finished), "players did not play to the end");
  add(sum.answered - std::min(sum.answered, sum.acknowledged), "answers were not acknowledged");
  add(sum.lost, "acknowledged answers are missing in the review");
  for (const auto& failure : sum.failures) text += fmt::format("failure: {}\n", failure);
  return text;
}

}  // namespace

std::string text_of(const Sum& sum) {
  if (sum.joined == 0) return fmt::format("nobody of {} joined\n{}", sum.players, faults_of(sum));
  std::string text =
      fmt::format("rooms         {}\nplayers       {}\njoined        {}\nanswered      {}\nacknowledged  {}\n", sum.rooms,
                  sum.players, sum.joined, sum.answered, sum.acknowledged);
  text += fmt::format("revealed      {}\nfinished      {}\nlost          {}\nreconnections {}\n", sum.revealed, sum.finished,
                      sum.lost, sum.reconnections);
  text += fmt::format("answer to acknowledgement  {}\n", line_of(sum.acknowledgement));
  text += fmt::format("spread of a question       {}\n", line_of(sum.spread));
  return text + faults_of(sum);
}

std::string json_of(const Sum& sum) {
  const nlohmann::ordered_json object{
      {"rooms", sum.rooms},
      {"players", sum.players},
      {"joined", sum.joined},
      {"answered", sum.answered},
      {"acknowledged", sum.acknowledged},
      {"revealed", sum.revealed},
      {"finished", sum.finished},
      {"lost", sum.lost},
      {"reconnections", sum.reconnections},
      {"acknowledgement_ms", object_of(sum.acknowledgement)},
      {"spread_ms", object_of(sum.spread)},
      {"failures", sum.failures},
      {"unreachable", sum.unreachable},
  };
  return object.dump(2);
}

}  // namespace certamen::bot
