// certamen-bank: turns the reviewed topics into the checked question bank that servers open.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "content/app/command.hpp"

namespace {

constexpr const char* description =
    "Turns topic files (YAML: notes and the questions that exercise them, in English and\n"
    "Spanish) and comparison tables, which questions are drawn from, into the checked SQLite\n"
    "bank that certamen-server opens with --bank.";

constexpr const char* footer =
    "\nExamples:\n"
    "  certamen-bank lint content/topics content/tables     check everything, write nothing\n"
    "  certamen-bank lint content/topics/ec2-spot.yaml      check one topic while you write it\n"
    "  certamen-bank lint --rules                           every rule, where it comes from, how to mend\n"
    "  certamen-bank build content/topics content/tables -o bank.db\n"
    "                                                       write the bank, if there is no error\n"
    "  certamen-bank draft notes.txt -o drafts              topics from your own notes, for you to review\n"
    "  certamen-bank stats bank.db --json                   its numbers, for a program\n"
    "  certamen-bank search 'placement gr' bank.db          ids of questions and notes with these words\n"
    "  certamen-bank show ec2-spot bank.db                  a topic; a question or note whole by its id\n"
    "  certamen-bank proof proof/ bank.db                   pages for reviewers: proof/index.html\n"
    "  certamen-bank import quiz.gift -o mine               topics of another program's questions\n"
    "  certamen-bank export mine --format gift -o q.gift    the reverse\n"
    "\n"
    "A finding reads FILE:LINE: FIELD: what is wrong; how to mend it [rule]. Errors keep the bank\n"
    "from being written: the file at -o stays as it was. Warnings are shown and counted, no more\n"
    "(lint --strict fails on them); a question may defend one: defended: {rule: \"why\"}.\n"
    "The same topics give the same bytes, so two banks can be compared by their content hash.\n"
    "The format of topics and tables is described in content/README.md.\n"
    "\n"
    "Exit codes: 0 done, 1 the topics have errors or an import left something out, 2 wrong usage or a file that cannot be "
    "used.";

int run(int argc, const char* const* argv) {
  using namespace certamen;
  CLI::App app(description, "certamen-bank");
  app.footer(footer);
  app.set_version_flag("--version", "certamen-bank " CERTAMEN_VERSION);
  app.require_subcommand(1);

  const std::vector<content::Command> commands{
      content::build_command(app),  content::lint_command(app),   content::stats_command(app),
      content::show_command(app),   content::search_command(app), content::proof_command(app),
      content::import_command(app), content::export_command(app), content::draft_command(app)};
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wish) {
    return app.exit(wish);
  } catch (const CLI::ParseError& problem) {
    std::cerr << "certamen-bank: " << problem.what() << "; see certamen-bank --help\n";
    return content::exit_usage_wrong;
  }
  for (const content::Command& command : commands) {
    if (command.parser->parsed()) return command.run(std::cout, std::cerr);
  }
  return content::exit_usage_wrong;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& problem) {
    std::cerr << "certamen-bank: " << problem.what() << '\n';
    return certamen::content::exit_usage_wrong;
  }
}
