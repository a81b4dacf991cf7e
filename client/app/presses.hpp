// Which keys of a scene lead to a wish.
//
// Pure.
#pragma once

#include <optional>
#include <vector>

#include "client/model/events.hpp"
#include "client/screens/view_state.hpp"
#include "client/ui/scene.hpp"

namespace certamen::client_app {

// The inputs after which `wish` is what the screen asks of the model: a shortcut where there is one, else a click. A text
// is typed into the field that has the focus, or clicked into first. Nothing when the scene offers no way.
[[nodiscard]] std::optional<std::vector<ui::Input>> presses_for(const model::Event& wish, const model::Model& model,
                                                                const screens::ViewState& state, const ui::Scene& scene);

}  // namespace certamen::client_app
