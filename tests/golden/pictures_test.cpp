// A handful of screens as pixels, against pictures that were looked at; and the window itself.
//
// Needs a display (xvfb-run will do). CERTAMEN_UPDATE_GOLDENS=1 writes the pictures instead. Drivers differ in the last
// bits of a soft edge, so a few pixels may be a little different; a missing letter is more than that.
#include <cstdlib>
#include <filesystem>

#include "client/render/picture.hpp"
#include "client/render/window.hpp"
#include "client/screens/screens.hpp"
#include "tests/golden/samples.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

constexpr ui::Size small_window{960, 540};
constexpr int channel_tolerance = 40;  // of 255; beyond it a pixel counts as different
constexpr double different_share_max = 0.002;

struct Shot {
  const char* sample;
  wire::Language language;
  model::Look look = model::Look::Dark;
};
constexpr Shot shots[] = {{"start", wire::Language::English},
                          {"lobby_host", wire::Language::Spanish},
                          {"asking_single", wire::Language::Spanish},
                          {"locked", wire::Language::English},
                          {"reveal_wrong", wire::Language::Spanish},
                          {"ranking", wire::Language::English},
                          {"podium", wire::Language::Spanish},
                          {"start", wire::Language::Spanish, model::Look::Light},
                          {"asking_single", wire::Language::English, model::Look::Light},
                          {"reveal_wrong", wire::Language::Spanish, model::Look::HighContrast},
                          {"settings", wire::Language::Spanish, model::Look::HighContrast},
                          {"lobby_teams_3", wire::Language::Spanish},
                          {"discussing_single", wire::Language::English},
                          {"ranking_teams", wire::Language::Spanish, model::Look::Light},
                          {"members_chosen", wire::Language::English}};

const char* suffix_of(model::Look look) {
  switch (look) {
    case model::Look::Dark: return "";
    case model::Look::Light: return "_light";
    case model::Look::HighContrast: return "_contrast";
  }
  return "";
}

std::filesystem::path file_of(const Shot& shot) {
  const char* language = shot.language == wire::Language::Spanish ? "es" : "en";
  return std::filesystem::path{CERTAMEN_SOURCE_DIR} / "tests/golden/pictures" /
         (std::string{shot.sample} + "_" + language + suffix_of(shot.look) + ".png");
}

ui::Scene scene_of(const Shot& shot) {
  for (golden::Sample& sample : golden::samples(shot.language, golden::Wording::Typical)) {
    sample.model.profile.preferences.look = shot.look;
    if (sample.name == shot.sample) return screens::view(sample.model, sample.state, sample.now, small_window);
  }
  return {};
}

double different_share(const render::Picture& a, const render::Picture& b) {
  if (a.width != b.width || a.height != b.height) return 1;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.pixels.size(); i += 4) {
    bool far = false;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      far = far || std::abs(int{a.pixels[i + channel]} - int{b.pixels[i + channel]}) > channel_tolerance;
    }
    different += far ? 1U : 0U;
  }
  return static_cast<double>(different) / (static_cast<double>(a.width) * a.height);
}

bool updating() {
  const char* value = std::getenv("CERTAMEN_UPDATE_GOLDENS");
  return value != nullptr && std::string{value} == "1";
}

}  // namespace

TEST_CASE("screens are painted as they were when they were looked at") {
  auto studio = render::Studio::open();
  REQUIRE(studio);
  for (const Shot& shot : shots) {
    const std::filesystem::path file = file_of(shot);
    const auto picture = studio->take(scene_of(shot));
    REQUIRE(picture);
    if (updating()) {
      std::filesystem::create_directories(file.parent_path());
      REQUIRE(render::save_png(*picture, file));
      continue;
    }
    const auto expected = render::load_png(file);
    INFO(file);
    REQUIRE(expected);
    const double share = different_share(*expected, *picture);
    if (share > different_share_max) {
      const std::filesystem::path seen = std::filesystem::path{CERTAMEN_BINARY_DIR} / file.filename();
      REQUIRE(render::save_png(*picture, seen));
      INFO("painted now: " << seen);
      CHECK(share <= different_share_max);
    }
    CHECK(share <= different_share_max);
  }
}

TEST_CASE("the comparison of pictures sees a missing answer") {
  auto studio = render::Studio::open();
  REQUIRE(studio);
  ui::Scene scene = scene_of(shots[2]);
  const auto whole = studio->take(scene);
  std::erase_if(scene.primitives, [](const ui::Primitive& primitive) {
    const auto* text = std::get_if<ui::Text>(&primitive);
    return text != nullptr && text->text.find("spread") != std::string::npos;
  });
  const auto partial = studio->take(scene);
  REQUIRE(whole);
  REQUIRE(partial);
  CHECK(different_share(*whole, *whole) == 0);
  CHECK(different_share(*whole, *partial) > different_share_max);
}

TEST_CASE("a window opens, shows a scene, hears nothing by itself, and takes its own picture") {
  auto window = render::Window::open({.title = "Certamen", .width = 960, .height = 540});
  REQUIRE(window);
  CHECK(window->pixels() == small_window);
  const ui::Scene scene = scene_of(shots[0]);
  window->draw(scene);
  window->draw(scene);
  CHECK_FALSE(window->poll().closed);
  const std::filesystem::path file = std::filesystem::path{CERTAMEN_BINARY_DIR} / "window_picture.png";
  REQUIRE(window->save_png(file));
  const auto shown = render::load_png(file);
  auto studio = render::Studio::open();
  REQUIRE(shown);
  REQUIRE(studio);
  const auto painted = studio->take(scene);
  REQUIRE(painted);
  CHECK(different_share(*shown, *painted) <= different_share_max);
  CHECK_FALSE(window->save_png("/nowhere/at/all.png"));
}

TEST_CASE("a missing font is a fault that says what to install") {
  ::setenv("CERTAMEN_FONT_DIR", "/nowhere", 1);
  const auto studio = render::Studio::open();
  ::unsetenv("CERTAMEN_FONT_DIR");
  REQUIRE_FALSE(studio);
  CHECK(studio.error().what.find("fonts-inter") != std::string::npos);
}

TEST_CASE("a missing or unreachable display is a fault, not the end of the program") {
  const std::string before = std::getenv("DISPLAY");
  ::setenv("DISPLAY", ":4711", 1);
  const auto unreachable = render::Window::open({});
  ::unsetenv("DISPLAY");
  const auto missing = render::Studio::open();
  ::setenv("DISPLAY", before.c_str(), 1);
  REQUIRE_FALSE(unreachable);
  REQUIRE_FALSE(missing);
  CHECK(unreachable.error().what.find(":4711") != std::string::npos);
  CHECK(missing.error().what.find("DISPLAY") != std::string::npos);
}
