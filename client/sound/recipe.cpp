#include "client/sound/recipe.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace certamen::sound {

namespace {

constexpr float attack = 0.006F;   // seconds; a struck thing, without a click
constexpr float release = 0.020F;  // seconds at the end of a note
constexpr float decay = 5.5F;      // how much of its own length a note rings: e to the minus this at its end
constexpr float peak = 0.7F;       // of full scale, for the loudest sample of the loudest recipe
constexpr float full_scale = 32767;

// Hertz, equal temperament on A = 440.
constexpr float a3 = 220.00F;
constexpr float c4 = 261.63F;
constexpr float e4 = 329.63F;
constexpr float g4 = 392.00F;
constexpr float a4 = 440.00F;
constexpr float c5 = 523.25F;
constexpr float e5 = 659.25F;
constexpr float g5 = 783.99F;
constexpr float c6 = 1046.50F;

// A wooden knock: high, dry, quiet enough to be heard ten times.
const Recipe tick{{0, 0.07F, 1320, 0.42F, 0.15F}, {0, 0.05F, 330, 0.25F, 0.1F}};
const Recipe lock{{0, 0.16F, g4, 0.5F, 0.25F}, {0.055F, 0.26F, c5, 0.55F, 0.25F}};
const Recipe right{{0, 0.30F, c5, 0.5F}, {0.09F, 0.32F, e5, 0.5F}, {0.18F, 0.60F, g5, 0.55F}};
// Low and soft: it says no, it does not scold.
const Recipe wrong{{0, 0.32F, e4, 0.5F, 0.1F}, {0.14F, 0.52F, c4, 0.55F, 0.1F}};
const Recipe reveal{{0, 0.55F, a3, 0.4F, 0.2F}, {0.04F, 0.55F, e4, 0.35F, 0.2F}, {0.08F, 0.60F, a4, 0.35F, 0.2F}};
const Recipe podium{{0, 0.35F, c5, 0.45F},    {0.16F, 0.35F, e5, 0.45F}, {0.32F, 0.40F, g5, 0.45F},
                    {0.50F, 1.50F, c6, 0.5F}, {0.50F, 1.50F, g5, 0.35F}, {0.50F, 1.50F, c5, 0.35F}};
const Recipe lobby{{0, 0.18F, e5, 0.3F, 0.15F}, {0.05F, 0.28F, a4, 0.25F, 0.15F}};

// The fundamental, an octave and a twelfth; the higher ones ring shorter, as on a struck bar.
float tone(const Note& note, float seconds) {
  const float turn = 2 * std::numbers::pi_v<float> * note.pitch * seconds;
  const float fading = seconds / note.length;
  return std::exp(-decay * fading) * std::sin(turn) +
         note.brightness * 0.5F * std::exp(-1.8F * decay * fading) * std::sin(2 * turn) +
         note.brightness * 0.3F * std::exp(-2.6F * decay * fading) * std::sin(3 * turn);
}

// From silence to whole and back to silence at the ends.
float envelope(const Note& note, float seconds) {
  const float in = std::min(1.0F, seconds / attack);
  const float out = std::clamp((note.length - seconds) / release, 0.0F, 1.0F);
  const auto soft = [](float share) { return 0.5F - 0.5F * std::cos(std::numbers::pi_v<float> * share); };
  return soft(in) * soft(out);
}

std::size_t samples_in(float seconds) {
  return static_cast<std::size_t>(std::lround(seconds * static_cast<float>(sample_rate)));
}

}  // namespace

const Recipe& recipe(Cue cue) {
  switch (cue) {
    case Cue::Tick: return tick;
    case Cue::Lock: return lock;
    case Cue::Right: return right;
    case Cue::Wrong: return wrong;
    case Cue::Reveal: return reveal;
    case Cue::Podium: return podium;
    case Cue::Lobby: return lobby;
  }
  return tick;
}

std::vector<std::int16_t> synthesised(const Recipe& recipe) {
  float end = 0;
  for (const Note& note : recipe) end = std::max(end, note.start + note.length);
  std::vector<float> sum(samples_in(end) + 1, 0.0F);
  for (const Note& note : recipe) {
    const std::size_t first = samples_in(note.start);
    for (std::size_t i = 0; i <= samples_in(note.length) && first + i < sum.size(); ++i) {
      const float seconds = static_cast<float>(i) / static_cast<float>(sample_rate);
      sum[first + i] += note.loudness * envelope(note, seconds) * tone(note, seconds);
    }
  }
  // Soft where notes meet: louder than whole is bent, never cut.
  std::vector<std::int16_t> samples;
  samples.reserve(sum.size());
  for (const float value : sum) {
    samples.push_back(static_cast<std::int16_t>(std::lround(peak * std::tanh(value) * full_scale)));
  }
  return samples;
}

}  // namespace certamen::sound
