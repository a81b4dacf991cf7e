// The sounds of the game as recipes, and what a recipe sounds like.
//
// Pure: the same samples every time, on every machine; nothing is loaded and nothing is played here. Sounds are short, warm
// and few; each says one thing.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace certamen::sound {

enum class Cue : std::uint8_t {
  Tick,    // time is nearly out
  Lock,    // the answer counts
  Right,   // one's own answer was
  Wrong,   // one's own answer was not
  Reveal,  // the key is shown
  Podium,  // the match is over
  Lobby,   // somebody has come in
};
inline constexpr std::array cues{Cue::Tick, Cue::Lock, Cue::Right, Cue::Wrong, Cue::Reveal, Cue::Podium, Cue::Lobby};

inline constexpr unsigned sample_rate = 44'100;  // a second, one channel

// One struck tone: begins at once, rings out.
struct Note {
  float start = 0;   // seconds
  float length = 0;  // seconds, until it is silent
  float pitch = 0;   // hertz
  float loudness = 1;
  float brightness = 0.3F;  // how much of the overtones, 0 to 1
};
using Recipe = std::vector<Note>;

[[nodiscard]] const Recipe& recipe(Cue cue);

// Samples of the whole recipe, from its first note to the end of its last; they begin and end in silence and never clip.
[[nodiscard]] std::vector<std::int16_t> synthesised(const Recipe& recipe);

}  // namespace certamen::sound
