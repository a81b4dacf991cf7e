#include "content/app/sources.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/compile/read_bank.hpp"
#include "content/compile/source_files.hpp"

namespace certamen::content {
namespace {

namespace fs = std::filesystem;

constexpr const char* default_source = "content";

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool holds_files(const std::string& folder) {
  std::error_code problem;
  for (fs::directory_iterator entry(folder, problem); !problem && entry != fs::directory_iterator();
       entry.increment(problem)) {
    if (entry->path().extension() == ".yaml") return true;
  }
  return false;
}

// The name itself, or the folders of topics and tables below it.
std::vector<std::string> with_folders_below(const std::string& name) {
  const fs::path topics = fs::path(name) / "topics";
  const fs::path tables = fs::path(name) / "tables";
  if (!is_folder(topics) || holds_files(name)) return {name};
  if (!is_folder(tables)) return {topics.string()};
  return {topics.string(), tables.string()};
}

}  // namespace

wire::Result<std::vector<std::string>> sources_named(const std::vector<std::string>& names) {
  if (!names.empty()) return names;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): the program has one thread
  const char* named = std::getenv("CERTAMEN_BANK");
  if (named != nullptr && *named != '\0') return std::vector<std::string>{named};
  if (is_folder(fs::path(default_source) / "topics")) return std::vector<std::string>{default_source};
  return wire::fault("there is no content/topics here; name a bank or a folder of topics, or set CERTAMEN_BANK to one");
}

tl::expected<std::vector<Topic>, int> load_topics(const std::vector<std::string>& names, std::ostream& err) {
  const auto refused = [&err](const wire::Fault& fault) {
    complain(fault, err);
    return tl::unexpected(exit_usage_wrong);
  };
  const auto sources = sources_named(names);
  if (!sources) return refused(sources.error());
  if (sources->size() == 1 && is_bank(sources->front())) {
    auto topics = read_bank(sources->front());
    if (!topics) return refused(topics.error());
    return std::move(*topics);
  }
  std::vector<std::string> paths;
  for (const std::string& source : *sources) {
    for (std::string& path : with_folders_below(source)) paths.push_back(std::move(path));
  }
  auto files = read_sources(paths);
  if (!files) return refused(files.error());
  Compiled compiled = compile(std::move(*files));
  if (has_errors(compiled)) {
    print_findings(compiled, err);
    err << summary(compiled) << "; mend the errors first\n";
    return tl::unexpected(exit_content_wrong);
  }
  if (compiled.topics.empty()) return refused(no_topics);
  return std::move(compiled.topics);
}

std::optional<std::string> coverage_file(const std::vector<std::string>& sources) {
  for (const std::string& source : sources) {
    std::error_code problem;
    const fs::path folder = fs::canonical(source, problem);
    if (problem || !is_folder(folder)) continue;
    for (const fs::path& place : {folder, folder.parent_path()}) {
      const fs::path file = place / "coverage.tsv";
      if (fs::is_regular_file(file, problem)) return file.string();
    }
  }
  return std::nullopt;
}

}  // namespace certamen::content
