// The size of the text is a setting, honoured by every screen as far as it can be read whole.
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using namespace certamen::screens_test;

namespace {

float scale_of(const std::string& sample, model::TextSize size, ui::Size pixels) {
  Person person{sample};
  person.model.profile.preferences.text_size = size;
  return screens::view(person.model, person.state, person.now, pixels).scale;
}

}  // namespace

TEST_CASE("the size of the text is stepped by the mouse alone and by the keys alone, and is kept") {
  Person mouse{"settings"};
  mouse.click("text_size.more");
  CHECK(mouse.model.profile.preferences.text_size == model::TextSize::Large);
  mouse.click("text_size.more");
  CHECK(mouse.model.profile.preferences.text_size == model::TextSize::Larger);
  mouse.click("text_size.less");
  CHECK(mouse.model.profile.preferences.text_size == model::TextSize::Large);
  Person keys{"settings"};
  for (int step = 0; step < 20 && keys.state.touch.focused != "text_size.more"; ++step) keys.press(ui::KeyName::Tab);
  REQUIRE(keys.state.touch.focused == "text_size.more");
  keys.live(ui::Typed{" "});
  CHECK(keys.model.profile.preferences.text_size == model::TextSize::Large);
}

TEST_CASE("screens are drawn larger by the share that is asked") {
  for (const char* sample : {"start", "settings", "lobby_player", "ranking", "podium", "points_speed"}) {
    INFO(sample);
    for (const ui::Size pixels : {ui::Size{1920, 1080}, ui::Size{3840, 2160}}) {
      const float usual = scale_of(sample, model::TextSize::Usual, pixels);
      CHECK(scale_of(sample, model::TextSize::Large, pixels) == Approx(1.1F * usual));
      CHECK(scale_of(sample, model::TextSize::Larger, pixels) == Approx(1.2F * usual));
    }
  }
}

TEST_CASE("a small window gives as much as it has, and never less than the usual size") {
  const float usual = scale_of("start", model::TextSize::Usual, {1024, 640});
  const float larger = scale_of("start", model::TextSize::Larger, {1024, 640});
  CHECK(larger > usual);
  CHECK(larger < 1.2F * usual);
  CHECK(scale_of("start", model::TextSize::Larger, {640, 360}) >= scale_of("start", model::TextSize::Usual, {640, 360}));
}

TEST_CASE("a question that would not be read whole keeps a smaller size") {
  const auto scale = [](golden::Wording wording) {
    for (golden::Sample& each : golden::samples(wire::Language::English, wording)) {
      if (each.name != "paper_matching") continue;
      each.model.profile.preferences.text_size = model::TextSize::Larger;
      return screens::view(each.model, each.state, each.now, window).scale;
    }
    return 0.0F;
  };
  CHECK(scale(golden::Wording::Longest) < scale(golden::Wording::Typical) - 0.01F);
  CHECK(scale_of("asking_single", model::TextSize::Larger, {1920, 1080}) == Approx(1.2F));
}
