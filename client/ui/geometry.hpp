// Points, sizes and rectangles in logical units: x to the right, y down.
//
// Pure values. A logical unit is a pixel of the 1920x1080 design; view.hpp says how many pixels it is in a window.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace certamen::ui {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  float width = 0;
  float height = 0;
  bool operator==(const Size&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] constexpr float right() const { return x + width; }
  [[nodiscard]] constexpr float bottom() const { return y + height; }
  [[nodiscard]] constexpr Point centre() const { return {x + width / 2, y + height / 2}; }
  bool operator==(const Rect&) const = default;
};

[[nodiscard]] constexpr bool contains(const Rect& rect, Point point) {
  return point.x >= rect.x && point.x < rect.right() && point.y >= rect.y && point.y < rect.bottom();
}

// True when `inner` lies in `outer` but for `slack` units on any side.
[[nodiscard]] constexpr bool encloses(const Rect& outer, const Rect& inner, float slack = 0) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.right() <= outer.right() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

// True when the two share an area deeper than `slack` units in both directions.
[[nodiscard]] constexpr bool overlaps(const Rect& a, const Rect& b, float slack = 0) {
  return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() && b.y + slack < a.bottom();
}

// The area that both share; nothing when they only touch or lie apart.
[[nodiscard]] constexpr std::optional<Rect> common(const Rect& a, const Rect& b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  const float width = std::min(a.right(), b.right()) - left;
  const float height = std::min(a.bottom(), b.bottom()) - top;
  if (width <= 0 || height <= 0) return std::nullopt;
  return Rect{left, top, width, height};
}

[[nodiscard]] constexpr Rect inset(const Rect& rect, float horizontal, float vertical) {
  return {rect.x + horizontal, rect.y + vertical, std::max(0.0F, rect.width - 2 * horizontal),
          std::max(0.0F, rect.height - 2 * vertical)};
}
[[nodiscard]] constexpr Rect inset(const Rect& rect, float all) {
  return inset(rect, all, all);
}

[[nodiscard]] constexpr Rect moved(const Rect& rect, float dx, float dy) {
  return {rect.x + dx, rect.y + dy, rect.width, rect.height};
}

// A rectangle of this size in the middle of `outer`.
[[nodiscard]] constexpr Rect centred(const Rect& outer, Size size) {
  return {outer.x + (outer.width - size.width) / 2, outer.y + (outer.height - size.height) / 2, size.width, size.height};
}

// Cuts a strip off one side of `rest` and makes `rest` smaller by the strip and the gap.
Rect take_top(Rect& rest, float height, float gap = 0);
Rect take_bottom(Rect& rest, float height, float gap = 0);
Rect take_left(Rect& rest, float width, float gap = 0);
Rect take_right(Rect& rest, float width, float gap = 0);

// From the point to the nearest point of the rectangle; zero inside.
[[nodiscard]] float distance_to(const Rect& rect, Point point);

// Cell `index` of a grid that fills `area` row by row with equal gaps.
[[nodiscard]] Rect grid_cell(const Rect& area, int columns, int rows, int index, float gap);

// Things of these widths side by side from the left, in as many rows as that takes; one wider than the room has the room's
// width. Below the room's end, too: whoever has only so much height asks for the rows first.
struct Wrapping {
  float row_height = 0;
  float gap = 0;  // between neighbours
  float row_gap = 0;
};
struct Wrapped {
  std::vector<Rect> places;
  int rows = 0;
  float height = 0;
};
[[nodiscard]] Wrapped wrap(const Rect& room, const std::vector<float>& widths, const Wrapping& how);

}  // namespace certamen::ui
