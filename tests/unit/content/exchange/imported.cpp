#include "tests/unit/content/exchange/imported.hpp"

#include "content/compile/compile.hpp"
#include "content/yaml/write_topic.hpp"
#include "tests/support/catch.hpp"

namespace certamen::content {
namespace {

const ImportWish wish{"quiz", "", wire::Language::English, wire::ExamDomain::General};

Import readable(const wire::Result<Import>& import) {
  INFO((import ? "" : import.error().what));
  REQUIRE(import.has_value());
  return *import;
}

}  // namespace

Import gift(const std::string& text) {
  return readable(import_gift(text, wish));
}

Import aiken(const std::string& text) {
  return readable(import_aiken(text, wish));
}

std::vector<std::string> remarks_of(const Import& import) {
  std::vector<std::string> lines;
  for (const Remark& remark : import.remarks) lines.push_back(std::to_string(remark.line) + ": " + remark.what);
  return lines;
}

Question only_question(const Import& import) {
  REQUIRE(import.topics.size() == 1);
  REQUIRE(import.topics.front().questions.size() == 1);
  return import.topics.front().questions.front();
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
