// Every setting, changed on its screen and seen changed there.
#include <algorithm>

#include "client/app/errands.hpp"

namespace certamen::client_app {

namespace {

using model::Preferences;

bool on_settings(const Sight& sight) {
  return sight.stage == model::Stage::Settings;
}

std::string first_text(const ui::Scene& scene) {
  for (const ui::Primitive& primitive : scene.primitives) {
    if (const auto* text = std::get_if<ui::Text>(&primitive)) return text->text;
  }
  return {};
}

const Preferences& preferences(const Sight& sight) {
  return sight.model.profile.preferences;
}

// Pressed once, and seen by what it changes.
Errand press(std::string name, ui::Action action, std::function<bool(const Sight&, const Before&)> seen) {
  return {std::move(name), on_settings,
          [action = std::move(action)](const Sight&, const Before&) -> std::optional<Wish> { return action; },
          std::move(seen)};
}

// A switch offers the other of its two values.
Errand turn(const std::string& id, bool on, bool Preferences::*which) {
  return press((on ? "turn on " : "turn off ") + id, {id, on ? 1 : 0}, [id, on, which](const Sight& sight, const Before&) {
    const ui::Region* shown = ui::find_region(sight.scene, id);
    return preferences(sight).*which == on && shown != nullptr && shown->action == ui::Action{id, on ? 0 : 1};
  });
}

Errand choose_look(model::Look look) {
  return press("choose a theme", {"theme", static_cast<std::int64_t>(look)},
               [look](const Sight& sight, const Before& before) {
                 return preferences(sight).look == look && sight.scene.background != before.scene.background;
               });
}

// Larger text leaves fewer units of the same window.
Errand enlarge(model::TextSize size) {
  return press("enlarge the text", {"text_size", static_cast<std::int64_t>(size)},
               [size](const Sight& sight, const Before& before) {
                 return preferences(sight).text_size == size && sight.scene.size.width < before.scene.size.width;
               });
}

Errand turn_volume() {
  constexpr std::uint32_t quiet = 2;
  return {"turn the volume down", on_settings,
          [](const Sight&, const Before&) -> std::optional<Wish> {
            return SlideTo{"volume", quiet};
          },
          [](const Sight& sight, const Before&) {
            const ui::Region* shown = ui::find_region(sight.scene, "volume");
            return preferences(sight).volume == quiet && shown != nullptr && shown->slider && shown->slider->value == quiet;
          }};
}

Errand change_name() {
  return {"change the name", on_settings,
          [](const Sight&, const Before&) -> std::optional<Wish> {
            return FillField{"text.name", "Zoë"};
          },
          [](const Sight& sight, const Before& before) {
            return sight.model.profile.name == "Zoë" && before.model.profile.name != "Zoë";
          }};
}

}  // namespace

std::vector<Errand> setting_errands() {
  const auto at_start = [](const Sight& sight) { return sight.stage == model::Stage::Start && !sight.state.welcome; };
  Errand enter = press("open the settings", {"go", static_cast<std::int64_t>(model::Screen::Settings)},
                       [](const Sight& sight, const Before&) { return on_settings(sight); });
  enter.due = at_start;
  return {
      enter,
      press("change the language", {"language", 1},
            [](const Sight& sight, const Before& before) {
              const bool spanish = sight.model.profile.language == wire::Language::Spanish;
              return spanish && first_text(sight.scene) != first_text(before.scene);
            }),
      enlarge(model::TextSize::Large),
      enlarge(model::TextSize::Larger),
      change_name(),
      choose_look(model::Look::Light),
      choose_look(model::Look::HighContrast),
      turn("still", true, &Preferences::still),
      turn_volume(),
      turn("exam_sounds", true, &Preferences::exam_sounds),
      turn("sounds", false, &Preferences::sounds),
      press("leave the settings", {"back", 0},
            [](const Sight& sight, const Before&) { return sight.stage == model::Stage::Start; }),
  };
}

}  // namespace certamen::client_app
