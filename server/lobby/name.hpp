// Which names may sit in a room, and when two of them are one.
//
// Pure; Unicode by ICU. No name is refused for its script or for mixing scripts: people have such names. What looks like
// another name in the room is found by its keys instead.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace certamen::lobby {

struct PlayerName {
  std::string shown;  // as typed, NFC, outer and repeated spaces removed
  std::string key;    // confusable skeleton of the case-folded name: equal keys are one name, however it is typed
  std::string look;   // confusable skeleton of the name as it is shown: equal looks are twins to the eye (Iris and lris)
};

// Nothing when the name is empty, longer than wire::name_graphemes_max, not UTF-8, or holds a control, invisible,
// private or bidi-steering character, or more accents on one letter than any script writes. Joiners are allowed where
// they are written: inside emoji, and between the letters of scripts that join.
[[nodiscard]] std::optional<PlayerName> admit_name(const std::string& typed);

// A letter or word as keys of names spell it; for comparing parts of names with each other.
[[nodiscard]] std::string folded(const std::string& text);

// Whether a name may be given out; asked with its keys.
using IsFree = std::function<bool(const PlayerName& name)>;

// A name like the one that is taken, by a number behind it: "Ana 2" for "Ana" and for "Ana 1". Shortened where it would
// be too long. Nothing when none of the first few hundred is free.
[[nodiscard]] std::optional<PlayerName> suggest_name(const PlayerName& taken, const IsFree& is_free);

}  // namespace certamen::lobby
