// Which names may sit in a room, and when two of them are one.
//
// Pure; Unicode by ICU.
#pragma once

#include <optional>
#include <string>

namespace certamen::lobby {

struct PlayerName {
  std::string shown;  // as typed, NFC, outer and repeated spaces removed
  std::string key;    // confusable skeleton of the case-folded name: equal keys look like twins
};

// Nothing when the name is empty, longer than wire::name_graphemes_max, not UTF-8, or holds a control, invisible,
// private or bidi-steering character (joiners inside emoji are allowed).
[[nodiscard]] std::optional<PlayerName> admit_name(const std::string& typed);

}  // namespace certamen::lobby
