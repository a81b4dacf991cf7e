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

}  // namespace certamen::content
