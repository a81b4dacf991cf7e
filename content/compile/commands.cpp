#include "content/compile/commands.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "content/compile/bank_image.hpp"
#include "content/compile/compile.hpp"
#include "content/compile/source_files.hpp"
#include "content/compile/statistics.hpp"
#include "server/bank/bank.hpp"

namespace certamen::content {
namespace {

void complain(const wire::Fault& fault, std::ostream& err) {
  err << "certamen-bank: " << fault.what << '\n';
}

std::string summary(const Compiled& compiled) {
  std::size_t notes = 0;
  std::size_t questions = 0;
  for (const Topic& topic : compiled.topics) {
    notes += topic.notes.size();
    questions += topic.questions.size();
  }
  return fmt::format("{}, {}, {}: {}, {}", counted(compiled.topics.size(), "topic"), counted(notes, "note"),
                     counted(questions, "question"), counted(count(compiled.findings, Severity::Error), "error"),
                     counted(count(compiled.findings, Severity::Warning), "warning"));
}

bool has_errors(const Compiled& compiled) {
  return count(compiled.findings, Severity::Error) > 0;
}

void print_findings(const Compiled& compiled, std::ostream& out) {
  for (const Finding& finding : compiled.findings) out << format(finding) << '\n';
}

struct Numbers {
  Statistics statistics;
  std::string content_hash;
};

bool is_bank(const std::string& source) {
  std::error_code ignored;
  return !std::filesystem::is_directory(source, ignored) && std::filesystem::path(source).extension() != ".yaml";
}

std::string json_of(const Numbers& numbers) {
  nlohmann::json groups;
  groups["content_hash"] = numbers.content_hash;
  for (const auto& [name, value] : numbers.statistics) {
    const std::size_t dot = name.find('.');
    groups[name.substr(0, dot)][name.substr(dot + 1)] = value;
  }
  return groups.dump(2);
}

void print(const Numbers& numbers, bool json, std::ostream& out) {
  if (json) {
    out << json_of(numbers) << '\n';
  } else {
    out << format(numbers.statistics, true) << "content " << numbers.content_hash << '\n';
  }
}

}  // namespace

int build(const std::vector<std::string>& sources, const std::string& target, std::ostream& out, std::ostream& err) {
  auto files = read_sources(sources);
  if (!files) {
    complain(files.error(), err);
    return exit_usage_wrong;
  }
  const Compiled compiled = compile(std::move(*files));
  print_findings(compiled, err);
  if (has_errors(compiled)) {
    err << summary(compiled) << "; nothing was written\n";
    return exit_content_wrong;
  }
  const auto image = make_bank(compiled.topics);
  if (!image) {
    complain(image.error(), err);
    return exit_usage_wrong;
  }
  if (auto written = replace_file(target, image->bytes); !written) {
    complain(written.error(), err);
    return exit_usage_wrong;
  }
  out << summary(compiled) << '\n'
      << target << ": " << image->bytes.size() << " bytes, content " << image->content_hash << '\n';
  return exit_done;
}

int lint(const std::vector<std::string>& sources, std::ostream& out, std::ostream& err) {
  auto files = read_sources(sources);
  if (!files) {
    complain(files.error(), err);
    return exit_usage_wrong;
  }
  const Compiled compiled = compile(std::move(*files));
  print_findings(compiled, out);
  out << format_cues(statistics_of(compiled.topics)) << summary(compiled) << '\n';
  return has_errors(compiled) ? exit_content_wrong : exit_done;
}

int stats(const std::string& source, bool json, std::ostream& out, std::ostream& err) {
  if (is_bank(source)) {
    const auto bank = bank::Bank::open(source);
    if (!bank) {
      complain(bank.error(), err);
      return exit_usage_wrong;
    }
    print(Numbers{bank->statistics(), bank->content_hash()}, json, out);
    return exit_done;
  }
  auto files = read_sources({source});
  if (!files) {
    complain(files.error(), err);
    return exit_usage_wrong;
  }
  const Compiled compiled = compile(std::move(*files));
  if (has_errors(compiled)) {
    print_findings(compiled, err);
    err << summary(compiled) << "; mend the errors first\n";
    return exit_content_wrong;
  }
  const auto image = make_bank(compiled.topics);
  if (!image) {
    complain(image.error(), err);
    return exit_usage_wrong;
  }
  print(Numbers{statistics_of(compiled.topics), image->content_hash}, json, out);
  return exit_done;
}

}  // namespace certamen::content
