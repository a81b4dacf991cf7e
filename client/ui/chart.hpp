// Figures that show numbers: columns on a baseline, a curve through a few points, a value within its interval.
//
// Pure widgets; nothing in them can be pressed.
#pragma once

#include <string>
#include <vector>

#include "client/ui/kit.hpp"

namespace certamen::ui {

struct Column {
  std::string label;  // under the chart
  float value = 0;    // at least 0
  std::string shown;  // the value as people read it, over the column
  Color color;
  // What hangs from the baseline at the same place; nothing is said when `below_shown` is empty.
  float below = 0;  // at most 0
  std::string below_shown{};
  Color below_color{};
};
// All of them on one baseline and one scale, as high as the room allows.
void columns(const Kit& kit, const Rect& rect, const std::vector<Column>& all);

struct CurvePoint {
  float at = 0;     // from 0, the left end, to 1
  float value = 0;  // at least 0; the baseline is 0
  std::string label;
  std::string shown;
};
// A line through the points, each with its value over it and its label under the baseline. Points from left to right.
void curve(const Kit& kit, const Rect& rect, const std::vector<CurvePoint>& points, Color color);

// Shares of the track's width, from 0 to 1.
struct Interval {
  float low = 0;
  float value = 0;
  float high = 1;
};
// The interval as a band, the value itself as a line across.
void interval(const Kit& kit, const Rect& track, const Interval& spec, Color color);

}  // namespace certamen::ui
