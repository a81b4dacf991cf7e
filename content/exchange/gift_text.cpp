#include "content/exchange/gift_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "content/exchange/brought_lines.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Each control character that stands for an escaped one. Nobody sees control characters, so none of a file is kept.
constexpr std::string_view escapable = ":#={}~n\\";
constexpr char first_mark = '\x01';

char mark_of(char letter) {
  return static_cast<char>(first_mark + static_cast<char>(escapable.find(letter)));
}

bool is_mark(char letter) {
  return letter >= first_mark && letter < first_mark + static_cast<char>(escapable.size());
}

std::string marked(std::string_view line) {
  std::string text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (is_mark(line[at]) || line[at] == '\0') continue;
    const bool escapes = line[at] == '\\' && at + 1 < line.size() && escapable.find(line[at + 1]) != std::string_view::npos;
    text.push_back(escapes ? mark_of(line[++at]) : line[at]);
  }
  return text;
}

class Splitter {
 public:
  std::vector<GiftBlock> split(std::string_view file) {
    for (const std::string_view line : lines_of(file)) {
      ++line_;
      take(line);
    }
    finish();
    return std::move(blocks_);
  }

 private:
  void take(std::string_view line) {
    const std::string_view words = trimmed(line);
    const bool category = words.starts_with("$CATEGORY:");
    // A title after the end of an answer begins a question, even where the author forgot the blank line.
    const bool title = words.starts_with("::") && trimmed(open_.text).ends_with('}');
    if (words.empty() || category || title) finish();
    if (words.empty()) return;
    const bool comment = words.starts_with("//");
    if (open_.line == 0 && comment) return;
    if (open_.line == 0) open_.line = line_;
    if (!comment) open_.text += marked(line);
    open_.text.push_back('\n');
    if (category) finish();
  }

  void finish() {
    if (open_.line != 0) blocks_.push_back(std::move(open_));
    open_ = GiftBlock{};
  }

  std::size_t line_ = 0;
  GiftBlock open_;
  std::vector<GiftBlock> blocks_;
};

}  // namespace

std::vector<GiftBlock> gift_blocks(std::string_view file) {
  return Splitter().split(file);
}

std::string gift_words(std::string_view marked) {
  std::string words;
  for (const char letter : marked) {
    const char meant = is_mark(letter) ? escapable[static_cast<std::size_t>(letter - first_mark)] : letter;
    if (is_mark(letter) && meant == 'n') {
      words += "\u2028";
    } else {
      words.push_back(meant);
    }
  }
  return words;
}

std::string gift_escaped(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    const bool special = letter != 'n' && escapable.find(letter) != std::string_view::npos;
    if (special) escaped.push_back('\\');
    escaped.push_back(letter);
  }
  return escaped;
}

GiftText gift_text(std::string_view marked, Markup otherwise) {
  constexpr std::array<std::pair<std::string_view, Markup>, 4> names{{{"[html]", Markup::Html},
                                                                      {"[markdown]", Markup::Markdown},
                                                                      {"[plain]", Markup::Plain},
                                                                      {"[moodle]", Markup::Moodle}}};
  const std::string_view text = trimmed(marked);
  for (const auto& [name, markup] : names) {
    if (text.starts_with(name)) return GiftText{markup, trimmed(text.substr(name.size()))};
  }
  return GiftText{otherwise, text};
}

}  // namespace certamen::content
