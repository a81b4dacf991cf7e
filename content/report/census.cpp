#include "content/report/census.hpp"

#include <fmt/core.h>

#include <numeric>
#include <set>

#include "content/report/columns.hpp"

namespace certamen::content {
namespace {

using Row = std::vector<std::string>;

void count_unexercised(const Topic& topic, Census& census) {
  std::set<std::string> cited;
  for (const Question& question : topic.questions) {
    for (const Words& note : question.notes) cited.insert(note.text);
  }
  for (const Note& note : topic.notes) {
    if (!cited.contains(note.id.text)) census.unexercised.push_back(topic.id.text + "#" + note.id.text);
  }
}

// A dot is easier to pass over than a nought in a wide table.
std::string cell(std::size_t number) {
  return number == 0 ? "·" : std::to_string(number);
}

Row row_of(const TopicCount& count, const std::string& name) {
  Row row{name, cell(count.notes), cell(count.questions)};
  for (const std::size_t number : count.by_kind) row.push_back(cell(number));
  return row;
}

std::string topics_table(const Census& census) {
  Row head{"topic", "notes", "questions"};
  for (const KindName& each : kind_names) head.emplace_back(each.name);
  std::vector<Row> rows;
  for (const TopicCount& count : census.topics) rows.push_back(row_of(count, count.id));
  rows.push_back(row_of(census.total, "all"));
  return format_table(head, rows);
}

std::string domains_table(const Census& census) {
  Row head{"domain by difficulty"};
  for (std::uint32_t difficulty = difficulty_min; difficulty <= difficulty_max; ++difficulty) {
    head.push_back(std::to_string(difficulty));
  }
  head.emplace_back("all");
  std::vector<Row> rows;
  ByDifficulty total{};
  const auto add = [&rows](std::string_view name, const ByDifficulty& numbers) {
    Row row{std::string(name)};
    for (const std::size_t number : numbers) row.push_back(cell(number));
    row.push_back(cell(std::accumulate(numbers.begin(), numbers.end(), std::size_t{0})));
    rows.push_back(std::move(row));
  };
  for (const DomainName& each : domain_names) {
    const ByDifficulty& numbers = census.by_domain.at(static_cast<std::size_t>(each.domain));
    for (std::size_t i = 0; i < numbers.size(); ++i) total.at(i) += numbers.at(i);
    add(each.name, numbers);
  }
  add("all", total);
  return format_table(head, rows);
}

}  // namespace

Census census_of(const std::vector<Topic>& topics) {
  Census census;
  for (const Topic& topic : topics) {
    TopicCount count{topic.id.text, topic.notes.size(), topic.questions.size(), {}};
    for (const Question& question : topic.questions) {
      ++count.by_kind.at(static_cast<std::size_t>(question.kind));
      ++census.total.by_kind.at(static_cast<std::size_t>(question.kind));
      const auto domain = static_cast<std::size_t>(question.domain.value_or(topic.domain));
      ++census.by_domain.at(domain).at(question.difficulty - difficulty_min);
      ++census.by_language[std::string(name_of(topic.languages))];
      if (question.drawn) ++census.by_table[question.drawn->table];
      ++census.by_origin.at(static_cast<std::size_t>(question.origin));
    }
    census.total.notes += count.notes;
    census.total.questions += count.questions;
    count_unexercised(topic, census);
    census.topics.push_back(std::move(count));
  }
  return census;
}

std::string format(const Census& census) {
  std::string out = topics_table(census) + '\n' + domains_table(census) + '\n';
  std::vector<Row> rows;
  for (const auto& [name, number] : census.by_language) rows.push_back({name, cell(number)});
  out += format_table({"language", "questions"}, rows) + '\n';
  rows.clear();
  for (const OriginName& each : origin_names) {
    rows.push_back({std::string(each.name), cell(census.by_origin.at(static_cast<std::size_t>(each.origin)))});
  }
  out += format_table({"origin", "questions"}, rows);
  if (census.by_table.empty()) return out;
  rows.clear();
  for (const auto& [name, number] : census.by_table) rows.push_back({name, cell(number)});
  return out + '\n' + format_table({"table", "questions"}, rows);
}

}  // namespace certamen::content
