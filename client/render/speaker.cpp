#include "client/render/speaker.hpp"

#if defined(__linux__)
#include <dlfcn.h>
#endif

#include <SFML/Audio/Sound.hpp>
#include <SFML/Audio/SoundBuffer.hpp>
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "client/render/hush.hpp"

namespace certamen::render {

namespace {

constexpr std::size_t voices = 8;  // sounds heard at once; the oldest gives way

struct Kept {
  std::vector<std::int16_t> samples;
  unsigned rate = 0;
};

#if defined(__linux__)
void say_nothing(const char* /*file*/, int /*line*/, const char* /*function*/, int /*error*/, const char* /*format*/, ...) {}

// The sound libraries complain on standard error about machines that have no device, which is no trouble to us.
void hush_libraries() {
  ::setenv("ALSOFT_LOGLEVEL", "0", 0);
  using Handler = void (*)(const char*, int, const char*, int, const char*, ...);
  using Setter = int (*)(Handler);
  static void* const library = ::dlopen("libasound.so.2", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return;
  const auto set = reinterpret_cast<Setter>(::dlsym(library, "snd_lib_error_set_handler"));
  if (set != nullptr) set(say_nothing);
}
#else
void hush_libraries() {}
#endif

}  // namespace

struct Speaker::Parts {
  // Opens the device, unless that was tried. True when there is one.
  bool open() {
    if (tried) return !buffers.empty();
    tried = true;
    hush_libraries();
    const Hush hush;
    std::vector<std::unique_ptr<sf::SoundBuffer>> made;
    for (const Kept& each : kept) {
      made.push_back(std::make_unique<sf::SoundBuffer>());
      // SFML's only sign of a missing device is what it says.
      const bool loaded = made.back()->loadFromSamples(each.samples.data(), each.samples.size(), 1, each.rate);
      if (!loaded || !hush.heard().empty()) return false;
    }
    buffers = std::move(made);
    return !buffers.empty();
  }

  std::vector<Kept> kept;
  bool tried = false;
  std::vector<std::unique_ptr<sf::SoundBuffer>> buffers;  // of `kept`, when there is a device
  std::vector<std::unique_ptr<sf::Sound>> sounds;
  std::size_t next = 0;
};

Speaker::Speaker() : parts_(std::make_unique<Parts>()) {}
Speaker::Speaker(Speaker&& other) noexcept = default;
Speaker& Speaker::operator=(Speaker&& other) noexcept = default;
Speaker::~Speaker() = default;

std::size_t Speaker::keep(std::vector<std::int16_t> samples, unsigned sample_rate) {
  parts_->kept.push_back({std::move(samples), sample_rate});
  return parts_->kept.size() - 1;
}

void Speaker::play(std::size_t sound, float loudness) {
  if (loudness <= 0 || sound >= parts_->kept.size() || !parts_->open() || sound >= parts_->buffers.size()) return;
  const Hush hush;
  auto& sounds = parts_->sounds;
  if (sounds.size() < voices) sounds.push_back(std::make_unique<sf::Sound>());
  sf::Sound& voice = *sounds[parts_->next++ % sounds.size()];
  voice.stop();
  voice.setBuffer(*parts_->buffers[sound]);
  voice.setVolume(100 * std::min(loudness, 1.0F));
  voice.play();
}

}  // namespace certamen::render
