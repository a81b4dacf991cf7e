#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "client/app/profile_file.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::client_app;

namespace {

// A folder of the test's own, gone afterwards.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "certamen-profile-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  std::filesystem::path path;
};

model::Profile full_profile() {
  model::Profile profile;
  profile.language = wire::Language::Spanish;
  profile.name = "Begoña \"B\" Íñigo";
  profile.recent_servers = {"quiz.example:7117", "[::1]:80"};
  std::string fingerprint = "0A";
  while (fingerprint.size() < 95) fingerprint += ":0A";
  profile.known_servers = {{"quiz.example:7117", fingerprint}};
  model::SeatKept player{"quiz.example:7117", "ABC234", "Begoña", {}, std::nullopt};
  for (std::size_t i = 0; i < player.ticket.bytes.size(); ++i) player.ticket.bytes[i] = static_cast<std::uint8_t>(i * 17);
  model::SeatKept host = player;
  host.code = "XYZ789";
  host.host_ticket = wire::Ticket{};
  host.host_ticket->bytes.fill(0xAB);
  profile.seats = {player, host};
  profile.preferences = {model::Look::HighContrast, true, false, true, 3, model::TextSize::Larger};
  profile.window = model::WindowPlace{-20, 40, 1280, 800, true};
  return profile;
}

}  // namespace

TEST_CASE("a profile is read as it was written") {
  for (const auto& profile : {model::Profile{}, full_profile()}) {
    const auto again = profile_of(text_of(profile));
    REQUIRE(again);
    CHECK(*again == profile);
  }
}

TEST_CASE("a profile is saved and loaded, in a folder made for it, readable by its owner alone") {
  const Scratch scratch;
  const auto path = scratch.path / "new" / "profile.json";
  REQUIRE(load_profile(path));
  CHECK(*load_profile(path) == model::Profile{});
  REQUIRE(save_profile(path, full_profile()));
  REQUIRE(save_profile(path, full_profile()));
  REQUIRE(load_profile(path));
  CHECK(*load_profile(path) == full_profile());
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  const auto entries = std::filesystem::directory_iterator{path.parent_path()};
  CHECK(std::distance(begin(entries), end(entries)) == 1);  // nothing is left aside
}

TEST_CASE("what cannot be saved is a fault, not a broken file") {
  const Scratch scratch;
  std::ofstream{scratch.path / "file"} << "in the way";
  CHECK_FALSE(save_profile(scratch.path / "file" / "profile.json", full_profile()));
}

TEST_CASE("what is damaged is left out") {
  CHECK_FALSE(profile_of(""));
  CHECK_FALSE(profile_of("{\"name\": \"Ada\""));
  CHECK_FALSE(profile_of("[]"));
  const auto partly = profile_of(R"({
    "language": "fr", "name": 7,
    "recent_servers": ["no address", 5, "quiz.example:7117"],
    "seats": [5, {"address": "quiz.example:7117", "code": "ABC234", "ticket": "00"},
              {"address": "quiz.example:7117", "code": "?", "ticket": "000102030405060708090a0b0c0d0e0f"},
              {"address": "quiz.example:7117", "code": "ABC234", "ticket": "000102030405060708090a0b0c0d0eXX"},
              {"address": "quiz.example:7117", "code": "ABC234", "name": "Ada", "ticket": "000102030405060708090a0b0c0d0e0f"}]
  })");
  REQUIRE(partly);
  CHECK(partly->language == wire::Language::English);
  CHECK(partly->name.empty());
  CHECK(partly->recent_servers == std::vector<std::string>{"quiz.example:7117"});
  REQUIRE(partly->seats.size() == 1);
  CHECK(partly->seats.front().ticket.bytes[15] == 15);
}

TEST_CASE("a list longer than a profile keeps is cut") {
  model::Profile profile = full_profile();
  profile.recent_servers.assign(20, "quiz.example:7117");
  profile.seats.resize(20, profile.seats.front());
  const auto again = profile_of(text_of(profile));
  REQUIRE(again);
  CHECK(again->recent_servers.size() == model::recent_servers_max);
  CHECK(again->seats.size() == model::seats_kept_max);
}

TEST_CASE("preferences that make no sense are those of a new player, the others stay") {
  const auto profile = profile_of(
      R"({"preferences": {"theme": "mauve", "volume": 4711, "sounds": "loud", "reduced_motion": true},
          "window": {"left": 3, "top": 4, "width": 0, "height": 900}})");
  REQUIRE(profile);
  model::Preferences expected;
  expected.still = true;
  CHECK(profile->preferences == expected);
  CHECK_FALSE(profile->window);
}
