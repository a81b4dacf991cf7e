// certamen-bank stats: the numbers of a bank, or of topics and tables.
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/compile/bank_image.hpp"
#include "content/compile/source_files.hpp"
#include "content/compile/statistics.hpp"
#include "server/bank/bank.hpp"

namespace certamen::content {
namespace {

struct Wish {
  std::vector<std::string> sources;
  bool json = false;
};

struct Numbers {
  Statistics statistics;
  std::string content_hash;
};

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

int stats_of_bank(const Wish& wish, std::ostream& out, std::ostream& err) {
  const auto bank = bank::Bank::open(wish.sources.front());
  if (!bank) {
    complain(bank.error(), err);
    return exit_usage_wrong;
  }
  print(Numbers{bank->statistics(), bank->content_hash()}, wish.json, out);
  return exit_done;
}

int stats(const Wish& wish, std::ostream& out, std::ostream& err) {
  if (wish.sources.size() == 1 && is_bank(wish.sources.front())) return stats_of_bank(wish, out, err);
  auto files = read_sources(wish.sources);
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
  if (compiled.topics.empty()) {
    complain(no_topics, err);
    return exit_usage_wrong;
  }
  const auto image = make_bank(compiled.topics);
  if (!image) {
    complain(image.error(), err);
    return exit_usage_wrong;
  }
  print(Numbers{statistics_of(compiled.topics), image->content_hash}, wish.json, out);
  return exit_done;
}

}  // namespace

Command stats_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser =
      app.add_subcommand("stats", "Print how many questions there are, by kind, domain, difficulty and topic");
  parser->add_option("bank", wish->sources, "A bank, or topic and table files and folders of them")->required();
  parser->add_flag("--json", wish->json, "As JSON");
  return {parser, [wish](std::ostream& out, std::ostream& err) { return stats(*wish, out, err); }};
}

}  // namespace certamen::content
