#include "client/render/mesh.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace certamen::render {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float feather = 0.5F;  // of a pixel, to either side of an edge
constexpr float miter_max = 2.5F;

sf::Color clear(sf::Color color) {
  color.a = 0;
  return color;
}

void triangle(sf::VertexArray& triangles, sf::Vertex a, sf::Vertex b, sf::Vertex c) {
  triangles.append(a);
  triangles.append(b);
  triangles.append(c);
}

// The band between two loops or lines of equally many points.
void band(sf::VertexArray& triangles, const Points& first, sf::Color first_color, const Points& second,
          sf::Color second_color, bool closed) {
  const std::size_t count = first.size();
  for (std::size_t i = 0; i + (closed ? 0 : 1) < count; ++i) {
    const std::size_t next = (i + 1) % count;
    const sf::Vertex a{first[i], first_color};
    const sf::Vertex b{first[next], first_color};
    const sf::Vertex c{second[i], second_color};
    const sf::Vertex d{second[next], second_color};
    triangle(triangles, a, b, c);
    triangle(triangles, b, d, c);
  }
}

sf::Vector2f unit(sf::Vector2f vector) {
  const float length = std::hypot(vector.x, vector.y);
  return length > 0 ? vector / length : sf::Vector2f{};
}

// The outline moved outwards by `distance`, or inwards when negative; `turn` is +1 for clockwise outlines.
Points offset(const Points& outline, float distance, float turn) {
  Points moved;
  moved.reserve(outline.size());
  const std::size_t count = outline.size();
  for (std::size_t i = 0; i < count; ++i) {
    const sf::Vector2f before = unit(outline[i] - outline[(i + count - 1) % count]);
    const sf::Vector2f after = unit(outline[(i + 1) % count] - outline[i]);
    const sf::Vector2f normal = unit(sf::Vector2f{before.y + after.y, -before.x - after.x}) * turn;
    const float cosine = std::abs(normal.x * before.y - normal.y * before.x);
    const float miter = std::min(miter_max, 1 / std::max(cosine, 0.01F));
    moved.push_back(outline[i] + normal * (distance * miter));
  }
  return moved;
}

float doubled_area(const Points& outline) {
  float area = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const sf::Vector2f a = outline[i];
    const sf::Vector2f b = outline[(i + 1) % outline.size()];
    area += a.x * b.y - b.x * a.y;
  }
  return area;
}

int arc_steps(float radius, float turns) {
  const float whole = std::clamp(2 * pi * radius / 4, 12.0F, 160.0F);
  return std::max(2, static_cast<int>(std::ceil(whole * std::abs(turns))));
}

void arc_points(Points& points, sf::Vector2f centre, float radius, float from, float to, int steps) {
  for (int i = 0; i <= steps; ++i) {
    const float angle = 2 * pi * (from + (to - from) * static_cast<float>(i) / static_cast<float>(steps));
    points.push_back({centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)});
  }
}

// A rounded rectangle's outline, clockwise from the top right corner; always 4 * (steps + 1) points.
Points box_outline(const sf::FloatRect& rect, float radius, int steps) {
  const float right = rect.left + rect.width;
  const float bottom = rect.top + rect.height;
  Points points;
  arc_points(points, {right - radius, rect.top + radius}, radius, 0, 0.25F, steps);
  arc_points(points, {right - radius, bottom - radius}, radius, 0.25F, 0.5F, steps);
  arc_points(points, {rect.left + radius, bottom - radius}, radius, 0.5F, 0.75F, steps);
  arc_points(points, {rect.left + radius, rect.top + radius}, radius, 0.75F, 1, steps);
  return points;
}

sf::FloatRect shrunk(const sf::FloatRect& rect, float by) {
  return {rect.left + by, rect.top + by, std::max(0.0F, rect.width - 2 * by), std::max(0.0F, rect.height - 2 * by)};
}

float bounded_radius(const sf::FloatRect& rect, float radius) {
  return std::clamp(radius, 0.0F, std::min(rect.width, rect.height) / 2);
}

}  // namespace

