#include "content/model/finding.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace certamen::content {
namespace {

auto order_of(const Finding& finding) {
  return std::tie(finding.path, finding.place.line, finding.place.field, finding.severity, finding.message, finding.rule);
}

}  // namespace

void Findings::error(const Place& place, std::string message) {
  all_.push_back(Finding{Severity::Error, path_, place, std::move(message), {}});
}

void Findings::warning(const Place& place, std::string message) {
  all_.push_back(Finding{Severity::Warning, path_, place, std::move(message), {}});
}

void Findings::gap(const Place& place, std::string message) {
  all_.push_back(Finding{promise_.whole ? Severity::Error : Severity::Warning, path_, place, std::move(message), {}});
}

void Findings::report(const Rule& rule, const Place& place, std::string_view what, std::string_view mend) {
  all_.push_back(finding_of(rule, promise_, path_, place, what, mend));
}

Finding finding_of(const Rule& rule, const Promise& promise, const std::string& path, const Place& place,
                   std::string_view what, std::string_view mend) {
  const bool error = rule.weight == Weight::Error || (rule.weight == Weight::Gap && promise.whole);
  return Finding{error ? Severity::Error : Severity::Warning, path, place,
                 fmt::format("{}; {}", what, mend.empty() ? rule.mend : mend), rule.id};
}

std::string format(const Finding& finding) {
  const std::string_view kind = finding.severity == Severity::Warning ? "warning: " : "";
  const std::string field = finding.place.field.empty() ? "" : finding.place.field + ": ";
  const std::string rule = finding.rule.empty() ? "" : fmt::format(" [{}]", finding.rule);
  if (finding.path.empty()) return fmt::format("the whole bank: {}{}{}", kind, finding.message, rule);
  return fmt::format("{}:{}: {}{}{}{}", finding.path, finding.place.line, kind, field, finding.message, rule);
}

void sort_findings(std::vector<Finding>& findings) {
  std::sort(findings.begin(), findings.end(),
            [](const Finding& left, const Finding& right) { return order_of(left) < order_of(right); });
  const auto end = std::unique(findings.begin(), findings.end(),
                               [](const Finding& left, const Finding& right) { return order_of(left) == order_of(right); });
  findings.erase(end, findings.end());
}

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  const auto matches = [severity](const Finding& finding) { return finding.severity == severity; };
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), matches));
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace certamen::content
