#include "content/app/output.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <system_error>

namespace certamen::content {

void complain(const wire::Fault& fault, std::ostream& err) {
  err << "certamen-bank: " << fault.what << '\n';
}

bool has_errors(const Compiled& compiled) {
  return count(compiled.findings, Severity::Error) > 0;
}

void print_findings(const Compiled& compiled, std::ostream& out) {
  for (const Finding& finding : compiled.findings) out << format(finding) << '\n';
}

void print_remarks(const std::string& file, const std::vector<Remark>& remarks, std::ostream& out) {
  for (const Remark& remark : remarks) {
    if (!file.empty()) out << file << ':';
    if (remark.line > 0) out << remark.line << ':';
    out << (file.empty() && remark.line == 0 ? "" : " ") << remark.what << '\n';
  }
}

std::string summary(const Compiled& compiled) {
  std::size_t notes = 0;
  std::size_t questions = 0;
  for (const auto* topics : {&compiled.topics, &compiled.unplaced}) {
    for (const Topic& topic : *topics) {
      notes += topic.notes.size();
      questions += topic.questions.size();
    }
  }
  const std::string defended =
      compiled.defended == 0 ? "" : fmt::format(", {} defended", counted(compiled.defended, "warning"));
  const std::string tables = compiled.table_count == 0 ? "" : counted(compiled.table_count, "table") + ", ";
  return fmt::format("{}, {}{}, {}: {}, {}{}", counted(compiled.topics.size(), "topic"), tables, counted(notes, "note"),
                     counted(questions, "question"), counted(count(compiled.findings, Severity::Error), "error"),
                     counted(count(compiled.findings, Severity::Warning), "warning"), defended);
}

bool is_bank(const std::string& source) {
  std::error_code ignored;
  return !std::filesystem::is_directory(source, ignored) && std::filesystem::path(source).extension() != ".yaml";
}

}  // namespace certamen::content
