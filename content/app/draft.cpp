// certamen-bank draft: plain study notes become topic files for a person to review.
#include "content/draft/draft.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
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

struct Wish {
  std::string notes;
  std::string folder;
  std::string language = "auto";
  bool force = false;
};

wire::Result<std::string> read_notes(const std::string& path) {
  std::error_code problem;
  if (!fs::exists(path, problem)) return wire::fault(path + ": no such file");
  if (fs::is_directory(path, problem)) return wire::fault(path + ": is a folder; name a file of notes");
  std::ifstream stream(path, std::ios::binary);
  std::string bytes;
  // One byte more than may be read tells that the file is too large.
  bytes.resize(notes_bytes_max + 1);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad() || (!stream && !stream.eof())) return wire::fault(path + ": cannot be read");
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

// Somebody may have reviewed what lies there.
wire::Result<void> prepare(const std::string& folder, bool force) {
  std::error_code problem;
  if (fs::exists(folder, problem) && !fs::is_directory(folder, problem))
    return wire::fault(folder + ": is a file; name a folder");
  fs::create_directories(folder, problem);
  if (problem) return wire::fault(folder + ": cannot be made: " + problem.message());
  for (const auto& entry : fs::directory_iterator(folder, problem)) {
    if (entry.path().extension() == ".yaml" && !force) {
      return wire::fault(folder + ": has topic files already; name an empty folder, or write over them with --force");
    }
  }
  return {};
}

wire::Result<void> write_draft(const Draft& drafted, const Wish& wish) {
  if (auto ready = prepare(wish.folder, wish.force); !ready) return ready;
  for (const Topic& topic : drafted.topics) {
    if (auto written = replace_file(wish.folder + "/" + topic.path, write_topic(topic)); !written) return written;
  }
  return replace_file(wish.folder + "/REPORT.txt", full_report(drafted, wish.notes));
}

int draft(const Wish& wish, std::ostream& out, std::ostream& err) {
  auto bytes = read_notes(wish.notes);
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
  parser->add_flag("--force", wish->force, "Write over topic files that are there");
  return {parser, [wish](std::ostream& out, std::ostream& err) { return draft(*wish, out, err); }};
}

}  // namespace certamen::content
