// Plays sounds, where there is something to play them on.
//
// Owns SFML's audio; create, use and destroy it on the main thread. Without a sound device it is silent and says nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace certamen::render {

class Speaker {
 public:
  Speaker();
  Speaker(Speaker&& other) noexcept;
  Speaker& operator=(Speaker&& other) noexcept;
  ~Speaker();

  // Keeps a sound of one channel, and returns the number to play it by: 0, 1 and so on.
  std::size_t keep(std::vector<std::int16_t> samples, unsigned sample_rate);

  // Begins at once, beside whatever is still heard; `loudness` from 0 to 1. The device is opened by the first sound that is
  // to be heard.
  void play(std::size_t sound, float loudness);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certamen::render
