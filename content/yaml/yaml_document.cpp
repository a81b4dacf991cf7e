// The readers of yaml_fields.hpp that take a whole file, and what a file says about itself.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "content/model/measures.hpp"
#include "content/yaml/yaml_fields.hpp"

namespace certamen::content {
namespace {

int line_at(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  return static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
}

// YYYY-MM
bool is_month(std::string_view text) {
  const auto digit = [text](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 7 || text[4] != '-') return false;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U}) {
    if (!digit(at)) return false;
  }
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  return month >= 1 && month <= 12;
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
    const std::vector<YAML::Node> documents = YAML::LoadAll(std::string(bytes));
    if (documents.size() == 1) {
      read(documents.front());
    } else if (documents.empty()) {
      findings.error(Place{}, fmt::format("the file is empty; write a {}", noun));
    } else {
      findings.error(Place{}, "has more than one YAML document; take out '---'");
    }
  } catch (const YAML::Exception& problem) {
    const int line = problem.mark.is_null() ? 1 : problem.mark.line + 1;
    findings.error(Place{line, ""},
                   fmt::format("is not YAML: {}; look here and just above, and put texts with ': ', ' #', quotes or "
                               "braces, and texts with '?' inside braces, into double quotes",
                               problem.msg));
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
