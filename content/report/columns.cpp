#include "content/report/columns.hpp"

#include <algorithm>

#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size()) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
    ++at;
  }
  return at;
}

void end_line(std::string& line, std::string& out) {
  while (line.ends_with(' ')) line.pop_back();
  out += line + '\n';
  line.clear();
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  const auto flush = [&] {
    lines.push_back(line);
    line.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && characters(line) + 1 + characters(word) > width) flush();
    while (characters(word) > width) {
      const std::size_t bytes = bytes_of(word, width);
      lines.emplace_back(word.substr(0, bytes));
      word.remove_prefix(bytes);
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  if (!line.empty() || lines.empty()) flush();
  return lines;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = characters(text);
  return length < width ? text.append(width - length, ' ') : text;
}

std::string padded_left(std::string text, std::size_t width) {
  const std::size_t length = characters(text);
  return length < width ? text.insert(0, width - length, ' ') : text;
}

std::string format_table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const std::string& name : head) widths.push_back(characters(name));
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths.at(i) = std::max(widths.at(i), characters(row[i]));
  }
  std::string out;
  std::string line;
  const auto print = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += i == 0 ? padded(row[i], widths[i]) : "  " + padded_left(row[i], widths[i]);
    }
    end_line(line, out);
  };
  print(head);
  for (const auto& row : rows) print(row);
  return out;
}

}  // namespace certamen::content
