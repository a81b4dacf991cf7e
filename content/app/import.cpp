// certamen-bank import: makes topic files of the questions of another program.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/formats.hpp"
#include "content/app/output.hpp"
#include "content/compile/source_files.hpp"
#include "content/model/names.hpp"
#include "content/yaml/write_topic.hpp"

namespace certamen::content {
namespace {

namespace fs = std::filesystem;

struct Wish {
  std::string file;
  std::string format;
  std::string folder = ".";
  std::string topic_id;
  std::string title;
  std::string language = "en";
  std::string domain = "general";
  bool force = false;
};

constexpr std::size_t import_bytes_max = 16UL * 1024 * 1024;

ImportWish import_wish(const Wish& wish) {
  const std::string stem = fs::path(wish.file).stem().string();
  ImportWish import;
  import.topic_id = wish.topic_id.empty() ? stem : wish.topic_id;
  import.title = wish.title.empty() && wish.topic_id.empty() ? stem : wish.title;
  import.language = wish.language == "es" ? wire::Language::Spanish : wire::Language::English;
  for (const DomainName& each : domain_names) {
    if (each.name == wish.domain) import.domain = each.domain;
  }
  return import;
}

wire::Result<Import> import_file(const Wish& wish) {
  const auto bytes = read_file(wish.file, import_bytes_max + 1);
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->size() > import_bytes_max)
    return wire::fault(fmt::format("{}: has more than {} bytes; split it", wish.file, import_bytes_max));
  const ImportFormat* format =
      wish.format.empty() ? guessed_format(wish.file, *bytes) : format_named(import_formats(), wish.format);
  if (format == nullptr) {
    return wire::fault(fmt::format("{}: say what it is with --format {}", wish.file, listed(import_formats())));
  }
  auto import = format->read(*bytes, import_wish(wish));
  if (!import) return wire::fault(fmt::format("{}: {}", wish.file, import.error().what));
  return import;
}

// All or nothing: no file is written when one is in the way.
wire::Result<void> write_topics(const Wish& wish, const std::vector<Topic>& topics, std::ostream& out) {
  std::error_code problem;
  fs::create_directories(wish.folder, problem);
  if (problem) return wire::fault(fmt::format("{}: {}", wish.folder, problem.message()));
  const auto path_of = [&wish](const Topic& topic) { return (fs::path(wish.folder) / (topic.id.text + ".yaml")).string(); };
  for (const Topic& topic : topics) {
    if (wish.force || !fs::exists(path_of(topic), problem)) continue;
    return wire::fault(fmt::format(
        "{} is there already and nothing was written; name another topic with --topic or another folder with -o. "
        "--force replaces the file, with all that was changed in it by hand",
        path_of(topic)));
  }
  for (const Topic& topic : topics) {
    if (auto written = replace_file(path_of(topic), write_topic(topic)); !written) return written;
    out << path_of(topic) << ": " << counted(topic.questions.size(), "question") << '\n';
  }
  return {};
}

// What is said of many lines is said once, with the lines.
std::vector<Remark> summed(const std::vector<Remark>& remarks) {
  constexpr std::size_t single_max = 3;
  constexpr std::size_t lines_named_max = 8;
  std::map<std::string, std::vector<std::size_t>> lines;
  for (const Remark& remark : remarks) lines[remark.what].push_back(remark.line);
  std::vector<Remark> all;
  for (const Remark& remark : remarks) {
    const auto found = lines.find(remark.what);
    if (found == lines.end()) continue;  // said already
    const std::vector<std::size_t>& at = found->second;
    if (at.size() <= single_max) {
      all.push_back(remark);
      continue;
    }
    const std::size_t named = std::min(at.size(), lines_named_max);
    const std::vector<std::size_t> first(at.begin() + 1, at.begin() + static_cast<std::ptrdiff_t>(named));
    all.push_back({remark.line, fmt::format("{} ({} times, also in lines {}{})", remark.what, at.size(),
                                            fmt::join(first, ", "), named < at.size() ? ", …" : "")});
    lines.erase(found);
  }
  return all;
}

int import(const Wish& wish, std::ostream& out, std::ostream& err) {
  const auto import = import_file(wish);
  if (!import) {
    complain(import.error(), err);
    return exit_usage_wrong;
  }
  print_remarks(wish.file, summed(import->remarks), err);
  if (import->topics.empty()) {
    complain(wire::Fault{fmt::format("{}: none of its {} can be imported; nothing was written", wish.file,
                                     counted(import->question_count, "question"))},
             err);
    return exit_usage_wrong;
  }
  if (auto written = write_topics(wish, import->topics, out); !written) {
    complain(written.error(), err);
    return exit_usage_wrong;
  }
  std::size_t questions = 0;
  for (const Topic& topic : import->topics) questions += topic.questions.size();
  out << fmt::format("{}: {} of {} in {}, {}\n", wish.file, questions, counted(import->question_count, "question"),
                     counted(import->topics.size(), "topic"), counted(import->remarks.size(), "remark"));
  return import->remarks.empty() ? exit_done : exit_content_wrong;
}

}  // namespace

Command import_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand("import", "Make topic files of another program's questions");
  parser->add_option("file", wish->file, "The file to read")->required();
  parser->add_option("--format", wish->format, listed(import_formats()) + "; guessed from the file's ending where absent");
  parser->add_option("-o,--output", wish->folder, "The folder of the topic files")->capture_default_str();
  parser->add_option("--topic", wish->topic_id, "Id of the topic; made from the file's name where absent");
  parser->add_option("--title", wish->title, "Title of the topic, where the file names none");
  parser->add_option("--language", wish->language, "Language of the file's texts")
      ->check(CLI::IsMember({"en", "es"}))
      ->capture_default_str();
  std::vector<std::string> domains;
  for (const DomainName& each : domain_names) domains.emplace_back(each.name);
  parser->add_option("--domain", wish->domain, "Exam domain of the questions")
      ->check(CLI::IsMember(domains))
      ->capture_default_str();
  parser->add_flag("--force", wish->force, "Replace topic files that are there already");
  return {parser, [wish](std::ostream& out, std::ostream& err) { return import(*wish, out, err); }};
}

}  // namespace certamen::content
