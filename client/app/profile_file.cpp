#include "client/app/profile_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "client/model/address.hpp"
#include "proto/tls/identity.hpp"

namespace certamen::client_app {

namespace {

using nlohmann::ordered_json;

constexpr std::int32_t window_coordinate_max = 30'000;
constexpr std::uint32_t window_side_max = 7680;

std::string hex_of(const wire::Ticket& ticket) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : ticket.bytes) {
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 15U]);
  }
  return text;
}

std::optional<wire::Ticket> ticket_of(const std::string& text) {
  wire::Ticket ticket;
  if (text.size() != 2 * ticket.bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < ticket.bytes.size(); ++i) {
    const char* begin = text.data() + 2 * i;
    const auto [end, error] = std::from_chars(begin, begin + 2, ticket.bytes[i], 16);
    if (error != std::errc{} || end != begin + 2) return std::nullopt;
  }
  return ticket;
}

std::string text_at(const ordered_json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::optional<model::SeatKept> seat_of(const ordered_json& object) {
  if (!object.is_object()) return std::nullopt;
  const auto ticket = ticket_of(text_at(object, "ticket"));
  const auto code = model::parse_code(text_at(object, "code"));
  model::SeatKept seat;
  seat.address = text_at(object, "address");
  if (!ticket || !code || !model::parse_address(seat.address)) return std::nullopt;
  seat.code = *code;
  seat.name = text_at(object, "name");
  seat.ticket = *ticket;
  seat.host_ticket = ticket_of(text_at(object, "host_ticket"));
  return seat;
}

const char* name_of(model::Look look) {
  switch (look) {
    case model::Look::Dark: return "dark";
    case model::Look::Light: return "light";
    case model::Look::HighContrast: return "contrast";
  }
  return "dark";
}

std::uint32_t percent_of(model::TextSize size) {
  return model::text_size_percents[static_cast<std::size_t>(size)];
}

ordered_json object_of(const model::Preferences& preferences) {
  return {{"theme", name_of(preferences.look)}, {"reduced_motion", preferences.still},
          {"sounds", preferences.sounds},       {"exam_sounds", preferences.exam_sounds},
          {"volume", preferences.volume},       {"text_percent", percent_of(preferences.text_size)}};
}

// What is missing or makes no sense stays as it is for a new player.
template <class T>
void take(const ordered_json& object, const char* key, T& value, T min, T max) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer()) return;
  const auto number = found->get<std::int64_t>();
  if (number >= std::int64_t{min} && number <= std::int64_t{max}) value = static_cast<T>(number);
}
void take(const ordered_json& object, const char* key, bool& value) {
  const auto found = object.find(key);
  if (found != object.end() && found->is_boolean()) value = found->get<bool>();
}

model::Preferences preferences_of(const ordered_json& object) {
  model::Preferences preferences;
  if (!object.is_object()) return preferences;
  const std::string theme = text_at(object, "theme");
  for (const auto look : {model::Look::Dark, model::Look::Light, model::Look::HighContrast}) {
    if (theme == name_of(look)) preferences.look = look;
  }
  take(object, "reduced_motion", preferences.still);
  take(object, "sounds", preferences.sounds);
  take(object, "exam_sounds", preferences.exam_sounds);
  take(object, "volume", preferences.volume, 0U, model::volume_max);
  std::uint32_t percent = 0;
  take(object, "text_percent", percent, 0U, 1000U);
  for (const auto size : {model::TextSize::Usual, model::TextSize::Large, model::TextSize::Larger}) {
    if (percent == percent_of(size)) preferences.text_size = size;
  }
  return preferences;
}

ordered_json object_of(const model::WindowPlace& place) {
  return {{"left", place.left},
          {"top", place.top},
          {"width", place.width},
          {"height", place.height},
          {"full_screen", place.full_screen}};
}

std::optional<model::WindowPlace> place_of(const ordered_json& object) {
  if (!object.is_object()) return std::nullopt;
  model::WindowPlace place;
  take(object, "left", place.left, -window_coordinate_max, window_coordinate_max);
  take(object, "top", place.top, -window_coordinate_max, window_coordinate_max);
  take(object, "width", place.width, 1U, window_side_max);
  take(object, "height", place.height, 1U, window_side_max);
  take(object, "full_screen", place.full_screen);
  if (place.width == 0 || place.height == 0) return std::nullopt;
  return place;
}

