// A person at a window: hands on the screens, and the real model behind them.
#pragma once

#include <string>
#include <vector>

#include "client/model/update.hpp"
#include "client/screens/screens.hpp"
#include "client/ui/dump.hpp"
#include "tests/golden/samples.hpp"
#include "tests/support/catch.hpp"

namespace certamen::screens_test {

using namespace std::chrono_literals;

inline constexpr ui::Size window{1920, 1080};

// A person at a window.
struct Person {
  model::Model model;
  screens::ViewState state;
  model::Instant now{1000s};
  std::vector<model::Event> last;

  explicit Person(const std::string& sample) {
    for (golden::Sample& each : golden::samples(wire::Language::English, golden::Wording::Typical)) {
      if (each.name != sample) continue;
      model = std::move(each.model);
      state = std::move(each.state);
      now = each.now;
      return;
    }
    FAIL("no sample is called " << sample);
  }

  [[nodiscard]] ui::Scene scene() const { return screens::view(model, state, now, window); }
  // Only the events; the model stays as it is.
  void give(const ui::Input& input) { last = screens::on_input(model, state, input, now, window); }
  // The events go through the model, too.
  void live(const ui::Input& input) {
    give(input);
    for (const model::Event& event : last) (void)model::update(model, event, now);
  }
  void press(ui::KeyName name, bool shift = false) { live(ui::Key{.name = name, .shift = shift}); }
  void type(const std::string& text) {
    for (const char letter : text) live(ui::Typed{std::string(1, letter)});
  }
  void click(const std::string& id) {
    turn_to(id);
    const ui::Scene shown = scene();
    const ui::Region* region = ui::find_region(shown, id);
    REQUIRE(region != nullptr);
    live(ui::Pointer{ui::PointerAction::Pressed, region->rect.centre()});
    give_back({ui::PointerAction::Released, region->rect.centre()});
  }
  // Turns the wheel until the middle of the region is seen.
  void turn_to(const std::string& id) {
    for (int turn = 0; turn < 1000; ++turn) {
      const ui::Scene shown = scene();
      const ui::Region* region = ui::find_region(shown, id);
      if (region == nullptr || ui::region_at(shown, region->rect.centre()) == region || shown.scrolls.empty()) return;
      if (region->scroll.empty()) return;
      const ui::Rect& seen = shown.scrolls.front().rect;
      live(ui::Wheel{seen.centre(), region->rect.centre().y > seen.centre().y ? -1.0F : 1.0F});
    }
  }
  void give_back(const ui::Pointer& pointer) {
    const std::vector<model::Event> events = screens::on_input(model, state, pointer, now, window);
    CHECK(events.empty());
  }
  template <class T>
  [[nodiscard]] const T* wanted() const {
    for (const model::Event& event : last) {
      if (const T* found = std::get_if<T>(&event)) return found;
    }
    return nullptr;
  }
};

inline bool shows(const ui::Scene& scene, const std::string& text) {
  return ui::to_text(scene).find(text) != std::string::npos;
}

}  // namespace certamen::screens_test
