#include "tests/tidy/source.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace certamen::tidy {
namespace {

namespace fs = std::filesystem;

// Walks over C++ text and blanks what is not code. Line ends stay, so lines and columns do.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), code_(text) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (starts("//")) {
        blank_until(text_.find('\n', at_));
      } else if (starts("/*")) {
        blank_until(after("*/", at_ + 2));
      } else if (starts("R\"") && !follows_a_word()) {
        blank_raw_string();
      } else if (text_[at_] == '"' && !is_include()) {
        blank_literal('"');
      } else if (text_[at_] == '\'' && !follows_a_word()) {  // after a digit it separates
        blank_literal('\'');
      } else {
        ++at_;
      }
    }
    return std::move(code_);
  }

 private:
  [[nodiscard]] bool starts(std::string_view token) const { return text_.substr(at_, token.size()) == token; }
  [[nodiscard]] bool follows_a_word() const {
    return at_ > 0 && (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0 || text_[at_ - 1] == '_');
  }
  [[nodiscard]] bool is_include() const {
    const std::size_t begin = text_.rfind('\n', at_) + 1;  // npos + 1 is 0
    return text_.substr(begin).starts_with("#include");
  }
  [[nodiscard]] std::size_t after(std::string_view token, std::size_t from) const {
    const std::size_t found = text_.find(token, from);
    return found == std::string_view::npos ? found : found + token.size();
  }
  void blank_until(std::size_t end) {
    end = std::min(end, text_.size());
    for (; at_ < end; ++at_) {
      if (code_[at_] != '\n') code_[at_] = ' ';
    }
  }
  void blank_literal(char quote) {
    ++at_;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
      const std::size_t length = text_[at_] == '\\' ? 2 : 1;
      blank_until(at_ + length);
    }
    ++at_;
  }
  void blank_raw_string() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) return blank_until(open);
    const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    blank_until(after(close, open));
  }

  std::string_view text_;
  std::string code_;
  std::size_t at_ = 0;
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_read(const fs::path& path) {
  static const std::set<std::string> endings = {".cpp", ".hpp", ".proto", ".cmake", ".sql", ".in", ".py", ".sh"};
  return endings.contains(path.extension().string()) || path.filename() == "CMakeLists.txt";
}

bool is_skipped(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  return name.starts_with('.') || (entry.is_directory() && name == "build");
}

}  // namespace

std::string sentence(const Finding& finding) {
  const std::string line = finding.line == 0 ? "" : ":" + std::to_string(finding.line);
  return finding.path + line + ": " + finding.what + "; " + finding.mend;
}

std::string sentences(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) text += sentence(finding) + "\n";
  return text;
}

Source source_from(std::string path, std::string_view content) {
  Source source{std::move(path), lines_of(content), {}};
  source.code = is_cpp(source) ? lines_of(Blanker(content).run()) : source.text;
  return source;
}

Tree read_tree(const fs::path& root) {
  Tree tree;
  std::set<std::string> folders;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator(); ++it) {
    if (is_skipped(*it)) {
      it.disable_recursion_pending();
      continue;
    }
    if (!it->is_regular_file()) continue;
    const std::string path = it->path().lexically_relative(root).generic_string();
    if (const std::string folder = folder_of(path); !folder.empty()) folders.insert(folder);
    if (is_read(it->path())) tree.sources.push_back(source_from(path, content_of(it->path())));
    if (it->path().filename() == "README.md") tree.readmes.push_back(source_from(path, content_of(it->path())));
  }
  const auto by_path = [](const Source& left, const Source& right) { return left.path < right.path; };
  std::sort(tree.sources.begin(), tree.sources.end(), by_path);
  std::sort(tree.readmes.begin(), tree.readmes.end(), by_path);
  tree.folders.assign(folders.begin(), folders.end());
  return tree;
}

bool is_cpp(const Source& source) {
  return source.path.ends_with(".cpp") || is_header(source);
}

bool is_header(const Source& source) {
  return source.path.ends_with(".hpp") || source.path.ends_with(".hpp.in");
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

bool lies_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace certamen::tidy
