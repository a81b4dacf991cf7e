#include "content/compile/compile.hpp"

#include <algorithm>
#include <tuple>

#include "content/compile/check.hpp"
#include "content/compile/parse.hpp"

namespace certamen::content {

Compiled compile(std::vector<SourceFile> files) {
  std::sort(files.begin(), files.end(),
            [](const SourceFile& left, const SourceFile& right) { return left.path < right.path; });
  Compiled compiled;
  for (const SourceFile& file : files) {
    Findings findings(file.path);
    Topic topic = parse_topic(file.bytes, file.path, findings);
    check_topic(topic, findings);
    compiled.findings.insert(compiled.findings.end(), findings.all().begin(), findings.all().end());
    compiled.topics.push_back(std::move(topic));
  }
  for (Topic& topic : compiled.topics) {
    std::stable_sort(topic.questions.begin(), topic.questions.end(),
                     [](const Question& left, const Question& right) { return left.id.text < right.id.text; });
  }
  std::sort(compiled.topics.begin(), compiled.topics.end(), [](const Topic& left, const Topic& right) {
    return std::tie(left.id.text, left.path) < std::tie(right.id.text, right.path);
  });
  const std::vector<Finding> across = check_bank(compiled.topics);
  compiled.findings.insert(compiled.findings.end(), across.begin(), across.end());
  sort_findings(compiled.findings);
  return compiled;
}

}  // namespace certamen::content
