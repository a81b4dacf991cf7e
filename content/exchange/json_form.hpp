// The name of our JSON form of topics: {"format": "certamen-topics", "version": 1, "topics": [...]}, each topic with the
// keys of its topic file.
#pragma once

#include <string_view>

namespace certamen::content {

inline constexpr std::string_view json_format = "certamen-topics";
// Grows when a reader of the last version would misread a file. New keys alone do not make a new version.
inline constexpr int json_version = 1;

}  // namespace certamen::content
