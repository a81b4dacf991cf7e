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

Wrapped wrap(const Rect& room, const std::vector<float>& widths, const Wrapping& how) {
  Wrapped all;
  float x = room.x;
  float y = room.y;
  for (const float wanted : widths) {
    const float width = std::min(wanted, room.width);
    if (all.rows == 0) {
      all.rows = 1;
    } else if (x + width > room.right()) {
      x = room.x;
      y += how.row_height + how.row_gap;
      ++all.rows;
    }
    all.places.push_back({x, y, width, how.row_height});
    x += width + how.gap;
  }
  if (all.rows > 0) all.height = y + how.row_height - room.y;
  return all;
}

}  // namespace certamen::ui
