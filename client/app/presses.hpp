// Which keys or clicks of a scene lead to a wish.
//
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/app/script.hpp"
#include "client/model/events.hpp"
#include "client/screens/view_state.hpp"
#include "client/ui/scene.hpp"

namespace certamen::client_app {

// All that a field is to hold.
struct FillField {
  std::string field;  // its region
  std::string text;
};

// Where a slider is to stand.
struct SlideTo {
  std::string slider;  // its region
  std::int64_t value = 0;
};

// What the screen is to ask of the model, an action of the screen's own, a text, or the place of a slider.
using Wish = std::variant<model::Event, ui::Action, FillField, SlideTo>;

// The next inputs on the way to the wish; with the keys alone that may be a step of the focus only, so ask again after it.
// Nothing when the scene offers no way.
[[nodiscard]] std::optional<std::vector<ui::Input>> presses_for(const Wish& wish, const model::Model& model,
                                                                const screens::ViewState& state, const ui::Scene& scene,
                                                                Hands hands = Hands::Either);

}  // namespace certamen::client_app
