#include "content/draft/note_lines.hpp"

#include <fmt/core.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "content/draft/scan.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

constexpr std::size_t sentence_words_min = 4;
constexpr std::size_t heading_words_max = 9;
constexpr std::size_t heading_characters_max = 70;

constexpr std::string_view sentence_ends = ".!?";

bool is_separator(std::string_view text) {
  constexpr std::size_t marks_min = 3;
  std::size_t marks = 0;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto code = next_code(text, at);
    if (u_isalpha(code) != 0) return false;
    if (u_isdigit(code) != 0) ++digits;
    if (u_ispunct(code) != 0 || code == '=' || code == '+' || code == '~' || code == '|' || code == '^') ++marks;
  }
  return marks >= marks_min && digits * 4 <= marks;
}

// The bytes of a list mark at the beginning, with the blank behind it; 0 for none.
std::size_t bullet_bytes(std::string_view text) {
  constexpr std::array<std::string_view, 15> marks{"-",      "*",      "+",      ".",      "\u2022",
                                                   "\u25E6", "\u2023", "\u25AA", "\u00B7", "\u2013",
                                                   "\u2014", "\u2192", "\u2713", "->",     "=>"};
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark) || text.size() == mark.size()) continue;
    const std::string_view rest = text.substr(mark.size());
    if (rest.front() == ' ') return mark.size() + 1;
    std::size_t at = 0;
    const bool glued = mark == "-" || mark == "\u2022" || mark == "\u25E6" || mark == "\u25AA";
    if (glued && u_isalpha(next_code(rest, at)) != 0) return mark.size();
  }
  return 0;
}

// "1. ", "2) ", "a) "
std::size_t enumerator_bytes(std::string_view text) {
  constexpr std::size_t digits_max = 3;
  std::size_t end = 0;
  while (end < text.size() && end < digits_max && text[end] >= '0' && text[end] <= '9') ++end;
  const bool letter = end == 0 && text.size() > 1 && text[0] >= 'a' && text[0] <= 'z' && text[1] == ')';
  if (letter) end = 1;
  if (end == 0 || end + 1 >= text.size() || text[end + 1] != ' ') return 0;
  return text[end] == ')' || text[end] == '.' ? end + 2 : 0;
}

// "# Title", "=== Title ===": what is between; empty for other lines.
std::string decorated_title(std::string_view text) {
  constexpr std::string_view marks = "#=-*_~.";
  const std::size_t begin = text.find_first_not_of('#');
  const bool hashed = begin != std::string_view::npos && begin > 0 && begin <= 6 && text[begin] == ' ';
  if (hashed) return bare(text.substr(begin), "# :");
  const char mark = text.front();
  if (marks.find(mark) == std::string_view::npos) return {};
  const std::size_t from = text.find_first_not_of(mark);
  const std::size_t to = text.find_last_not_of(mark);
  constexpr std::size_t marks_min = 3;
  if (from == std::string_view::npos || from < marks_min || text.size() - to - 1 < marks_min) return {};
  return bare(text.substr(from, to - from + 1), ":");
}

bool can_be_heading(std::string_view text) {
  return letters_in(text) > 1 && words_in(text).size() <= heading_words_max && characters(text) <= heading_characters_max;
}

// A line that ends in the middle of a sentence which the next one goes on with, as text of fixed width does.
bool continues(const TextLine& line, const TextLine& next) {
  constexpr std::size_t wrapped_characters_min = 60;
  if (next.text.empty() || next.indent < line.indent || characters(line.text) < wrapped_characters_min) return false;
  if (sentence_ends.find(line.text.back()) != std::string_view::npos || line.text.back() == ':') return false;
  if (bullet_bytes(next.text) > 0 || enumerator_bytes(next.text) > 0) return false;
  std::size_t at = 0;
  return u_islower(next_code(next.text, at)) != 0;
}

// Underlined by "====", or by dashes of its own length below a line that stands alone.
bool is_underlined(const std::vector<TextLine>& lines, std::size_t at) {
  if (at + 1 >= lines.size() || !can_be_heading(lines[at].text)) return false;
  const std::string& under = lines[at + 1].text;
  if (under.size() < 3 || under.find_first_not_of(under.front()) != std::string::npos) return false;
  if (under.front() == '=') return true;
  const bool alone = at == 0 || lines[at - 1].text.empty();
  return under.front() == '-' && alone && under.size() + 1 >= characters(lines[at].text) &&
         under.size() <= characters(lines[at].text) + 1;
}

