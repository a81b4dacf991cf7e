#include <algorithm>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "tests/tidy/rules.hpp"

namespace certamen::tidy {
namespace {

constexpr std::size_t file_lines_max = 450;
constexpr std::size_t function_lines_best = 50;

Findings check_header(const Source& source) {
  Findings findings;
  if (source.text.empty() || !source.text.front().starts_with("//")) {
    findings.push_back({source.path, 1, "a header that does not begin with a comment",
                        "say what the thing is in the domain's words, then purity, ownership, threads"});
  }
  if (std::find(source.code.begin(), source.code.end(), "#pragma once") == source.code.end()) {
    findings.push_back({source.path, 1, "a header without #pragma once", "add it below the comment"});
  }
  return findings;
}

// The nearest README in the folder or above it, but not that of the whole tree.
const Source* readme_for(const std::string& folder, const Tree& tree) {
  for (std::string above = folder; !above.empty(); above = folder_of(above)) {
    for (const Source& readme : tree.readmes) {
      if (folder_of(readme.path) == above) return &readme;
    }
  }
  return nullptr;
}

bool mentions(const Source& readme, const std::string& name) {
  const std::regex word("(^|[^\\w-])" + std::regex_replace(name, std::regex("[.+]"), "\\$&") + "([^\\w-]|$)");
  return std::any_of(readme.text.begin(), readme.text.end(),
                     [&word](const std::string& line) { return std::regex_search(line, word); });
}

// Whether the words before an opening brace are the head of a function.
bool is_function_head(std::string head) {
  static const std::regex control(
      "^\\s*(if|else|for|while|switch|do|catch|try|namespace|class|struct|enum|union|return)\\b");
  static const std::regex tail("\\)\\s*(const|noexcept|override|final|mutable|&|->\\s*[\\w:<>,&*\\s]+)*\\s*(:[^:].*)?$");
  while (!head.empty() && std::isspace(static_cast<unsigned char>(head.front())) != 0) head.erase(head.begin());
  return head.find('(') != std::string::npos && !std::regex_search(head, control) && std::regex_search(head, tail);
}

std::string name_in(const std::string& head) {
  const std::size_t parenthesis = head.find('(');
  std::size_t begin = parenthesis;
  while (begin > 0 && (std::isalnum(static_cast<unsigned char>(head[begin - 1])) != 0 || head[begin - 1] == '_')) --begin;
  return head.substr(begin, parenthesis - begin);
}

struct Block {
  std::size_t line = 0;
  std::string function;  // empty for any other block
  bool value = false;    // braces around a value, in the middle of a head or a statement
};

// `b_{1}`: a brace that follows its word at once. Our format puts a space before a body.
bool begins_value(const std::string& head) {
  return !head.empty() &&
         (std::isalnum(static_cast<unsigned char>(head.back())) != 0 || head.back() == '_' || head.back() == '>');
}

}  // namespace

Findings check_shape(const Source& source) {
  Findings findings;
  if (is_cpp(source) && source.text.size() > file_lines_max) {
    findings.push_back({source.path, 0, std::to_string(source.text.size()) + " lines",
                        "a reader holds one idea a file: split it below " + std::to_string(file_lines_max)});
  }
  if (is_header(source)) {
    Findings more = check_header(source);
    findings.insert(findings.end(), more.begin(), more.end());
  }
  return findings;
}

Findings check_readmes(const Tree& tree) {
  Findings findings;
  for (const std::string& folder : tree.folders) {
    const Source* readme = readme_for(folder, tree);
    if (readme == nullptr) {
      findings.push_back({folder, 0, "a folder without a README", "say what lives there and what may not"});
      continue;
    }
    const std::string above = folder_of(readme->path);
    if (above == folder) continue;
    const std::string rest = folder.substr(above.size() + 1);
    const std::string name = rest.substr(0, rest.find('/'));
    if (mentions(*readme, name)) continue;
    findings.push_back({folder, 0, "a folder that " + readme->path + " does not name", "say there what lives in " + name});
  }
  return findings;
}

Findings long_functions(const Source& source) {
  Findings findings;
  std::vector<Block> open;
  std::string head;
  const auto inside_function = [&open] {
    return std::any_of(open.begin(), open.end(), [](const Block& block) { return !block.function.empty(); });
  };
  for (std::size_t i = 0; i < source.code.size(); ++i) {
    for (const char letter : source.code[i].starts_with('#') ? std::string() : source.code[i] + " ") {
      if (letter == '{' && begins_value(head)) {
        open.push_back({i + 1, "", true});
      } else if (letter == '{') {
        const bool function = !inside_function() && is_function_head(head);
        open.push_back({i + 1, function ? name_in(head) : "", false});
        head.clear();
      } else if (letter == '}' && !open.empty()) {
        const std::size_t lines = i + 2 - open.back().line;
        if (!open.back().function.empty() && lines > function_lines_best) {
          findings.push_back({source.path, open.back().line,
                              open.back().function + " has " + std::to_string(lines) + " lines",
                              "best under " + std::to_string(function_lines_best)});
        }
        if (!open.back().value) head.clear();
        open.pop_back();
      } else if (letter == ';') {
        head.clear();
      } else {
        head.push_back(letter);
      }
    }
  }
  return findings;
}

}  // namespace certamen::tidy
