#include "client/ui/chart.hpp"

#include <algorithm>
#include <cmath>

namespace certamen::ui {

namespace {

constexpr float value_height = 34;
constexpr float label_height = 58;
constexpr float column_width_max = 96;
constexpr float baseline_width = 2;
constexpr float curve_width = 5;
constexpr float dot_radius = 10;
constexpr float curve_margin = 80;  // for the texts of the points at both ends

void write_value(const Kit& kit, const Rect& room, const std::string& text) {
  write_fitted(kit, room, text, {Weight::SemiBold, body_size, text_size_min, 1}, kit.theme.text, Align::Centre,
               VerticalAlign::Middle);
}

void write_label(const Kit& kit, const Rect& room, const std::string& text) {
  write_fitted(kit, room, text, {Weight::Regular, label_size, text_size_min, 2}, kit.theme.muted, Align::Centre);
}

void draw_column(const Kit& kit, const Rect& cell, float base, float scale, const Column& column) {
  const float width = std::min(column_width_max, cell.width * 0.5F);
  const float left = cell.centre().x - width / 2;
  const float up = column.value * scale;
  const float down = -column.below * scale;
  if (up >= 1) fill(kit, {left, base - up, width, up}, column.color, std::min(corner_small, up / 2));
  write_value(kit, {cell.x, base - up - value_height, cell.width, value_height}, column.shown);
  if (column.below_shown.empty()) return;
  if (down >= 1) fill(kit, {left, base, width, down}, column.below_color, std::min(corner_small, down / 2));
  write_value(kit, {cell.x, base + down, cell.width, value_height}, column.below_shown);
}

}  // namespace

void columns(const Kit& kit, const Rect& rect, const std::vector<Column>& all) {
  if (all.empty()) return;
  Rect plot = rect;
  const Rect labels = take_bottom(plot, label_height, gap_small);
  take_top(plot, value_height);
  float most = 0;
  float least = 0;
  for (const Column& each : all) {
    most = std::max(most, each.value);
    least = std::min(least, each.below);
  }
  const bool below = std::any_of(all.begin(), all.end(), [](const Column& each) { return !each.below_shown.empty(); });
  if (below) take_bottom(plot, value_height);
  const float range = most - least;
  const float scale = range > 0 ? plot.height / range : 0;
  const float base = std::round(plot.y + most * scale);
  const auto count = static_cast<int>(all.size());
  for (int i = 0; i < count; ++i) {
    const Column& each = all[static_cast<std::size_t>(i)];
    draw_column(kit, grid_cell(plot, count, 1, i, 4), base, scale, each);
    write_label(kit, grid_cell(labels, count, 1, i, 8), each.label);
  }
  fill(kit, {rect.x, base - baseline_width / 2, rect.width, baseline_width}, kit.theme.muted);
}

void curve(const Kit& kit, const Rect& rect, const std::vector<CurvePoint>& points, Color color) {
  if (points.empty()) return;
  Rect plot = inset(rect, curve_margin, 0);
  const Rect labels = take_bottom(plot, label_height, gap_small);
  take_top(plot, value_height + dot_radius);
  float most = 0;
  for (const CurvePoint& each : points) most = std::max(most, each.value);
  const auto place = [&](const CurvePoint& point) {
    return Point{plot.x + plot.width * point.at, plot.bottom() - (most > 0 ? plot.height * point.value / most : 0)};
  };
  fill(kit, {rect.x, plot.bottom() - baseline_width / 2, rect.width, baseline_width}, kit.theme.muted);
  for (std::size_t i = 1; i < points.size(); ++i) line(kit, place(points[i - 1]), place(points[i]), curve_width, color);
  const float wide = std::min(2 * curve_margin, plot.width / static_cast<float>(points.size()) + curve_margin);
  for (const CurvePoint& each : points) {
    const Point at = place(each);
    line(kit, at, {at.x, plot.bottom()}, 2, kit.theme.line);
    kit.scene.primitives.emplace_back(Shape{ShapeKind::Circle, at, dot_radius, color});
    write_value(kit, {at.x - wide / 2, at.y - dot_radius - value_height, wide, value_height}, each.shown);
    write_label(kit, {at.x - wide / 2, labels.y, wide, labels.height}, each.label);
  }
}

void interval(const Kit& kit, const Rect& track, const Interval& spec, Color color) {
  fill(kit, track, kit.theme.raised, track.height / 2);
  const float from = track.x + track.width * std::clamp(spec.low, 0.0F, 1.0F);
  const float to = track.x + track.width * std::clamp(spec.high, 0.0F, 1.0F);
  const float at = track.x + track.width * std::clamp(spec.value, 0.0F, 1.0F);
  fill(kit, {from, track.y, std::max(track.height, to - from), track.height}, faded(color, 0.45F), track.height / 2);
  line(kit, {at, track.y - 6}, {at, track.bottom() + 6}, 5, color);
}

}  // namespace certamen::ui
