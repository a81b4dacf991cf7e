// The readers of yaml_fields.hpp that take a whole file, and what a file says about itself.
#include <fmt/core.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "content/model/measures.hpp"
#include "content/model/month.hpp"
#include "content/yaml/yaml_fields.hpp"

namespace certamen::content {
namespace {

int line_at(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  return static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
}

// Hears a document and keeps nothing.
class Listener : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

// Zero, one, or two for more. YAML::LoadAll never returns from some texts, such as ",a b:C": it makes empty documents of
// them for ever.
int count_documents(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  Listener listener;
  int count = 0;
  while (count < 2 && parser.HandleNextDocument(listener)) ++count;
  return count;
}

bool marks_documents(std::string_view text) {
  return text.starts_with("---") || text.find("\n---") != std::string_view::npos;
}

// What the parser's words most often come from.
std::string_view mend_of(std::string_view message) {
  for (const std::string_view shifted :
       {"end of map not found", "end of sequence not found", "illegal tab", "illegal block entry"}) {
    if (message.starts_with(shifted)) {
      return "look at the indentation here and just above: entries of one list or mapping begin in one column, after "
             "spaces, never tabs";
    }
  }
  return "look here and just above, and put texts with ': ', ' #', quotes or braces, and texts with '?' inside braces, into "
         "double quotes; entries of one list or mapping begin in one column";
}

}  // namespace

void read_document(std::string_view bytes, std::string_view noun, Findings& findings,
                   const std::function<void(const YAML::Node&)>& read) {
  if (bytes.size() > topic_file_bytes_max) {
    findings.error(Place{}, fmt::format("the file has {} bytes; split the {}, at most {} are read", bytes.size(), noun,
                                        topic_file_bytes_max));
    return;
  }
  if (const auto invalid = first_invalid_byte(bytes)) {
    findings.error(Place{line_at(bytes, *invalid), ""}, "is not UTF-8; save the file as UTF-8");
    return;
  }
  try {
    const std::string text(bytes);
    const int documents = count_documents(text);
    if (documents == 1) {
      read(YAML::Load(text));
    } else if (documents == 0) {
      findings.error(Place{}, fmt::format("the file is empty; write a {}", noun));
    } else if (!marks_documents(bytes)) {
      findings.error(Place{}, "is not YAML: a line begins with ',', ']' or '}'; put such texts into double quotes");
    } else {
      findings.error(Place{}, "has more than one YAML document; take out '---'");
    }
  } catch (const YAML::Exception& problem) {
    const int line = problem.mark.is_null() ? 1 : problem.mark.line + 1;
    findings.error(Place{line, ""}, fmt::format("is not YAML: {}; {}", problem.msg, mend_of(problem.msg)));
  }
}

Words require_file_id(const Mapping& mapping, std::string_view key, const std::string& path) {
  Words id = require_id(mapping, key);
  const std::string stem = std::filesystem::path(path).stem().string();
  if (!id.text.empty() && id.text != stem) {
    mapping.findings().error(id.place,
                             fmt::format("is '{}', but the file is named '{}.yaml'; make them equal", id.text, stem));
  }
  return id;
}

std::string require_month(const Mapping& mapping, std::string_view key, std::string_view mend) {
  const auto field = mapping.require(key, mend);
  if (!field) return {};
  const std::string month = read_scalar(*field, mapping.findings());
  if (field->node.IsScalar() && !is_month(month)) {
    mapping.findings().error(field->place, "is not a month; write it as \"2026-11\"");
  }
  return month;
}

}  // namespace certamen::content
