// A tip is told to a pointer that rests and to keys that walk, over everything and inside the window.
#include "client/ui/tip.hpp"

#include "client/ui/check.hpp"
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using namespace certamen::screens_test;

namespace {

const std::string told = "Next question";

// Drawn, not only there to be told.
bool tells(const ui::Scene& scene, const std::string& text) {
  for (const ui::Primitive& each : scene.primitives) {
    const auto* found = std::get_if<ui::Text>(&each);
    if (found != nullptr && found->text == text) return true;
  }
  return false;
}

void move_to(Person& person, const std::string& id) {
  const ui::Scene scene = person.scene();
  const ui::Region* region = ui::find_region(scene, id);
  REQUIRE(region != nullptr);
  person.live(ui::Pointer{ui::PointerAction::Moved, region->rect.centre()});
}

}  // namespace

TEST_CASE("a pointer that rests is told after a while, and asks for that drawing") {
  Person person{"review"};
  move_to(person, "after");
  CHECK_FALSE(tells(person.scene(), told));
  const ui::Moment due = person.now.time_since_epoch() + ui::tip_delay;
  CHECK(person.scene().redraw_at == due);
  person.now = model::Instant{due - std::chrono::milliseconds{1}};
  CHECK_FALSE(tells(person.scene(), told));
  move_to(person, "after");  // moving within it is resting
  person.now = model::Instant{due};
  CHECK(tells(person.scene(), told));
  CHECK(person.scene().redraw_at != due);
  SECTION("until it goes away") {
    move_to(person, "before");
    CHECK_FALSE(tells(person.scene(), told));
  }
  SECTION("or presses") {
    person.click("after");
    CHECK_FALSE(tells(person.scene(), told));
  }
}

TEST_CASE("keys that walk are told at once, those who clicked are not") {
  Person keys{"review"};
  for (int step = 0; step < 30 && keys.state.touch.focused != "after"; ++step) keys.press(ui::KeyName::Tab);
  REQUIRE(keys.state.touch.focused == "after");
  CHECK(tells(keys.scene(), told));
  Person mouse{"review"};
  mouse.click("after");
  CHECK(mouse.state.touch.focused == "after");
  CHECK_FALSE(tells(mouse.scene(), told));
}

TEST_CASE("a tip stays inside the window at any edge, and what it covers is hidden") {
  for (const ui::Size pixels : {ui::Size{1024, 640}, ui::Size{1920, 1080}}) {
    ui::Scene scene = ui::make_scene("bench", pixels, ui::theme_of(ui::ThemeName::Dark).background);
    const ui::Size size = scene.size;
    for (const ui::Point corner :
         {ui::Point{0, 0}, {size.width - 60, 0}, {0, size.height - 60}, {size.width - 60, size.height - 60}}) {
      scene.primitives.clear();
      ui::Region region;
      region.id = "there";
      region.rect = {corner.x, corner.y, 60, 60};
      region.tip = std::string(300, 'm') + " and more words";
      scene.regions = {region};
      ui::Touch touch;
      touch.focused = "there";
      touch.focus_visible = true;
      ui::tip({scene, ui::theme_of(ui::ThemeName::Dark), touch, ui::Moment{}, true});
      REQUIRE_FALSE(scene.primitives.empty());
      CHECK(ui::overflows(scene).empty());
      const ui::Rect panel = std::get<ui::Box>(scene.primitives.front()).rect;
      CHECK_FALSE(ui::overlaps(panel, scene.regions.front().rect));
    }
  }
}

TEST_CASE("a topic whose title is cut says it in full") {
  Person person{"solo"};
  person.model.topics[0].title = std::string(60, 'A') + " and the end of it";
  move_to(person, "solo.topic.0");
  person.now += std::chrono::seconds{1};
  const ui::Scene scene = person.scene();
  const ui::Region* topic = ui::find_region(scene, "solo.topic.0");
  REQUIRE(topic != nullptr);
  CHECK(topic->tip == person.model.topics[0].title);
  CHECK(ui::find_region(scene, "solo.topic.1")->tip.empty());
}
