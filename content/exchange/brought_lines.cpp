#include "content/exchange/brought_lines.hpp"

namespace certamen::content {

std::vector<std::string_view> lines_of(std::string_view file) {
  std::vector<std::string_view> lines;
  while (!file.empty()) {
    const std::size_t end = file.find_first_of("\r\n");
    lines.push_back(file.substr(0, end));
    if (end == std::string_view::npos) break;
    file.remove_prefix(file.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace certamen::content
