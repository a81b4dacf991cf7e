// certamen-bank export: writes the questions of topics for another program.
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/formats.hpp"
#include "content/app/output.hpp"
#include "content/app/sources.hpp"
#include "content/compile/source_files.hpp"

namespace certamen::content {
namespace {

struct Wish {
  std::vector<std::string> sources;
  std::string format;
  std::string target = "-";
  std::string language = "en";
};

// What a format of one language leaves behind.
void tell_loss(const std::vector<Topic>& topics, const Wish& wish, std::ostream& err) {
  const bool english = wish.language == "en";
  const auto both = std::count_if(topics.begin(), topics.end(),
                                  [](const Topic& topic) { return topic.languages.en && topic.languages.es; });
  if (both == 0) return;
  err << fmt::format(
      "the {} texts of {} are left out: {} holds one language; --language {} writes them, json and csv hold both\n",
      english ? "Spanish" : "English", counted(static_cast<std::size_t>(both), "topic"), wish.format, english ? "es" : "en");
}

int write_export(const Wish& wish, std::ostream& out, std::ostream& err) {
  const ExportFormat* format = format_named(export_formats(), wish.format);
  if (format == nullptr) {
    complain(wire::Fault{fmt::format("'{}' is no format of export; choose {}", wish.format, listed(export_formats()))}, err);
    return exit_usage_wrong;
  }
  const auto topics = load_topics(wish.sources, err);
  if (!topics) return topics.error();
  const Export made = format->write(*topics, wish.language == "es" ? wire::Language::Spanish : wire::Language::English);
  print_remarks("", made.remarks, err);
  if (!format->both_languages) tell_loss(*topics, wish, err);
  if (wish.target == "-") {
    out << made.bytes << std::flush;
    return out.good() ? exit_done : exit_usage_wrong;
  }
  if (auto written = replace_file(wish.target, made.bytes); !written) {
    complain(written.error(), err);
    return exit_usage_wrong;
  }
  out << wish.target << ": " << made.bytes.size() << " bytes\n";
  return exit_done;
}

}  // namespace

Command export_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand("export", "Write the topics for another program");
  parser->add_option("source", wish->sources, source_help);
  parser->add_option("--format", wish->format, listed(export_formats()))->required();
  parser->add_option("-o,--output", wish->target, "The file to write; - is standard output")->capture_default_str();
  parser->add_option("--language", wish->language, "Language of the texts, where the format holds one")
      ->check(CLI::IsMember({"en", "es"}))
      ->capture_default_str();
  return {parser, [wish](std::ostream& out, std::ostream& err) { return write_export(*wish, out, err); }};
}

}  // namespace certamen::content
