// References to lines of the original notes, as authors write them: "161-179, 218".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace certamen::content {

struct LineRange {
  std::uint32_t first = 0;  // from 1
  std::uint32_t last = 0;   // >= first
};

// The ranges in the order written; none when the text has another form.
[[nodiscard]] std::vector<LineRange> line_ranges(std::string_view text);

// Whether every line of `inner` lies in `outer`.
[[nodiscard]] bool covers(const std::vector<LineRange>& outer, const std::vector<LineRange>& inner);

}  // namespace certamen::content
