// certamen-bank draft: plain study notes become topic files for a person to review.
#include "content/draft/draft.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/compile/source_files.hpp"
#include "content/draft/note_text.hpp"
#include "content/draft/report.hpp"
#include "content/yaml/write_topic.hpp"

namespace certamen::content {
namespace {

namespace fs = std::filesystem;

constexpr const char* report_name = "REPORT.txt";

struct Wish {
  std::string notes;
  std::string folder;
  std::string language = "auto";
  bool force = false;
};

// What a draft puts into its folder.
std::vector<fs::path> targets_of(const Draft& drafted, const std::string& folder) {
  std::vector<fs::path> targets{fs::path(folder) / report_name};
  for (const Topic& topic : drafted.topics) targets.push_back(fs::path(folder) / topic.path);
  return targets;
}

// A draft's own word for itself, as write_topic() writes it.
bool says_draft(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  for (std::string line; std::getline(stream, line);) {
    if (line == "origin: draft" || line == "origin: draft\r") return true;
  }
  return false;
}

// The topic files of an earlier draft. A fault where one is of somebody else, or the notes.
wire::Result<std::vector<fs::path>> earlier_topics(const Wish& wish) {
  std::vector<fs::path> topics;
  std::error_code problem;
  fs::directory_iterator entry(wish.folder, problem);
  for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
    const fs::path& path = entry->path();
    if (path.extension() != ".yaml") continue;
    std::error_code ignored;
    if (fs::equivalent(path, wish.notes, ignored))
      return wire::fault(path.string() + ": is the file of notes itself and would be removed; name another folder");
    if (!fs::is_regular_file(path, ignored) || !says_draft(path))
      return wire::fault(path.string() + ": does not say 'origin: draft' and is left alone; name another folder");
    topics.push_back(path);
  }
  if (problem) return wire::fault(wish.folder + ": " + problem.message());
  return topics;
}

// Somebody may have reviewed what lies there, and the notes themselves are never written over.
wire::Result<void> prepare(const Draft& drafted, const Wish& wish) {
  const std::string& folder = wish.folder;
  std::error_code problem;
  if (fs::exists(folder, problem) && !fs::is_directory(folder, problem))
    return wire::fault(folder + ": is a file; name a folder");
  for (const fs::path& target : targets_of(drafted, folder)) {
    if (fs::equivalent(target, wish.notes, problem))
      return wire::fault(target.string() + ": is the file of notes itself and would be written over; name another folder");
  }
  fs::create_directories(folder, problem);
  if (problem) return wire::fault(folder + ": cannot be made: " + problem.message());
  if (wish.force) return {};
  fs::directory_iterator entry(folder, problem);
  for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
    if (entry->path().extension() == ".yaml")
      return wire::fault(folder + ": has topic files already; name an empty folder, or write over them with --force");
  }
  if (problem) return wire::fault(folder + ": " + problem.message());
  if (fs::exists(fs::path(folder) / report_name, problem))
    return wire::fault(folder + ": has a REPORT.txt already; name an empty folder, or write over it with --force");
  return {};
}

wire::Result<void> write_draft(const Draft& drafted, const Wish& wish) {
  if (auto ready = prepare(drafted, wish); !ready) return ready;
  const auto earlier = earlier_topics(wish);
  if (!earlier) return tl::unexpected(earlier.error());
  std::set<fs::path> written_topics;
  for (const Topic& topic : drafted.topics) {
    const fs::path path = fs::path(wish.folder) / topic.path;
    if (auto written = replace_file(path.string(), write_topic(topic)); !written) return written;
    written_topics.insert(path);
  }
  for (const fs::path& path : *earlier) {
    std::error_code problem;
    if (!written_topics.contains(path)) fs::remove(path, problem);
    if (problem) return wire::fault(path.string() + ": cannot be removed: " + problem.message());
  }
  return replace_file(wish.folder + "/" + report_name, full_report(drafted, wish.notes));
}

int draft(const Wish& wish, std::ostream& out, std::ostream& err) {
  // One byte more than may be read tells that the file is too large.
  const auto bytes = read_file(wish.notes, notes_bytes_max + 1);
  if (!bytes) {
    complain(bytes.error(), err);
    return exit_usage_wrong;
  }
  DraftWish draft_wish;
  if (wish.language != "auto")
    draft_wish.language = wish.language == "es" ? wire::Language::Spanish : wire::Language::English;
  const auto drafted = draft_notes(*bytes, draft_wish);
  if (!drafted) {
    complain(wire::Fault{wish.notes + ": " + drafted.error().what}, err);
    return exit_usage_wrong;
  }
  if (drafted->topics.empty()) {
    err << summary(*drafted) << "certamen-bank: " << wish.notes
        << ": nothing could be drafted; notes work best as headings, lists and lines like 'term - definition'\n";
    return exit_content_wrong;
  }
  if (auto written = write_draft(*drafted, wish); !written) {
    complain(written.error(), err);
    return exit_usage_wrong;
  }
  out << summary(*drafted) << "Read " << wish.folder << "/REPORT.txt, review the topics beside it, then take out their "
      << "'draft: true'.\n";
  return exit_done;
}

}  // namespace

Command draft_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand("draft", "Draft topics from plain study notes, for you to review");
  parser->add_option("notes", wish->notes, "A text file of notes")->required();
  parser->add_option("-o,--output", wish->folder, "The folder for the topics and REPORT.txt")->required();
  parser->add_option("--language", wish->language, "Language of the notes")
      ->check(CLI::IsMember({"auto", "en", "es"}))
      ->capture_default_str();
  parser->add_flag("--force", wish->force, "Replace the earlier draft and the REPORT.txt that are there");
  return {parser, [wish](std::ostream& out, std::ostream& err) { return draft(*wish, out, err); }};
}

}  // namespace certamen::content
