#include "content/compile/compile.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "content/check/check.hpp"
#include "content/check/check_table.hpp"
#include "content/check/defences.hpp"
#include "content/check/rules.hpp"
#include "content/compile/join_tables.hpp"
#include "content/yaml/parse.hpp"
#include "content/yaml/parse_table.hpp"

namespace certamen::content {
namespace {

void check_drafts(const Topic& topic, Drafts drafts, Findings& findings) {
  for (const Question& question : topic.questions) {
    if (!question.draft) continue;
    if (drafts == Drafts::Included) {
      findings.report(rules::draft_unreviewed, question.place, "is a draft that nobody has reviewed");
    } else {
      findings.error(question.place,
                     "is a draft that nobody has reviewed; read it and take out 'draft: true', or build with "
                     "--include-drafts");
    }
  }
}

}  // namespace

Compiled compile(std::vector<SourceFile> files, Drafts drafts, std::string_view month) {
  std::sort(files.begin(), files.end(),
            [](const SourceFile& left, const SourceFile& right) { return left.path < right.path; });
  Compiled compiled;
  std::vector<TableFile> tables;
  for (const SourceFile& file : files) {
    Findings findings(file.path);
    if (is_table(file.bytes)) {
      Table table = parse_table(file.bytes, file.path, findings);
      check_table(table, findings);
      tables.push_back(TableFile{std::move(table), std::move(findings)});
      continue;
    }
    Topic topic = parse_topic(file.bytes, file.path, findings);
    check_topic(topic, findings);
    check_drafts(topic, drafts, findings);
    compiled.findings.insert(compiled.findings.end(), findings.all().begin(), findings.all().end());
    compiled.topics.push_back(std::move(topic));
  }
  join_tables(tables, compiled);
  for (Topic& topic : compiled.topics) {
    std::stable_sort(topic.questions.begin(), topic.questions.end(),
                     [](const Question& left, const Question& right) { return left.id.text < right.id.text; });
  }
  std::sort(compiled.topics.begin(), compiled.topics.end(), [](const Topic& left, const Topic& right) {
    return std::tie(left.id.text, left.path) < std::tie(right.id.text, right.path);
  });
  const std::vector<Finding> across = check_bank(compiled.topics, month);
  compiled.findings.insert(compiled.findings.end(), across.begin(), across.end());
  compiled.defended = apply_defences(compiled.topics, compiled.findings);
  sort_findings(compiled.findings);
  return compiled;
}

}  // namespace certamen::content
