// certamen-bank build: writes the bank of the topics, or nothing at all when any of them is wrong.
#include <memory>
#include <string>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/compile/bank_image.hpp"
#include "content/compile/source_files.hpp"

namespace certamen::content {
namespace {

struct Wish {
  std::vector<std::string> sources;
  std::string target;
  bool include_drafts = false;
};

int build(const Wish& wish, std::ostream& out, std::ostream& err) {
  auto files = read_sources(wish.sources);
  if (!files) {
    complain(files.error(), err);
    return exit_usage_wrong;
  }
  const Compiled compiled = compile(std::move(*files), wish.include_drafts ? Drafts::Included : Drafts::Refused);
  print_findings(compiled, err);
  if (has_errors(compiled)) {
    err << summary(compiled) << "; nothing was written\n";
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
  if (auto written = replace_file(wish.target, image->bytes); !written) {
    complain(written.error(), err);
    return exit_usage_wrong;
  }
  out << summary(compiled) << '\n'
      << wish.target << ": " << image->bytes.size() << " bytes, content " << image->content_hash << '\n';
  return exit_done;
}

}  // namespace

Command build_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand("build", "Check the topics and write the bank");
  parser->add_option("topics", wish->sources, "Topic and table files, and folders of them")->required();
  parser->add_option("-o,--output", wish->target, "The bank to write; replaced whole or not at all")->required();
  parser->add_flag("--include-drafts", wish->include_drafts, "Take drafts that nobody has reviewed into the bank");
  return {parser, [wish](std::ostream& out, std::ostream& err) { return build(*wish, out, err); }};
}

}  // namespace certamen::content