void judge(NoteLine& line) {
  if (letters_in(line.text) == 0) {
    line.line_class = LineClass::Unread;
    line.reason = "has no letters";
    return;
  }
  const std::size_t length = characters(line.text);
  if (length > note_rule.characters_max) {
    line.line_class = LineClass::Unread;
    line.reason = fmt::format("one sentence of {} characters; a note has at most {}", length, note_rule.characters_max);
    return;
  }
  if (auto definition = definition_in(line.text)) {
    line.line_class = LineClass::Definition;
    line.definition = std::move(*definition);
    return;
  }
  line.line_class = words_in(line.text).size() >= sentence_words_min ? LineClass::Sentence : LineClass::Entry;
}

// At ". " before a capital letter or digit.
std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    if (sentence_ends.find(text[at]) == std::string_view::npos && text[at] != ';') continue;
    if (text[at + 1] != ' ') continue;
    std::size_t next = at + 2;
    if (text[at] != ';' && u_islower(next_code(text, next)) != 0) continue;
    sentences.emplace_back(trimmed(text.substr(begin, at + 1 - begin)));
    begin = at + 2;
  }
  sentences.emplace_back(trimmed(text.substr(begin)));
  return sentences;
}

// Turns the lines into note lines, one after the other.
class Classifier {
 public:
  explicit Classifier(const std::vector<TextLine>& lines) : lines_(lines) {}

  std::vector<NoteLine> take() {
    while (at_ < lines_.size()) next();
    return std::move(out_);
  }

 private:
  NoteLine begun(std::size_t lines) {
    NoteLine line;
    line.first = lines_[at_].number;
    line.last = lines_[at_ + lines - 1].number;
    line.depth = lines_[at_].indent * 2;
    line.text = lines_[at_].text;
    at_ += lines;
    return line;
  }

  void next() {
    const std::string& text = lines_[at_].text;
    if (text.empty()) {
      out_.push_back(begun(1));
    } else if (is_separator(text)) {
      out_.push_back(begun(1));
      out_.back().line_class = LineClass::Separator;
    } else if (const std::string title = decorated_title(text); !title.empty() && can_be_heading(title)) {
      heading(1, title);
    } else if (is_underlined(lines_, at_)) {
      heading(2, text);
    } else {
      passage();
    }
  }

  void heading(std::size_t lines, const std::string& title) {
    NoteLine line = begun(lines);
    line.line_class = LineClass::Heading;
    line.strong = true;
    line.depth = 0;
    line.text = unmarked(title);
    out_.push_back(std::move(line));
  }

  void passage() {
    std::size_t lines = 1;
    std::string text = lines_[at_].text;
    constexpr std::size_t joined_lines_max = 12;
    while (lines < joined_lines_max && at_ + lines < lines_.size() &&
           continues(lines_[at_ + lines - 1], lines_[at_ + lines])) {
      text += " " + lines_[at_ + lines].text;
      ++lines;
    }
    NoteLine line = begun(lines);
    const std::size_t bullet = bullet_bytes(text);
    if (bullet > 0) text = text.substr(bullet);
    const std::size_t enumerator = enumerator_bytes(text);
    if (enumerator > 0) text = text.substr(enumerator);
    if (bullet > 0 || enumerator > 0) ++line.depth;
    line.text.clear();
    text = bare(unmarked(text), " ");
    const bool too_long = characters(text) > note_rule.characters_max;
    for (std::string& sentence : too_long ? sentences_of(text) : std::vector<std::string>{text}) {
      NoteLine part = line;
      part.text = std::move(sentence);
      judge(part);
      out_.push_back(std::move(part));
    }
  }

  const std::vector<TextLine>& lines_;
  std::size_t at_ = 0;
  std::vector<NoteLine> out_;
};

}  // namespace

std::vector<NoteLine> classified(const std::vector<TextLine>& lines) {
  return Classifier(lines).take();
}

}  // namespace certamen::content
