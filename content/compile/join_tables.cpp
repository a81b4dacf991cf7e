#include "content/compile/join_tables.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "content/check/check.hpp"
#include "content/generate/generate.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

Topic* find_topic(std::vector<Topic>& topics, const std::string& id) {
  const auto found = std::find_if(topics.begin(), topics.end(), [&id](const Topic& topic) { return topic.id.text == id; });
  return found == topics.end() ? nullptr : &*found;
}

void report_unknown_topic(const Words& topic, const std::vector<Topic>& topics, Findings& findings) {
  if (topics.empty()) {
    findings.warning(topic.place,
                     fmt::format("the topic '{}' is not among the files; its questions are checked without it", topic.text));
    return;
  }
  std::vector<std::string_view> known;
  for (const Topic& each : topics) known.emplace_back(each.id.text);
  const auto guess = nearest(topic.text, known);
  findings.error(topic.place, fmt::format("no topic '{}' among the files; {}", topic.text,
                                          guess ? fmt::format("did you mean '{}'?", *guess) : "name one of them"));
}

// A written id, or that of another table, may be in the way.
template <class Part>
void append(std::vector<Part>& added, std::vector<Part>& whole, const Topic& topic, std::string_view noun,
            Findings& findings) {
  for (Part& part : added) {
    const bool taken =
        std::any_of(whole.begin(), whole.end(), [&part](const Part& each) { return each.id.text == part.id.text; });
    if (taken) {
      findings.error(part.place, fmt::format("draws the {} '{}', which is already in the topic '{}'; choose another id",
                                             noun, part.id.text, topic.id.text));
    } else {
      whole.push_back(std::move(part));
    }
  }
}

void join_part(Topic& part, Compiled& compiled, Findings& findings) {
  Topic* topic = find_topic(compiled.topics, part.id.text);
  if (topic != nullptr) part.source = topic->source;
  check_generated(part, findings);
  if (topic == nullptr) {
    report_unknown_topic(part.id, compiled.topics, findings);
    compiled.unplaced.push_back(std::move(part));
    return;
  }
  append(part.notes, topic->notes, *topic, "note", findings);
  append(part.questions, topic->questions, *topic, "question", findings);
}

}  // namespace

void join_tables(std::vector<TableFile>& files, Compiled& compiled) {
  std::map<std::string, std::string> paths;
  for (TableFile& file : files) {
    Table& table = file.table;
    const auto [entry, is_new] = paths.emplace(table.id.text, table.path);
    if (!is_new && !table.id.text.empty()) {
      file.findings.error(table.id.place,
                          fmt::format("the table '{}' is already in {}; choose another id", table.id.text, entry->second));
    }
    if (count(file.findings.all(), Severity::Error) == 0) {
      for (Topic& part : generate(table, file.findings)) join_part(part, compiled, file.findings);
    }
    compiled.findings.insert(compiled.findings.end(), file.findings.all().begin(), file.findings.all().end());
  }
  compiled.table_count = files.size();
}

}  // namespace certamen::content
