#include "tests/unit/content/exchange/bank_topics.hpp"

#include <algorithm>

#include "content/compile/compile.hpp"
#include "content/compile/source_files.hpp"
#include "content/exchange/domains.hpp"
#include "content/model/each_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

namespace certamen::content {

std::vector<Topic> bank_topics() {
  const auto files = read_sources({std::string(CERTAMEN_SOURCE_DIR) + "/content/topics"});
  REQUIRE(files.has_value());
  return compile(*files).topics;
}

Topic sample_topic() {
  return topics_of({{"topics/sample.yaml", sample()}}).at(0);
}

Topic without_notes(Topic topic) {
  topic.origin = Origin::Imported;
  topic.source.text.clear();
  topic.notes.clear();
  for (Question& question : topic.questions) {
    question.notes.clear();
    question.defended.clear();
    question.origin = Origin::Imported;
  }
  std::vector<Topic> alone{std::move(topic)};
  settle_domains(alone);
  return std::move(alone.front());
}

Topic in_language(Topic topic, wire::Language language) {
  const bool english = language == wire::Language::English;
  topic.languages = Languages{english, !english};
  change_each_text(topic, [english](Text& text) { (english ? text.es : text.en).text.clear(); });
  return topic;
}

Topic without_pair_reasons(Topic topic) {
  for (Question& question : topic.questions) {
    if (auto* matching = std::get_if<Matching>(&question.body)) {
      for (Pair& pair : matching->pairs) pair.reason = {};
    }
  }
  return topic;
}

std::vector<std::string> lines_of(const std::vector<Remark>& remarks) {
  std::vector<std::string> lines;
  for (const Remark& remark : remarks) lines.push_back(std::to_string(remark.line) + ": " + remark.what);
  return lines;
}

Import taken(const wire::Result<Import>& import) {
  INFO((import ? "" : import.error().what));
  REQUIRE(import.has_value());
  return *import;
}

Topic only(const Import& import) {
  REQUIRE(import.topics.size() == 1);
  return import.topics.front();
}

}  // namespace certamen::content
