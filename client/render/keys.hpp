// From SFML's events to the kit's words. SFML stays inside client/render: do not include this from outside.
#pragma once

#include <SFML/Window/Event.hpp>
#include <optional>

#include "client/ui/input.hpp"

namespace certamen::render {

// Nothing for events that mean nothing to a screen. `scale` is the shown scene's pixels a unit.
[[nodiscard]] std::optional<ui::Input> to_input(const sf::Event& event, float scale);

}  // namespace certamen::render
