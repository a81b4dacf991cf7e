#include "client/app/camera.hpp"

#include <string_view>

namespace certamen::client_app {

namespace {

// A name as part of a file's name: letters of any script stay, what a shell or a file system might mind does not.
std::string plain(std::string_view name) {
  std::string result;
  for (const char letter : name) {
    const bool word = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
    result.push_back(word ? letter : '_');
  }
  return result;
}

std::string who(const model::Model& model) {
  if (model.room && model.room->role == wire::Role::Host && !model.room->plays) return "host";
  if (model.room && model.room->role == wire::Role::Spectator) return "projector";
  return model.profile.name.empty() ? "player" : plain(model.profile.name);
}

}  // namespace

std::optional<std::string> Camera::due(const model::Model& model, const Shown& shown, wire::Instant now) const {
  if (shown.picture.empty() || taken_.contains(shown.view) || !settled(shown, now)) return std::nullopt;
  return who(model) + "-" + shown.picture + ".png";
}

std::optional<wire::Instant> Camera::deadline(const Shown& shown) const {
  if (shown.picture.empty() || taken_.contains(shown.view)) return std::nullopt;
  return shown.since + shown.settled_after;
}

}  // namespace certamen::client_app