tl::unexpected<wire::Fault> failed(const char* what, const std::filesystem::path& path) {
  return wire::fault(std::string{what} + " " + path.string() + ": " + std::system_category().message(errno));
}

// Writes and closes in every case.
bool write_all(int file, std::string_view text) {
  bool well = true;
  while (well && !text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    well = written > 0;
    if (well) text.remove_prefix(static_cast<std::size_t>(written));
  }
  well = well && ::fsync(file) == 0;
  return ::close(file) == 0 && well;
}

}  // namespace

std::filesystem::path profile_path() {
  if (const char* path = std::getenv("CERTAMEN_PROFILE"); path != nullptr && *path != '\0') return path;
  const std::filesystem::path name = std::filesystem::path{"certamen"} / "profile.json";
  if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder != nullptr && *folder != '\0') return folder / name;
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    return std::filesystem::path{home} / ".config" / name;
  }
  return {};
}

std::string text_of(const model::Profile& profile) {
  ordered_json seats = ordered_json::array();
  for (const auto& seat : profile.seats) {
    ordered_json object{
        {"address", seat.address}, {"code", seat.code}, {"name", seat.name}, {"ticket", hex_of(seat.ticket)}};
    if (seat.host_ticket) object["host_ticket"] = hex_of(*seat.host_ticket);
    seats.push_back(std::move(object));
  }
  ordered_json known = ordered_json::array();
  for (const auto& server : profile.known_servers) {
    known.push_back({{"address", server.address}, {"certificate_sha256", server.fingerprint}});
  }
  ordered_json object{
      {"language", profile.language == wire::Language::Spanish ? "es" : "en"},
      {"name", profile.name},
      {"recent_servers", profile.recent_servers},
      {"seats", std::move(seats)},
      {"known_servers", std::move(known)},
      {"preferences", object_of(profile.preferences)},
  };
  if (profile.window) object["window"] = object_of(*profile.window);
  return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

wire::Result<model::Profile> profile_of(std::string_view text) {
  const ordered_json object = ordered_json::parse(text, nullptr, false);
  if (!object.is_object()) return wire::fault("the profile is not a JSON object");
  model::Profile profile;
  if (text_at(object, "language") == "es") profile.language = wire::Language::Spanish;
  profile.name = text_at(object, "name");
  if (const auto servers = object.find("recent_servers"); servers != object.end() && servers->is_array()) {
    for (const auto& server : *servers) {
      if (!server.is_string() || profile.recent_servers.size() == model::recent_servers_max) continue;
      if (model::parse_address(server.get<std::string>())) profile.recent_servers.push_back(server.get<std::string>());
    }
  }
  if (const auto seats = object.find("seats"); seats != object.end() && seats->is_array()) {
    for (const auto& each : *seats) {
      const auto seat = seat_of(each);
      if (seat && profile.seats.size() < model::seats_kept_max) profile.seats.push_back(*seat);
    }
  }
  if (const auto known = object.find("known_servers"); known != object.end() && known->is_array()) {
    for (const auto& each : *known) {
      const model::KnownServer server{text_at(each, "address"), text_at(each, "certificate_sha256")};
      const bool well = model::parse_address(server.address) && tls::is_fingerprint(server.fingerprint);
      if (well && profile.known_servers.size() < model::known_servers_max) profile.known_servers.push_back(server);
    }
  }
  if (const auto found = object.find("preferences"); found != object.end()) profile.preferences = preferences_of(*found);
  if (const auto found = object.find("window"); found != object.end()) profile.window = place_of(*found);
  return profile;
}

wire::Result<model::Profile> load_profile(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return model::Profile{};
  std::ifstream file{path, std::ios::binary};
  if (!file) return failed("cannot read", path);
  const std::string text{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
  return profile_of(text);
}

wire::Result<void> save_profile(const std::filesystem::path& path, const model::Profile& profile) {
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  if (error) return wire::fault("cannot make " + path.parent_path().string() + ": " + error.message());

  // The process's number keeps two clients that save at once from writing into each other's file.
  const std::filesystem::path aside = path.string() + "." + std::to_string(::getpid());
  const int file = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return failed("cannot write", aside);
  if (!write_all(file, text_of(profile))) {
    const auto fault = failed("cannot write", aside);
    ::unlink(aside.c_str());
    return fault;
  }
  if (::rename(aside.c_str(), path.c_str()) != 0) return failed("cannot replace", path);
  return {};
}

}  // namespace certamen::client_app
