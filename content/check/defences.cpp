#include "content/check/defences.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

const Rule* rule_named(std::string_view id) {
  const auto found = std::find_if(all_rules().begin(), all_rules().end(), [id](const Rule& rule) { return rule.id == id; });
  return found == all_rules().end() ? nullptr : &*found;
}

std::string meant(std::string_view id) {
  std::vector<std::string_view> known;
  for (const Rule& rule : all_rules()) known.push_back(rule.id);
  const auto guess = nearest(id, known);
  return guess ? fmt::format("did you mean '{}'?", *guess) : "see certamen-bank lint --rules";
}

bool is_about(const Finding& finding, const std::string& path, const Question& question) {
  if (finding.path != path || !finding.place.field.starts_with(question.place.field)) return false;
  const std::string_view rest = std::string_view(finding.place.field).substr(question.place.field.size());
  return rest.empty() || rest.front() == '.';
}

std::size_t apply(const Defence& defence, const Topic& topic, const Question& question, bool whole_bank,
                  std::vector<Finding>& findings) {
  const auto wrong = [&](std::string_view what, std::string_view mend) {
    findings.push_back(finding_of(rules::defence_wrong, Promise{}, topic.path, defence.rule.place, what, mend));
    return std::size_t{0};
  };
  const Rule* rule = rule_named(defence.rule.text);
  if (rule == nullptr) return wrong(fmt::format("there is no rule '{}'", defence.rule.text), meant(defence.rule.text));
  if (rule->weight == Weight::Error || rule->id == rules::draft_unreviewed.id) {
    return wrong(fmt::format("'{}' cannot be defended", rule->id), "mend what it is about");
  }
  const auto defended = [&](const Finding& finding) {
    return finding.rule == rule->id && finding.severity == Severity::Warning && is_about(finding, topic.path, question);
  };
  const auto kept = std::remove_if(findings.begin(), findings.end(), defended);
  const auto count = static_cast<std::size_t>(findings.end() - kept);
  findings.erase(kept, findings.end());
  if (count == 0 && (rule->sight == Sight::File || whole_bank)) {
    return wrong(fmt::format("there is no '{}' here to defend", rule->id), "take the defence out");
  }
  return count;
}

}  // namespace

std::size_t apply_defences(const std::vector<Topic>& topics, std::vector<Finding>& findings) {
  std::size_t questions = 0;
  for (const Topic& topic : topics) {
    questions += static_cast<std::size_t>(
        std::count_if(topic.questions.begin(), topic.questions.end(), [](const Question& each) { return !each.drawn; }));
  }
  std::size_t count = 0;
  for (const Topic& topic : topics) {
    for (const Question& question : topic.questions) {
      for (const Defence& defence : question.defended) {
        count += apply(defence, topic, question, questions >= bank_questions_min, findings);
      }
    }
  }
  return count;
}

}  // namespace certamen::content
