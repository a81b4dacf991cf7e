// certamen-bank lint: prints every finding about the topics, and writes nothing.
#include <memory>
#include <string>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/compile/source_files.hpp"
#include "content/compile/statistics.hpp"

namespace certamen::content {
namespace {

int lint(const std::vector<std::string>& sources, std::ostream& out, std::ostream& err) {
  auto files = read_sources(sources);
  if (!files) {
    complain(files.error(), err);
    return exit_usage_wrong;
  }
  const Compiled compiled = compile(std::move(*files));
  print_findings(compiled, out);
  std::vector<Topic> all = compiled.topics;
  all.insert(all.end(), compiled.unplaced.begin(), compiled.unplaced.end());
  out << format_cues(statistics_of(all)) << summary(compiled) << '\n';
  return has_errors(compiled) ? exit_content_wrong : exit_done;
}

}  // namespace

Command lint_command(CLI::App& app) {
  auto sources = std::make_shared<std::vector<std::string>>();
  CLI::App* parser = app.add_subcommand("lint", "Check the topics and print every finding");
  parser->add_option("topics", *sources, "Topic and table files, and folders of them")->required();
  return {parser, [sources](std::ostream& out, std::ostream& err) { return lint(*sources, out, err); }};
}

}  // namespace certamen::content
