// Categories of Moodle, as its formats write them: names from the outermost to the innermost, with a slash between two.
//
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certamen::content {

// "A/B//C" is "A" and "B/C".
[[nodiscard]] std::vector<std::string> category_path(std::string_view category);
// One name with its own slashes doubled.
[[nodiscard]] std::string category_name(std::string_view title);

}  // namespace certamen::content
