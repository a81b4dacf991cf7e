// Lines of text files, whatever program wrote them.
//
// Pure.
#pragma once

#include <string_view>
#include <vector>

namespace certamen::content {

// Without their ends: LF, CR LF or CR.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view file);

// Without spaces, tabs and line ends at the edges.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace certamen::content
