// certamen-bank: turns the reviewed topics into the checked question bank that servers open.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "content/compile/commands.hpp"

namespace {

constexpr const char* description =
    "Turns topic files (YAML: notes and the questions that exercise them, in English and\n"
    "Spanish) into the checked SQLite bank that certamen-server opens with --bank.";

constexpr const char* footer =
    "\nExamples:\n"
    "  certamen-bank lint content/topics                 check the topics, write nothing\n"
    "  certamen-bank lint content/topics/ec2-spot.yaml   check one topic while you write it\n"
    "  certamen-bank build content/topics -o bank.db     write the bank, if there is no error\n"
    "  certamen-bank stats bank.db --json                its numbers, for a program\n"
    "\n"
    "A finding reads FILE:LINE: FIELD: what is wrong; how to mend it. Errors keep the bank from\n"
    "being written: the file at -o stays as it was. Warnings are shown and counted, no more.\n"
    "The same topics give the same bytes, so two banks can be compared by their content hash.\n"
    "The format of topics is described in content/README.md.\n"
    "\n"
    "Exit codes: 0 done, 1 the topics have errors, 2 wrong usage or a file that cannot be used.";

int run(int argc, const char* const* argv) {
  using namespace certamen;
  CLI::App app(description, "certamen-bank");
  app.footer(footer);
  app.set_version_flag("--version", "certamen-bank " CERTAMEN_VERSION);
  app.require_subcommand(1);

  std::vector<std::string> sources;
  std::string target;
  std::string source;
  bool json = false;
  CLI::App* build = app.add_subcommand("build", "Check the topics and write the bank");
  build->add_option("topics", sources, "Topic files, and folders of them")->required();
  build->add_option("-o,--output", target, "The bank to write; replaced whole or not at all")->required();
  CLI::App* lint = app.add_subcommand("lint", "Check the topics and print every finding");
  lint->add_option("topics", sources, "Topic files, and folders of them")->required();
  CLI::App* stats = app.add_subcommand("stats", "Print how many questions there are, by kind, domain, difficulty and topic");
  stats->add_option("bank", source, "A bank, or a folder of topics")->required();
  stats->add_flag("--json", json, "As JSON");

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wish) {
    return app.exit(wish);
  } catch (const CLI::ParseError& problem) {
    std::cerr << "certamen-bank: " << problem.what() << "; see certamen-bank --help\n";
    return content::exit_usage_wrong;
  }
  if (build->parsed()) return content::build(sources, target, std::cout, std::cerr);
  if (lint->parsed()) return content::lint(sources, std::cout, std::cerr);
  return content::stats(source, json, std::cout, std::cerr);
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
