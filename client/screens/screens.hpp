// Every screen of the program, and what a person's hands mean on it.
//
// Pure: a model, a view state, an instant and a window size give a Scene; an input gives model events. `now` is the
// model's local instant, the window's size is in pixels.
#pragma once

#include <vector>

#include "client/model/events.hpp"
#include "client/model/model.hpp"
#include "client/screens/view_state.hpp"
#include "client/ui/scene.hpp"

namespace certamen::screens {

[[nodiscard]] ui::Scene view(const model::Model& model, const ViewState& state, model::Instant now, ui::Size window_pixels);

// Applies an input to the view state (focus, caret, menus) and returns what the person wants of the model, in order.
[[nodiscard]] std::vector<model::Event> on_input(const model::Model& model, ViewState& state, const ui::Input& input,
                                                 model::Instant now, ui::Size window_pixels);

// What an action of a scene means; used by on_input, and by tests to see that every action is understood. False when no
// screen knows the action.
[[nodiscard]] bool act(const model::Model& model, ViewState& state, const ui::Action& action,
                       std::vector<model::Event>& events);

}  // namespace certamen::screens
