// What screens promise beyond their looks.
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "client/screens/screens.hpp"
#include "client/screens/words.hpp"
#include "client/ui/dump.hpp"
#include "tests/golden/samples.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace std::chrono_literals;

namespace {

constexpr ui::Size window{1920, 1080};

golden::Sample sample(const std::string& name, wire::Language language = wire::Language::English) {
  for (golden::Sample& each : golden::samples(language, golden::Wording::Typical)) {
    if (each.name == name) return std::move(each);
  }
  FAIL("no sample is called " << name);
  return {};
}

ui::Scene scene_of(const golden::Sample& each, model::Duration later = {}) {
  return screens::view(each.model, each.state, each.now + later, window);
}

bool shows(const ui::Scene& scene, const std::string& text) {
  return ui::to_text(scene).find(text) != std::string::npos;
}

const ui::Text* text_starting(const ui::Scene& scene, const std::string& start) {
  for (const ui::Primitive& primitive : scene.primitives) {
    const auto* text = std::get_if<ui::Text>(&primitive);
    if (text != nullptr && text->text.starts_with(start)) return text;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the same model, state and instant give the same scene") {
  for (const golden::Sample& each : golden::samples(wire::Language::Spanish, golden::Wording::Typical)) {
    CHECK(scene_of(each) == scene_of(each));
  }
}

TEST_CASE("the prompt does not move when the answers open") {
  const ui::Scene reading = scene_of(sample("reading"));
  const ui::Scene asking = scene_of(sample("asking_single"));
  const ui::Text* before = text_starting(reading, "A tightly coupled");
  const ui::Text* after = text_starting(asking, "A tightly coupled");
  REQUIRE(before != nullptr);
  REQUIRE(after != nullptr);
  CHECK(*before == *after);
}

TEST_CASE("a running clock asks to be drawn again soon, a stopped one does not") {
  const golden::Sample running = sample("asking_single");
  const ui::Scene shown = scene_of(running);
  REQUIRE(shown.redraw_at);
  CHECK(*shown.redraw_at > running.now.time_since_epoch());
  CHECK(*shown.redraw_at <= running.now.time_since_epoch() + 100ms);
  CHECK_FALSE(scene_of(sample("paused_player")).redraw_at);
  CHECK_FALSE(scene_of(sample("start")).redraw_at);
}

TEST_CASE("the standings move from the old order to the new and then rest") {
  golden::Sample moving = sample("ranking");
  moving.model.room->standings->since_local = moving.now;
  const auto height_of = [&](model::Duration later) { return text_starting(scene_of(moving, later), "Farid")->baseline.y; };
  const float first = height_of(0ms);
  const float middle = height_of(200ms);
  const float last = height_of(600ms);
  CHECK(first > middle);
  CHECK(middle > last);
  CHECK(height_of(2s) == last);
  CHECK(scene_of(moving, 200ms).redraw_at);
  CHECK_FALSE(scene_of(moving, 2s).redraw_at);
  moving.model.profile.preferences.still = true;
  CHECK(height_of(0ms) == last);
  CHECK_FALSE(scene_of(moving).redraw_at);
}

TEST_CASE("nobody's pick shows on a projector, and a pause hides the question") {
  const ui::Scene projector = scene_of(sample("projector_single"));
  CHECK_FALSE(shows(projector, "mark lock"));
  CHECK(shows(projector, "12 of 18 answered"));
  CHECK(shows(projector, "K7M"));
  const ui::Scene paused = scene_of(sample("paused_player"));
  CHECK(shows(paused, "Paused"));
  CHECK_FALSE(shows(paused, "A tightly"));
}

TEST_CASE("one's own row is always on the scoreboard") {
  CHECK(shows(scene_of(sample("ranking")), "\"Diego\""));
  CHECK(shows(scene_of(sample("ranking")), "\"12\""));
}

TEST_CASE("whose connection is lost is marked on the scoreboard") {
  golden::Sample ranking = sample("ranking");
  CHECK_FALSE(shows(scene_of(ranking), "mark plug"));
  const wire::SeatId first = ranking.model.room->standings->shown.rows.at(0).seat;
  ranking.model.room->roster[first].connected = false;
  CHECK(shows(scene_of(ranking), "mark plug"));
}

TEST_CASE("a lost connection is loud on every screen of a room and offers to try now") {
  for (golden::Sample& each : golden::samples(wire::Language::English, golden::Wording::Typical)) {
    if (!each.model.room || each.state.overlay != screens::Overlay::None) continue;
    each.model.connection.link = model::Link::Lost;
    each.model.connection.lost_since_local = each.now - 3s;
    INFO(each.name);
    const ui::Scene scene = scene_of(each);
    CHECK(shows(scene, "Connection lost"));
    CHECK(ui::find_region(scene, "retry") != nullptr);
  }
}

TEST_CASE("short messages go away by themselves") {
  const golden::Sample notice = sample("notice");
  CHECK(shows(scene_of(notice), "No answer from"));
  CHECK(scene_of(notice).redraw_at);
  CHECK_FALSE(shows(scene_of(notice, 6s), "No answer from"));
}

TEST_CASE("numbers, times and codes are written as the language writes them") {
  const screens::Words english{wire::Language::English};
  const screens::Words spanish{wire::Language::Spanish};
  CHECK(english.tenths(32) == "3.2");
  CHECK(spanish.tenths(105) == "10,5");
  CHECK(english.number(870) == "870");
  CHECK(english.number(12345) == "12\u202F345");
  CHECK(spanish.quantity(1'500'000, "GiB") == "1,5\u00A0GiB");
  CHECK(screens::spaced_code("K7M2PQ") == "K7M\u00A02PQ");
}

TEST_CASE("counts have their own form for one, and every place is filled") {
  const screens::Words english{wire::Language::English};
  const screens::Words spanish{wire::Language::Spanish};
  CHECK(english.count(strings::Key::LobbyPlayers, 1) == "1 player");
  CHECK(english.count(strings::Key::LobbyPlayers, 0) == "0 players");
  CHECK(spanish.count(strings::Key::LobbyPlayers, 1) == "1 jugador");
  CHECK(spanish(strings::Key::BoardQuestion, {{"number", "3"}, {"total", "10"}}) == "Pregunta 3 de 10");
  for (const auto language : {wire::Language::English, wire::Language::Spanish}) {
    for (const golden::Sample& each : golden::samples(language, golden::Wording::Typical)) {
      INFO(each.name);
      CHECK_FALSE(shows(scene_of(each), "{"));
    }
  }
}

TEST_CASE("both languages say everything, and say it differently where words differ") {
  std::size_t equal = 0;
  for (std::size_t key = 0; key < strings::key_count; ++key) {
    const auto& english = strings::sentence(static_cast<strings::Key>(key), 0);
    const auto& spanish = strings::sentence(static_cast<strings::Key>(key), 1);
    CHECK_FALSE(std::string{english.other}.empty());
    CHECK_FALSE(std::string{spanish.other}.empty());
    CHECK(std::string{english.one}.empty() == std::string{spanish.one}.empty());
    if (std::string{english.other} == spanish.other) ++equal;
  }
  CHECK(equal < strings::key_count / 10);
}

TEST_CASE("every sentence is said by some screen") {
  std::string sources;
  for (const auto& entry : std::filesystem::directory_iterator{CERTAMEN_SOURCE_DIR "/client/screens"}) {
    std::ifstream file{entry.path()};
    std::ostringstream text;
    text << file.rdbuf();
    sources += text.str();
  }
  std::ifstream header{CERTAMEN_BINARY_DIR "/assets/generated/assets/strings.hpp"};
  std::size_t found = 0;
  for (std::string line; std::getline(header, line);) {
    const bool enumerator = line.starts_with("  ") && line.ends_with(",") && line.find(' ', 2) == std::string::npos;
    if (!enumerator) continue;
    const std::string key = line.substr(2, line.size() - 3);
    ++found;
    INFO(key);
    const std::size_t at = sources.find("Key::" + key);
    CHECK(at != std::string::npos);
  }
  CHECK(found == strings::key_count);
}
