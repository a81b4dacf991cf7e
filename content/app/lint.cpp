// certamen-bank lint: prints every finding about the topics, and writes nothing.
#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/check/rules.hpp"
#include "content/compile/source_files.hpp"
#include "content/compile/statistics.hpp"

namespace certamen::content {
namespace {

struct Wish {
  std::vector<std::string> sources;
  std::string month;
  bool strict = false;
  bool rules = false;
};

std::string_view name_of(Weight weight) {
  switch (weight) {
    case Weight::Error: return "error";
    case Weight::Gap: return "error, warning in files that are not whole";
    case Weight::Warning: return "warning";
  }
  return "";
}

int print_rules(std::ostream& out) {
  out << "Guidelines are those of Haladyna, Downing and Rodriguez (2002) by number, or ours.\n"
         "What lint says without a rule's name is about the format of the file.\n\n";
  for (const Rule& rule : all_rules()) {
    const std::string guideline = rule.guideline == "ours" ? "ours" : fmt::format("guideline {}", rule.guideline);
    out << fmt::format("{:<24}{}; {}\n{:<24}{}\n", rule.id, name_of(rule.weight), guideline, "", rule.mend);
  }
  return exit_done;
}

int lint(const Wish& wish, std::ostream& out, std::ostream& err) {
  if (wish.rules) return print_rules(out);
  auto files = read_sources(wish.sources);
  if (!files) {
    complain(files.error(), err);
    return exit_usage_wrong;
  }
  const Compiled compiled = compile(std::move(*files), Drafts::Included, wish.month);
  print_findings(compiled, out);
  std::vector<Topic> all = compiled.topics;
  all.insert(all.end(), compiled.unplaced.begin(), compiled.unplaced.end());
  out << format_cues(statistics_of(all)) << summary(compiled) << '\n';
  const bool fails = wish.strict ? !compiled.findings.empty() : has_errors(compiled);
  return fails ? exit_content_wrong : exit_done;
}

}  // namespace

Command lint_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand("lint", "Check the topics and print every finding");
  CLI::Option* rules = parser->add_flag("--rules", wish->rules, "Print the rules with their guidelines and mends");
  parser->add_flag("--strict", wish->strict, "Fail on warnings too, unless a question defends them");
  parser->add_option("--month", wish->month, "Hold as-of remarks against this month (YYYY-MM), not the newest of them")
      ->check(CLI::Validator(
          [](const std::string& text) {
            const bool form = text.size() == 7 && text[4] == '-' &&
                              (text.substr(0, 4) + text.substr(5)).find_first_not_of("0123456789") == std::string::npos;
            return form ? std::string() : "'" + text + "' is not a month; write it as 2026-11";
          },
          "YYYY-MM"));
  parser->add_option("topics", wish->sources, "Topic and table files, and folders of them");
  parser->callback([wish, rules] {
    if (rules->count() == 0 && wish->sources.empty()) throw CLI::RequiredError("topics");
  });
  return {parser, [wish](std::ostream& out, std::ostream& err) { return lint(*wish, out, err); }};
}

}  // namespace certamen::content
