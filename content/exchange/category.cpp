#include "content/exchange/category.hpp"

namespace certamen::content {

std::vector<std::string> category_path(std::string_view category) {
  std::vector<std::string> path(1);
  for (std::size_t i = 0; i < category.size(); ++i) {
    if (category[i] != '/') {
      path.back().push_back(category[i]);
    } else if (i + 1 < category.size() && category[i + 1] == '/') {
      path.back().push_back(category[i++]);
    } else {
      path.emplace_back();
    }
  }
  return path;
}

std::string category_name(std::string_view title) {
  std::string name;
  for (const char letter : title) name.append(letter == '/' ? 2 : 1, letter);
  return name;
}

}  // namespace certamen::content
