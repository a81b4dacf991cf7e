#include "content/check/coverage.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace certamen::content {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

constexpr std::size_t columns = 7;
constexpr std::string_view first_column = "fact";

// Nothing, with the finding, for a line of another form.
std::optional<InventoryFact> parse_fact(const std::vector<std::string>& cells, const Place& place, Findings& findings) {
  // The last column may be left out with its tab.
  if (cells.size() != columns && cells.size() != columns - 1) {
    findings.error(place,
                   fmt::format("has {} columns; write fact, weight, topic, lines, how, where and reason with tabs between",
                               cells.size()));
    return std::nullopt;
  }
  InventoryFact fact;
  fact.line = place.line;
  fact.id = cells[0];
  const std::string& weight = cells[1];
  if (weight.size() != 1 || weight[0] < '1' || weight[0] > '0' + static_cast<char>(fact_weight_max)) {
    findings.error(place, fmt::format("weight is '{}'; write 1, 2 or 3", weight));
    return std::nullopt;
  }
  fact.weight = static_cast<unsigned>(weight[0] - '0');
  fact.topic = cells[2];
  fact.lines = cells[3];
  const auto met = std::find(met_names.begin(), met_names.end(), cells[4]);
  if (met == met_names.end()) {
    findings.error(place, fmt::format("how is '{}'; write asked, told, note or none", cells[4]));
    return std::nullopt;
  }
  fact.met = static_cast<Met>(met - met_names.begin());
  if (!cells[5].empty()) fact.questions = split(cells[5], ',');
  if (cells.size() == columns) fact.reason = cells[6];
  return fact;
}

}  // namespace

std::vector<InventoryFact> parse_coverage(std::string_view bytes, Findings& findings) {
  std::vector<InventoryFact> facts;
  std::set<std::string> seen;
  int number = 0;
  for (std::string& line : split(bytes, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> cells = split(line, '\t');
    if (facts.empty() && cells.front() == first_column) continue;
    auto fact = parse_fact(cells, Place{number, ""}, findings);
    if (!fact) continue;
    if (!seen.insert(fact->id).second) {
      findings.error(Place{number, ""}, fmt::format("fact {} was there before; keep one line of it", fact->id));
      continue;
    }
    facts.push_back(std::move(*fact));
  }
  return facts;
}

void check_coverage(const std::vector<InventoryFact>& facts, const std::vector<Topic>& topics, Findings& findings) {
  std::set<std::string> known;
  for (const Topic& topic : topics) {
    known.insert(topic.id.text);
    for (const Question& question : topic.questions) known.insert(topic.id.text + "/" + question.id.text);
  }
  for (const InventoryFact& fact : facts) {
    const Place place{fact.line, ""};
    if (!known.contains(fact.topic)) findings.error(place, fmt::format("there is no topic {}", fact.topic));
    for (const std::string& question : fact.questions) {
      if (question.find('/') == std::string::npos || !known.contains(question)) {
        findings.error(place, fmt::format("there is no question '{}'; write <topic>/<question>", question));
      }
    }
    if (fact.met == Met::None && fact.reason.empty()) {
      findings.error(place, fmt::format("fact {} is met nowhere, without a reason; say why it is left out", fact.id));
    }
    if (fact.met != Met::None && fact.questions.empty()) {
      findings.error(place, fmt::format("fact {} is met nowhere; name the questions, or write none and why", fact.id));
    }
  }
}

std::size_t Coverage::facts(unsigned weight) const {
  return std::accumulate(count.at(weight).begin(), count.at(weight).end(), std::size_t{0});
}

Coverage coverage_of(const std::vector<InventoryFact>& facts) {
  Coverage coverage;
  for (const InventoryFact& fact : facts) ++coverage.count.at(fact.weight).at(static_cast<std::size_t>(fact.met));
  return coverage;
}

}  // namespace certamen::content
