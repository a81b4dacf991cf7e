// A scene as text: one thing a line, stable between machines, for people and for golden tests.
#pragma once

#include <string>

#include "client/ui/scene.hpp"

namespace certamen::ui {

// Coordinates are rounded to whole units, colours are written as RRGGBB or RRGGBBAA.
[[nodiscard]] std::string to_text(const Scene& scene);

}  // namespace certamen::ui
