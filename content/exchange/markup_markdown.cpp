#include <fmt/core.h>

#include <map>
#include <set>
#include <utility>

#include "content/exchange/markup.hpp"

namespace certamen::content {
namespace {

bool is_word(char letter) {
  const bool ascii =
      (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
  return ascii || static_cast<unsigned char>(letter) >= 0x80;
}

bool is_space(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

// "# ", "> " and list bullets at the beginning of lines.
std::string without_line_marks(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::size_t begin = line.find_first_not_of(" \t");
    line.remove_prefix(begin == std::string_view::npos ? line.size() : begin);
    const std::size_t hashes = line.find_first_not_of('#');
    if (hashes != std::string_view::npos && hashes > 0 && line[hashes] == ' ') line.remove_prefix(hashes + 1);
    if (line.starts_with("> ")) line.remove_prefix(2);
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
      plain += "\u2028– ";
      line.remove_prefix(2);
    }
    plain += line;
    plain += line.empty() ? "\u2028" : "\n";
  }
  return plain;
}

// Inline marks, by the place of their bytes: which go, and what comes instead.
class InlineMarks {
 public:
  explicit InlineMarks(const std::string& text) : text_(text) {}

  Unmarked read() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    Unmarked unmarked;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!dropped_.contains(at)) unmarked.text.push_back(text_[at]);
    }
    unmarked.lost = std::move(lost_);
    return unmarked;
  }

 private:
  std::size_t step(std::size_t at) {
    const char letter = text_[at];
    if (letter == '\\' && at + 1 < text_.size() && !is_word(text_[at + 1]) && !is_space(text_[at + 1])) {
      // "\(" and "\[" open formulas, which other programs set and this one shows as typed.
      if (std::string_view("()[]").find(text_[at + 1]) == std::string_view::npos) dropped_.insert(at);
      return at + 2;
    }
    if (letter == '`') return code(at);
    if (letter == '*' || letter == '_') return emphasis(at);
    if (letter == '[') return link(at);
    return at + 1;
  }

  std::size_t code(std::size_t at) {
    const std::size_t end = text_.find('`', at + 1);
    if (end == std::string::npos) return at + 1;
    dropped_.insert({at, end});
    return end + 1;
  }

  std::size_t emphasis(std::size_t at) {
    std::size_t end = text_.find_first_not_of(text_[at], at);
    if (end == std::string::npos) end = text_.size();
    const std::pair<char, std::size_t> run{text_[at], end - at};
    const bool word_before = at > 0 && is_word(text_[at - 1]);
    const bool word_after = end < text_.size() && is_word(text_[end]);
    const bool inside_word = run.first == '_' && word_before && word_after;
    const auto open = opened_.find(run);
    if (open != opened_.end() && at > 0 && !is_space(text_[at - 1]) && !inside_word && at > open->second + run.second) {
      for (std::size_t i = 0; i < run.second; ++i) dropped_.insert({open->second + i, at + i});
      opened_.erase(open);
    } else if (end < text_.size() && !is_space(text_[end]) && run.second <= 3 && !(run.first == '_' && word_before)) {
      opened_[run] = at;
    }
    return end;
  }

  // [words](address), and the same with "!" in front for images.
  std::size_t link(std::size_t at) {
    constexpr std::size_t link_bytes_max = 2000;
    const std::string_view rest = std::string_view(text_).substr(at, link_bytes_max);
    const std::size_t middle = rest.find("](");
    const std::size_t end = middle == std::string_view::npos ? middle : rest.find(')', middle);
    if (end == std::string_view::npos || rest.substr(1).find('[') < middle - 1) return at + 1;
    for (std::size_t i = middle; i <= end; ++i) dropped_.insert(at + i);
    if (at > 0 && text_[at - 1] == '!') {
      dropped_.insert(at - 1);
      std::string_view address = rest.substr(middle + 2, end - middle - 2);
      address = address.substr(address.rfind('/') + 1);
      lost_.push_back(fmt::format("an image ({})", address.substr(0, address.find(' '))));
      if (middle > 1)
        dropped_.erase(at + middle);
      else
        dropped_.insert(at);
    } else {
      dropped_.insert(at);
    }
    return at + 1;
  }

  const std::string& text_;
  std::set<std::size_t> dropped_;
  std::map<std::pair<char, std::size_t>, std::size_t> opened_;
  std::vector<std::string> lost_;
};

}  // namespace

Unmarked without_marks(std::string_view markdown) {
  const std::string text = without_line_marks(markdown);
  Unmarked inline_read = InlineMarks(text).read();
  Unmarked unmarked = without_tags(inline_read.text);
  unmarked.lost.insert(unmarked.lost.end(), inline_read.lost.begin(), inline_read.lost.end());
  return unmarked;
}

}  // namespace certamen::content
