// The kit's own drawings: of which strokes and filled outlines its marks and shapes are made.
//
// Pure; shared by whatever paints a scene.
#pragma once

#include <vector>

#include "client/ui/scene.hpp"

namespace certamen::ui {

// Filled: an outline that can be seen whole from its middle. Not filled: a line with round ends and joints.
struct Stroke {
  std::vector<Point> points;
  bool filled = false;
  float width = 0;  // of a line
};

[[nodiscard]] std::vector<Stroke> strokes(const Mark& mark);

// The corners of a shape, clockwise; a circle has many.
[[nodiscard]] std::vector<Point> outline(const Shape& shape);

}  // namespace certamen::ui
