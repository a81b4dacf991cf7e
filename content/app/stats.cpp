// certamen-bank stats: what a bank, or topics and tables, are made of.
#include <fmt/core.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/app/sources.hpp"
#include "content/check/coverage.hpp"
#include "content/compile/bank_image.hpp"
#include "content/compile/statistics.hpp"
#include "content/report/census.hpp"
#include "content/report/columns.hpp"

namespace certamen::content {
namespace {

struct Wish {
  std::vector<std::string> sources;
  bool json = false;
  bool notes = false;
};

struct Numbers {
  Statistics statistics;
  Census census;
  std::optional<Coverage> coverage;
  std::string content_hash;
};

// Weights from the heaviest, as a reader asks for them.
template <class Take>
void each_weight(const Take& take) {
  for (unsigned weight = fact_weight_max; weight >= 1; --weight) take(weight);
}

nlohmann::json json_of(const Coverage& coverage) {
  nlohmann::json object;
  each_weight([&](unsigned weight) {
    nlohmann::json counts;
    for (std::size_t i = 0; i < met_names.size(); ++i) {
      counts[std::string(met_names[i])] = coverage.in(weight, static_cast<Met>(i));
    }
    object["weight_" + std::to_string(weight)] = std::move(counts);
  });
  return object;
}

std::string json_of(const Numbers& numbers) {
  nlohmann::json groups;
  groups["content_hash"] = numbers.content_hash;
  for (const auto& [name, value] : numbers.statistics) {
    const std::size_t dot = name.find('.');
    groups[name.substr(0, dot)][name.substr(dot + 1)] = value;
  }
  for (const TopicCount& topic : numbers.census.topics) {
    nlohmann::json& kinds = groups["topic_kind"][topic.id];
    for (const KindName& each : kind_names) {
      kinds[std::string(each.name)] = topic.by_kind.at(static_cast<std::size_t>(each.kind));
    }
  }
  groups["unexercised_notes"] = numbers.census.unexercised;
  if (numbers.coverage) groups["facts"] = json_of(*numbers.coverage);
  return groups.dump(2);
}

std::string share(std::size_t part, std::size_t whole) {
  if (whole == 0) return "-";
  return fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string format(const Coverage& coverage) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> total(met_names.size());
  const auto add = [&rows](const std::string& name, const std::vector<std::size_t>& counts) {
    std::size_t facts = 0;
    std::vector<std::string> row{name, ""};
    for (const std::size_t number : counts) {
      facts += number;
      row.push_back(std::to_string(number));
    }
    row[1] = std::to_string(facts);
    row.push_back(share(counts[0] + counts[1], facts));
    row.push_back(share(facts - counts.back(), facts));
    rows.push_back(std::move(row));
  };
  each_weight([&](unsigned weight) {
    std::vector<std::size_t> counts;
    for (std::size_t i = 0; i < met_names.size(); ++i) {
      counts.push_back(coverage.in(weight, static_cast<Met>(i)));
      total[i] += counts.back();
    }
    add(std::to_string(weight), counts);
  });
  add("all", total);
  std::vector<std::string> head{"facts of weight", "facts"};
  head.insert(head.end(), met_names.begin(), met_names.end());
  head.insert(head.end(), {"asked or told", "met"});
  return format_table(head, rows);
}

void print(const Numbers& numbers, bool with_notes, std::ostream& out) {
  const auto total = [&](const char* name) { return numbers.statistics.at(std::string("total.") + name); };
  out << fmt::format("{} topics, {} notes, {} questions, {} of them playable\n\n", total("topics"), total("notes"),
                     total("questions"), total("playable"));
  out << format(numbers.census) << '\n' << format_cues(numbers.statistics);
  const std::vector<std::string>& unexercised = numbers.census.unexercised;
  out << counted(unexercised.size(), "note") << " not yet exercised by a question"
      << (unexercised.empty() || with_notes ? "\n" : "; --notes names them\n");
  if (with_notes) {
    for (const std::string& id : unexercised) out << "  " << id << '\n';
  }
  if (numbers.coverage) out << '\n' << format(*numbers.coverage);
  out << "content " << numbers.content_hash << '\n';
}

// Nothing where there is no such file; the exit code where it is wrong.
tl::expected<std::optional<Coverage>, int> read_coverage(const std::vector<std::string>& sources,
                                                         const std::vector<Topic>& topics, std::ostream& err) {
  const std::optional<std::string> path = coverage_file(sources);
  if (!path) return std::optional<Coverage>();
  std::ifstream stream(*path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  Findings findings(*path);
  const std::vector<InventoryFact> facts = parse_coverage(bytes, findings);
  check_coverage(facts, topics, findings);
  for (const Finding& finding : findings.all()) err << format(finding) << '\n';
  if (!findings.all().empty()) return tl::unexpected(exit_content_wrong);
  return coverage_of(facts);
}

int stats(const Wish& wish, std::ostream& out, std::ostream& err) {
  const auto sources = sources_named(wish.sources);
  if (!sources) {
    complain(sources.error(), err);
    return exit_usage_wrong;
  }
  const auto topics = load_topics(*sources, err);
  if (!topics) return topics.error();
  const auto image = make_bank(*topics);
  if (!image) {
    complain(image.error(), err);
    return exit_usage_wrong;
  }
  const auto coverage = read_coverage(*sources, *topics, err);
  if (!coverage) return coverage.error();
  const Numbers numbers{statistics_of(*topics), census_of(*topics), *coverage, image->content_hash};
  if (wish.json) {
    out << json_of(numbers) << '\n';
  } else {
    print(numbers, wish.notes, out);
  }
  return exit_done;
}

}  // namespace

Command stats_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand(
      "stats", "Print how many questions there are, by topic, kind, domain, difficulty, language and origin");
  parser->add_option("source", wish->sources, source_help);
  parser->add_flag("--json", wish->json, "As JSON");
  parser->add_flag("-v,--notes", wish->notes, "Name the notes that no question exercises");
  parser->footer("Where the folder, or the one above it, has a coverage.tsv, it says how many facts of the notes are met.");
  return {parser, [wish](std::ostream& out, std::ostream& err) { return stats(*wish, out, err); }};
}

}  // namespace certamen::content
