// What each fuzzer begins with: sound inputs, from which it invents unsound ones. By file name.
#pragma once

#include <map>
#include <string>

namespace certamen::fuzz {

[[nodiscard]] std::map<std::string, std::string> frame_seeds();
[[nodiscard]] std::map<std::string, std::string> codec_seeds();
[[nodiscard]] std::map<std::string, std::string> beacon_seeds();
[[nodiscard]] std::map<std::string, std::string> draft_seeds();
[[nodiscard]] std::map<std::string, std::string> journal_seeds();
[[nodiscard]] std::map<std::string, std::string> hub_seeds();
[[nodiscard]] std::map<std::string, std::string> room_seeds();
[[nodiscard]] std::map<std::string, std::string> topic_seeds();
[[nodiscard]] std::map<std::string, std::string> moodle_xml_seeds();
[[nodiscard]] std::map<std::string, std::string> csv_seeds();
[[nodiscard]] std::map<std::string, std::string> gift_seeds();
[[nodiscard]] std::map<std::string, std::string> aiken_seeds();

}  // namespace certamen::fuzz
