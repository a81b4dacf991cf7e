// From the text of a topic file to a Topic: structure, types, limits and counts.
//
// Pure: takes bytes, any bytes, and never throws. Rules across fields are check.hpp's.
#pragma once

#include <string>
#include <string_view>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Reads as much as can be read and reports everything else. `path` is remembered and shown in findings.
[[nodiscard]] Topic parse_topic(std::string_view bytes, const std::string& path, Findings& findings);

}  // namespace certamen::content
