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

constexpr const char* default_topics = "content/topics";

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool holds_topic_files(const std::string& folder) {
  std::error_code problem;
  for (fs::directory_iterator entry(folder, problem); !problem && entry != fs::directory_iterator();
       entry.increment(problem)) {
    if (entry->path().extension() == ".yaml") return true;
  }
  return false;
}

std::string with_topics_below(const std::string& source) {
  const fs::path below = fs::path(source) / "topics";
  return is_folder(source) && !holds_topic_files(source) && is_folder(below) ? below.string() : source;
}

}  // namespace

wire::Result<std::string> source_named(const std::string& name) {
  if (!name.empty()) return name;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): the program has one thread
  const char* named = std::getenv("CERTAMEN_BANK");
  if (named != nullptr && *named != '\0') return std::string(named);
  if (is_folder(default_topics)) return std::string(default_topics);
  return wire::fault("there is no content/topics here; name a bank or a folder of topics, or set CERTAMEN_BANK to one");
}

tl::expected<std::vector<Topic>, int> load_topics(const std::string& name, std::ostream& err) {
  const auto refused = [&err](const wire::Fault& fault) {
    complain(fault, err);
    return tl::unexpected(exit_usage_wrong);
  };
  const auto source = source_named(name);
  if (!source) return refused(source.error());
  if (is_bank(*source)) {
    auto topics = read_bank(*source);
    if (!topics) return refused(topics.error());
    return std::move(*topics);
  }
  auto files = read_sources({with_topics_below(*source)});
  if (!files) return refused(files.error());
  Compiled compiled = compile(std::move(*files));
  if (!has_errors(compiled)) return std::move(compiled.topics);
  print_findings(compiled, err);
  err << summary(compiled) << "; mend the errors first\n";
  return tl::unexpected(exit_content_wrong);
}

std::optional<std::string> coverage_file(const std::string& source) {
  if (!is_folder(source)) return std::nullopt;
  std::error_code problem;
  const fs::path folder = fs::canonical(source, problem);
  if (problem) return std::nullopt;
  for (const fs::path& place : {folder, folder.parent_path()}) {
    const fs::path file = place / "coverage.tsv";
    if (fs::is_regular_file(file, problem)) return file.string();
  }
  return std::nullopt;
}

}  // namespace certamen::content
