#include "client/ui/geometry.hpp"

#include <cmath>

namespace certamen::ui {

Rect take_top(Rect& rest, float height, float gap) {
  const Rect taken{rest.x, rest.y, rest.width, height};
  rest.y += height + gap;
  rest.height = std::max(0.0F, rest.height - height - gap);
  return taken;
}

Rect take_bottom(Rect& rest, float height, float gap) {
  const Rect taken{rest.x, rest.bottom() - height, rest.width, height};
  rest.height = std::max(0.0F, rest.height - height - gap);
  return taken;
}

Rect take_left(Rect& rest, float width, float gap) {
  const Rect taken{rest.x, rest.y, width, rest.height};
  rest.x += width + gap;
  rest.width = std::max(0.0F, rest.width - width - gap);
  return taken;
}

Rect take_right(Rect& rest, float width, float gap) {
  const Rect taken{rest.right() - width, rest.y, width, rest.height};
  rest.width = std::max(0.0F, rest.width - width - gap);
  return taken;
}

float distance_to(const Rect& rect, Point point) {
  const float dx = std::max({0.0F, rect.x - point.x, point.x - rect.right()});
  const float dy = std::max({0.0F, rect.y - point.y, point.y - rect.bottom()});
  return std::hypot(dx, dy);
}

Rect grid_cell(const Rect& area, int columns, int rows, int index, float gap) {
  const auto column = static_cast<float>(index % columns);
  const auto row = static_cast<float>(index / columns);
  const float width = (area.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height = (area.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  return {area.x + column * (width + gap), area.y + row * (height + gap), width, height};
}

}  // namespace certamen::ui
