#include "content/exchange/csv_rows.hpp"

#include <algorithm>

namespace certamen::content {
namespace {

// Of quotes that are never closed; each costs a look to the end of the file.
constexpr std::size_t unclosed_max = 20;

bool is_line_end(char letter) {
  return letter == '\n' || letter == '\r';
}

// Whether a spreadsheet would run it, once `'` is taken from its front.
bool is_formula(std::string_view text) {
  const std::size_t at = text.find_first_not_of('\'');
  return at != std::string_view::npos && std::string_view("=+-@\t\r").find(text[at]) != std::string_view::npos;
}

class Reader {
 public:
  Reader(std::string_view bytes, char separator) : bytes_(bytes), separator_(separator) {}

  [[nodiscard]] bool at_end() const { return at_ >= bytes_.size(); }
  // Whether its last row ended inside a quoted cell.
  [[nodiscard]] bool unclosed() const { return unclosed_; }

  RawRow row() {
    RawRow row{line_, {}};
    unclosed_ = false;
    begin_ = at_;
    for (;;) {
      row.cells.push_back(cell());
      if (at_end() || bytes_[at_] != separator_) break;
      ++at_;
    }
    pass_line_end();
    return row;
  }

  // Back to the line behind the beginning of the last row.
  void pass_first_line(std::size_t line) {
    at_ = begin_;
    line_ = line;
    while (!at_end() && !is_line_end(bytes_[at_])) ++at_;
    pass_line_end();
  }

 private:
  std::string cell() {
    std::string text;
    while (!at_end() && bytes_[at_] == ' ') ++at_;
    if (!at_end() && bytes_[at_] == '"') quoted(text);
    while (!at_end() && bytes_[at_] != separator_ && !is_line_end(bytes_[at_])) text.push_back(bytes_[at_++]);
    if (text.size() > 1 && text.front() == '\'' && is_formula(text)) text.erase(0, 1);
    return text;
  }

  void quoted(std::string& text) {
    for (++at_; !at_end(); ++at_) {
      const char letter = bytes_[at_];
      if (letter == '"') {
        ++at_;
        if (at_end() || bytes_[at_] != '"') return;
      } else if (letter == '\n') {
        ++line_;
      }
      text.push_back(letter);
    }
    unclosed_ = true;
  }

  void pass_line_end() {
    if (at_end()) return;
    if (bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }

  std::string_view bytes_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::size_t line_ = 1;
  bool unclosed_ = false;
};

std::string written_cell(const std::string& text) {
  const std::string safe = is_formula(text) ? "'" + text : text;
  if (safe.find_first_of("\",;\t\r\n") == std::string::npos && !safe.starts_with(' ') && !safe.ends_with(' ')) return safe;
  std::string quoted = "\"";
  for (const char letter : safe) quoted.append(letter == '"' ? 2 : 1, letter);
  return quoted + '"';
}

}  // namespace

std::vector<RawRow> read_rows(std::string_view bytes, char separator, std::vector<Remark>& remarks) {
  std::vector<RawRow> rows;
  std::size_t unclosed = 0;
  for (Reader reader(bytes, separator); !reader.at_end();) {
    RawRow row = reader.row();
    if (reader.unclosed()) {
      if (++unclosed > unclosed_max) {
        remarks.push_back({row.line, "too many quotes are never closed; the rest is not read"});
        return rows;
      }
      remarks.push_back({row.line, "the row is left out: a quote in it is never closed"});
      reader.pass_first_line(row.line);
      continue;
    }
    if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
  }
  return rows;
}

RawRow read_first_row(std::string_view bytes, char separator) {
  return bytes.empty() ? RawRow{1, {}} : Reader(bytes, separator).row();
}

std::string written_row(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line.push_back(',');
    line += written_cell(cell);
  }
  return line + "\r\n";
}

}  // namespace certamen::content
