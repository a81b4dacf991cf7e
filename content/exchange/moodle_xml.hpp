// Words of Moodle XML that its reader and its writer share.
#pragma once

#include <string>
#include <string_view>

namespace certamen::content {

// The tags by which our exports carry what Moodle has no element for: "difficulty:3".
inline constexpr std::string_view kind_tag = "kind:";
inline constexpr std::string_view difficulty_tag = "difficulty:";
inline constexpr std::string_view domain_tag = "domain:";
inline constexpr std::string_view seconds_tag = "seconds:";
inline constexpr std::string_view draft_tag = "draft";

// Moodle's answer that stands for every other answer, and any letters inside one.
inline constexpr char moodle_wildcard = '*';

// What follows the title of a category whose name another has already.
[[nodiscard]] inline std::string id_mark(std::string_view topic_id) {
  return " (" + std::string(topic_id) + ")";
}

}  // namespace certamen::content