void add_filled(sf::VertexArray& triangles, const Points& outline, sf::Color color) {
  if (outline.size() < 3) return;
  const float turn = doubled_area(outline) >= 0 ? 1.0F : -1.0F;
  const Points inner = offset(outline, -feather, turn);
  const Points outer = offset(outline, feather, turn);
  sf::Vector2f middle{};
  for (const sf::Vector2f point : inner) middle += point / static_cast<float>(inner.size());
  for (std::size_t i = 0; i < inner.size(); ++i) {
    triangle(triangles, {middle, color}, {inner[i], color}, {inner[(i + 1) % inner.size()], color});
  }
  band(triangles, inner, color, outer, clear(color), true);
}

void add_sharp(sf::VertexArray& triangles, const sf::FloatRect& rect, sf::Color color) {
  const sf::Vertex a{{rect.left, rect.top}, color};
  const sf::Vertex b{{rect.left + rect.width, rect.top}, color};
  const sf::Vertex c{{rect.left + rect.width, rect.top + rect.height}, color};
  const sf::Vertex d{{rect.left, rect.top + rect.height}, color};
  triangle(triangles, a, b, c);
  triangle(triangles, a, c, d);
}

void add_box(sf::VertexArray& triangles, const sf::FloatRect& rect, float radius, sf::Color color) {
  const float bounded = bounded_radius(rect, radius);
  if (bounded < 0.75F) {
    add_sharp(triangles, rect, color);
    return;
  }
  const int steps = arc_steps(bounded, 0.25F);
  const Points inner = box_outline(shrunk(rect, feather), std::max(0.0F, bounded - feather), steps);
  const Points outer = box_outline(shrunk(rect, -feather), bounded + feather, steps);
  const sf::Vector2f middle{rect.left + rect.width / 2, rect.top + rect.height / 2};
  for (std::size_t i = 0; i < inner.size(); ++i) {
    triangle(triangles, {middle, color}, {inner[i], color}, {inner[(i + 1) % inner.size()], color});
  }
  band(triangles, inner, color, outer, clear(color), true);
}

void add_box_outline(sf::VertexArray& triangles, const sf::FloatRect& rect, float radius, float width, sf::Color color) {
  const float bounded = bounded_radius(rect, radius);
  const int steps = arc_steps(std::max(bounded, 1.0F), 0.25F);
  const auto loop = [&](float by) { return box_outline(shrunk(rect, by), std::max(0.0F, bounded - by), steps); };
  const Points edge = loop(-feather);
  const Points outer = loop(feather);
  const Points inner = loop(std::max(feather, width - feather));
  const Points end = loop(width + feather);
  band(triangles, edge, clear(color), outer, color, true);
  band(triangles, outer, color, inner, color, true);
  band(triangles, inner, color, end, clear(color), true);
}

void add_arc(sf::VertexArray& triangles, sf::Vector2f centre, float radius, float thickness, float from, float sweep,
             sf::Color color) {
  const bool open = std::abs(sweep) < 0.9999F;
  const float half = thickness / 2;
  const int steps = arc_steps(radius, sweep);
  const auto curve = [&](float at) {
    Points points;
    arc_points(points, centre, std::max(0.0F, at), from, from + sweep, steps);
    return points;
  };
  const Points outer = curve(radius + half - feather);
  const Points inner = curve(radius - half + feather);
  band(triangles, curve(radius + half + feather), clear(color), outer, color, false);
  band(triangles, outer, color, inner, color, false);
  band(triangles, inner, color, curve(radius - half - feather), clear(color), false);
  if (!open) return;
  for (const bool start : {true, false}) {
    const float turns = start ? from : from + sweep;
    Points tip;
    arc_points(tip, centre, radius, turns, turns, 1);
    Points cap;
    arc_points(cap, tip.front(), half, 0, 1, arc_steps(half, 1));
    cap.pop_back();
    add_filled(triangles, cap, color);
  }
}

void add_line(sf::VertexArray& triangles, sf::Vector2f from, sf::Vector2f to, float width, sf::Color color) {
  const float half = width / 2;
  const sf::Vector2f along = unit(to - from);
  // The direction as turns from the top, clockwise.
  const float turns = std::atan2(along.x, -along.y) / (2 * pi);
  const int steps = arc_steps(half, 0.5F);
  Points outline;
  arc_points(outline, to, half, turns - 0.25F, turns + 0.25F, steps);
  arc_points(outline, from, half, turns + 0.25F, turns + 0.75F, steps);
  add_filled(triangles, outline, color);
}

}  // namespace certamen::render
