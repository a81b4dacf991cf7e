// certamen-bank proof: the whole bank as pages to read on a screen or on paper.
#include <fmt/core.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/app/sources.hpp"
#include "content/compile/bank_image.hpp"
#include "content/compile/source_files.hpp"
#include "content/report/html.hpp"
#include "content/report/proof_pages.hpp"

namespace certamen::content {
namespace {

namespace fs = std::filesystem;

struct Wish {
  std::string folder;
  std::vector<std::string> sources;
};

bool is_proof_page(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return text.find(html::generator) != std::string::npos;
}

// Made when it is not there; else empty, or of an earlier proof: what somebody else keeps there is not mixed with.
wire::Result<void> prepare(const std::string& folder) {
  std::error_code problem;
  if (fs::exists(folder, problem) && !fs::is_directory(folder, problem)) {
    return wire::fault(fmt::format("{}: is a file; name a folder", folder));
  }
  fs::create_directories(folder, problem);
  if (problem) return wire::fault(fmt::format("{}: cannot be made: {}", folder, problem.message()));
  const bool empty = fs::is_empty(folder, problem);
  if (problem) return wire::fault(fmt::format("{}: {}", folder, problem.message()));
  if (!empty && !is_proof_page(fs::path(folder) / "index.html")) {
    return wire::fault(fmt::format("{}: holds other files; name an empty folder, or one of an earlier proof", folder));
  }
  return {};
}

// Pages of topics that are gone since the earlier proof.
void remove_old_pages(const std::string& folder, const std::vector<ProofPage>& pages) {
  std::set<std::string> kept;
  for (const ProofPage& page : pages) kept.insert(page.file);
  std::set<fs::path> gone;
  std::error_code problem;
  for (fs::directory_iterator entry(folder, problem); !problem && entry != fs::directory_iterator();
       entry.increment(problem)) {
    const std::string name = entry->path().filename().string();
    const bool page = name.starts_with("topic-") && name.ends_with(".html");
    if (page && !kept.contains(name) && is_proof_page(entry->path())) gone.insert(entry->path());
  }
  for (const fs::path& path : gone) fs::remove(path, problem);
}

int proof(const Wish& wish, std::ostream& out, std::ostream& err) {
  const auto topics = load_topics(wish.sources, err);
  if (!topics) return topics.error();
  const auto refused = [&err](const wire::Fault& fault) {
    complain(fault, err);
    return exit_usage_wrong;
  };
  const auto image = make_bank(*topics);
  if (!image) return refused(image.error());
  if (auto prepared = prepare(wish.folder); !prepared) return refused(prepared.error());
  const std::vector<ProofPage> pages = proof_pages(*topics, image->content_hash);
  for (const ProofPage& page : pages) {
    if (auto written = replace_file(wish.folder + "/" + page.file, page.html); !written) return refused(written.error());
  }
  remove_old_pages(wish.folder, pages);
  out << wish.folder << "/index.html: " << counted(pages.size(), "page") << ", content " << image->content_hash << '\n';
  return exit_done;
}

}  // namespace

Command proof_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand("proof", "Write the whole bank as HTML pages for reviewers, to read or to print");
  parser->add_option("folder", wish->folder, "Where to; made when it is not there")->required();
  parser->add_option("source", wish->sources, source_help);
  return {parser, [wish](std::ostream& out, std::ostream& err) { return proof(*wish, out, err); }};
}

}  // namespace certamen::content
