#include "tests/unit/content/exchange/imported.hpp"

#include "content/compile/compile.hpp"
#include "content/yaml/write_topic.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/bank_topics.hpp"

namespace certamen::content {
namespace {

const ImportWish wish{"quiz", "", wire::Language::English, wire::ExamDomain::General};

}  // namespace

Import gift(const std::string& text) {
  return taken(import_gift(text, wish));
}

Import aiken(const std::string& text) {
  return taken(import_aiken(text, wish));
}

std::vector<std::string> remarks_of(const Import& import) {
  return lines_of(import.remarks);
}

Question only_question(const Import& import) {
  const Topic topic = only(import);
  REQUIRE(topic.questions.size() == 1);
  return topic.questions.front();
}

std::vector<std::string> options_of(const Question& question) {
  std::vector<std::string> lines;
  for (const Option& option : std::get<Choice>(question.body).options) {
    lines.push_back((option.correct ? "+" : "") + option.text.en.text);
  }
  return lines;
}

std::vector<std::string> written(const Import& import) {
  std::vector<std::string> files;
  for (const Topic& topic : import.topics) files.push_back(write_topic(topic));
  return files;
}

std::vector<std::string> errors_of(const Import& import) {
  std::vector<SourceFile> files;
  for (const Topic& topic : import.topics) files.push_back({"topics/" + topic.id.text + ".yaml", write_topic(topic)});
  std::vector<std::string> errors;
  for (const Finding& finding : compile(files).findings) {
    if (finding.severity == Severity::Error) errors.push_back(format(finding));
  }
  return errors;
}

}  // namespace certamen::content
