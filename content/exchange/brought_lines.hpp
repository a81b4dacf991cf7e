// Lines of text files, whatever program wrote them.
//
// Pure.
#pragma once

#include <string_view>
#include <vector>

namespace certamen::content {

// Without their ends: LF, CR LF or CR.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view file);

}  // namespace certamen::content
