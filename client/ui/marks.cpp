#include "client/ui/marks.hpp"

#include <cmath>
#include <numbers>

namespace certamen::ui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float thin = 0.075F;
constexpr float bold = 0.15F;

// All drawings live in a square from -0.5 to 0.5 around the origin.
using Drawing = std::vector<Stroke>;

Stroke line(std::vector<Point> points, float width = thin) {
  return {std::move(points), false, width};
}
Stroke solid(std::vector<Point> points) {
  return {std::move(points), true, 0};
}

std::vector<Point> ellipse(Point centre, float across, float down, float from_turns, float to_turns, int steps) {
  std::vector<Point> points;
  for (int i = 0; i <= steps; ++i) {
    const float turns = from_turns + (to_turns - from_turns) * static_cast<float>(i) / static_cast<float>(steps);
    const float angle = turns * 2 * pi;
    points.push_back({centre.x + across * std::sin(angle), centre.y - down * std::cos(angle)});
  }
  return points;
}

std::vector<Point> rectangle(float left, float top, float right, float bottom) {
  return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

// A lens from `base` into the direction `angle` (radians, clockwise from the right).
Stroke leaf(Point base, float angle, float length, float width) {
  std::vector<Point> points;
  constexpr int steps = 8;
  const float along_x = std::cos(angle);
  const float along_y = std::sin(angle);
  const auto put = [&](float along, float across) {
    points.push_back({base.x + along * along_x - across * along_y, base.y + along * along_y + across * along_x});
  };
  for (int i = 0; i <= steps; ++i) {
    const float share = static_cast<float>(i) / steps;
    put(length * share, width / 2 * std::sin(share * pi));
  }
  for (int i = steps - 1; i > 0; --i) {
    const float share = static_cast<float>(i) / steps;
    put(length * share, -width / 2 * std::sin(share * pi));
  }
  return solid(std::move(points));
}

Drawing laurel() {
  Drawing drawing;
  constexpr int leaves = 6;
  constexpr float radius = 0.345F;
  constexpr float lean = 0.62F;
  for (const float side : {1.0F, -1.0F}) {
    const auto mirrored = [side](float angle) { return side > 0 ? angle : pi - angle; };
    for (int i = 0; i < leaves; ++i) {
      const float share = static_cast<float>(i) / (leaves - 1);
      const float turn = 0.28F + 2.12F * share;  // radians from the bottom, along the wreath
      const Point base{side * radius * std::sin(turn), radius * std::cos(turn) + 0.03F};
      const float tangent = -turn;
      const float length = 0.2F - 0.045F * share;
      drawing.push_back(leaf(base, mirrored(tangent + lean), length, 0.088F));
      drawing.push_back(leaf(base, mirrored(tangent - lean), length * 0.85F, 0.08F));
    }
    const float end = 0.28F + 2.12F + 0.12F;
    drawing.push_back(leaf({side * radius * std::sin(end), radius * std::cos(end) + 0.03F}, mirrored(-end), 0.15F, 0.075F));
    std::vector<Point> stem;
    for (int i = 0; i <= 16; ++i) {
      const float turn = 0.02F + 2.5F * static_cast<float>(i) / 16;
      stem.push_back({side * radius * std::sin(turn), radius * std::cos(turn) + 0.03F});
    }
    drawing.push_back(line(std::move(stem), 0.018F));
  }
  return drawing;
}

void add_person(Drawing& drawing, Point at, float size) {
  drawing.push_back(solid(ellipse({at.x, at.y - 0.2F * size}, 0.17F * size, 0.17F * size, 0, 1, 28)));
  drawing.push_back(solid(ellipse({at.x, at.y + 0.4F * size}, 0.32F * size, 0.34F * size, -0.25F, 0.25F, 24)));
}

Drawing gear() {
  Drawing drawing{line(ellipse({}, 0.27F, 0.27F, 0, 1, 32), 0.1F), line(ellipse({}, 0.09F, 0.09F, 0, 1, 20), 0.06F)};
  for (int i = 0; i < 8; ++i) {
    const float angle = static_cast<float>(i) * pi / 4;
    drawing.push_back(line(
        {{0.31F * std::cos(angle), 0.31F * std::sin(angle)}, {0.42F * std::cos(angle), 0.42F * std::sin(angle)}}, 0.12F));
  }
  return drawing;
}

Drawing book() {
  const std::vector<Point> left{{0, -0.24F},     {-0.1F, -0.31F}, {-0.24F, -0.34F}, {-0.43F, -0.32F},
                                {-0.43F, 0.26F}, {-0.24F, 0.25F}, {-0.1F, 0.29F},   {0, 0.36F}};
  std::vector<Point> right;
  for (const Point point : left) right.push_back({-point.x, point.y});
  return {line(left), line(right), line({{0, -0.24F}, {0, 0.36F}})};
}

Drawing plug() {
  Drawing drawing{solid(ellipse({0, 0.3F}, 0.06F, 0.06F, 0, 1, 16))};
  for (const float radius : {0.24F, 0.44F, 0.64F}) {
    drawing.push_back(line(ellipse({0, 0.3F}, radius, radius, -0.11F, 0.11F, 16), 0.085F));
  }
  drawing.push_back(line({{-0.36F, 0.4F}, {0.36F, -0.38F}}, 0.1F));
  return drawing;
}

Drawing people() {
  Drawing drawing;
  add_person(drawing, {-0.31F, 0.1F}, 0.62F);
  add_person(drawing, {0.31F, 0.1F}, 0.62F);
  add_person(drawing, {0, -0.02F}, 0.92F);
  return drawing;
}

Drawing screen() {
  std::vector<Point> frame = rectangle(-0.44F, -0.36F, 0.44F, 0.2F);
  frame.push_back(frame.front());
  return {line(std::move(frame)), line({{0, 0.2F}, {0, 0.38F}}), line({{-0.2F, 0.38F}, {0.2F, 0.38F}})};
}

Drawing lock() {
  std::vector<Point> shackle = ellipse({0, -0.14F}, 0.19F, 0.22F, -0.25F, 0.25F, 18);
  shackle.insert(shackle.begin(), {-0.19F, 0.05F});
  shackle.push_back({0.19F, 0.05F});
  return {line(std::move(shackle), 0.09F), solid(rectangle(-0.32F, -0.02F, 0.32F, 0.42F))};
}

Drawing flame() {
  return {solid({{0.08F, -0.48F},
                 {0.11F, -0.32F},
                 {0.23F, -0.12F},
                 {0.32F, 0.08F},
                 {0.32F, 0.26F},
                 {0.2F, 0.41F},
                 {0, 0.47F},
                 {-0.2F, 0.41F},
                 {-0.32F, 0.26F},
                 {-0.33F, 0.08F},
                 {-0.27F, -0.1F},
                 {-0.22F, -0.27F},
                 {-0.12F, -0.12F},
                 {-0.04F, -0.25F}})};
}

Drawing disk() {
  Drawing drawing{line(ellipse({0, -0.28F}, 0.34F, 0.12F, 0, 1, 32)), line({{-0.34F, -0.28F}, {-0.34F, 0.3F}}),
                  line({{0.34F, -0.28F}, {0.34F, 0.3F}})};
  for (const float down : {0.01F, 0.3F}) drawing.push_back(line(ellipse({0, down}, 0.34F, 0.12F, 0.25F, 0.75F, 18)));
  return drawing;
}

Drawing drawing_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::Tick: return {line({{-0.36F, 0.04F}, {-0.11F, 0.28F}, {0.37F, -0.26F}}, bold)};
    case MarkKind::Cross:
      return {line({{-0.28F, -0.28F}, {0.28F, 0.28F}}, bold), line({{0.28F, -0.28F}, {-0.28F, 0.28F}}, bold)};
    case MarkKind::Laurel: return laurel();
    case MarkKind::Person: {
      Drawing drawing;
      add_person(drawing, {0, -0.01F}, 1.2F);
      return drawing;
    }
    case MarkKind::People: return people();
    case MarkKind::Screen: return screen();
    case MarkKind::Pause:
      return {solid(rectangle(-0.3F, -0.36F, -0.1F, 0.36F)), solid(rectangle(0.1F, -0.36F, 0.3F, 0.36F))};
    case MarkKind::Play: return {solid({{-0.26F, -0.38F}, {0.4F, 0}, {-0.26F, 0.38F}})};
    case MarkKind::Next: return {line({{-0.14F, -0.3F}, {0.16F, 0}, {-0.14F, 0.3F}}, bold)};
    case MarkKind::Back: return {line({{0.14F, -0.3F}, {-0.16F, 0}, {0.14F, 0.3F}}, bold)};
    case MarkKind::Plus: return {line({{-0.3F, 0}, {0.3F, 0}}, bold), line({{0, -0.3F}, {0, 0.3F}}, bold)};
    case MarkKind::Minus: return {line({{-0.3F, 0}, {0.3F, 0}}, bold)};
    case MarkKind::Up: return {solid({{0, -0.32F}, {0.36F, 0.28F}, {-0.36F, 0.28F}})};
    case MarkKind::Down: return {solid({{-0.36F, -0.28F}, {0.36F, -0.28F}, {0, 0.32F}})};
    case MarkKind::Lock: return lock();
    case MarkKind::Clock: return {line(ellipse({}, 0.42F, 0.42F, 0, 1, 48)), line({{0, -0.24F}, {0, 0}, {0.18F, 0.1F}})};
    case MarkKind::Book: return book();
    case MarkKind::Flame: return flame();
    case MarkKind::Plug: return plug();
    case MarkKind::Gear: return gear();
    case MarkKind::Stop: return {solid(rectangle(-0.32F, -0.32F, 0.32F, 0.32F))};
    case MarkKind::Disk: return disk();
  }
  return {};
}

std::vector<Point> polygon(int corners, float radius, float first_turns) {
  std::vector<Point> points;
  for (int i = 0; i < corners; ++i) {
    const float angle = (first_turns + static_cast<float>(i) / static_cast<float>(corners)) * 2 * pi;
    points.push_back({radius * std::sin(angle), -radius * std::cos(angle)});
  }
  return points;
}

std::vector<Point> unit_outline(ShapeKind kind) {
  // Radii that make the six look equally large beside each other.
  switch (kind) {
    case ShapeKind::Triangle: {
      std::vector<Point> points = polygon(3, 1.16F, 0);
      for (Point& point : points) point.y += 0.18F;
      return points;
    }
    case ShapeKind::Circle: return polygon(64, 0.95F, 0);
    case ShapeKind::Square: return polygon(4, 1.18F, 0.125F);
    case ShapeKind::Diamond: return polygon(4, 1.1F, 0);
    case ShapeKind::Pentagon: return polygon(5, 1.08F, 0);
    case ShapeKind::Hexagon: return polygon(6, 1.02F, 0.25F);
  }
  return {};
}

}  // namespace

std::vector<Stroke> strokes(const Mark& mark) {
  Drawing drawing = drawing_of(mark.kind);
  for (Stroke& stroke : drawing) {
    stroke.width *= mark.size;
    for (Point& point : stroke.points) point = {mark.centre.x + point.x * mark.size, mark.centre.y + point.y * mark.size};
  }
  return drawing;
}

std::vector<Point> outline(const Shape& shape) {
  std::vector<Point> points = unit_outline(shape.kind);
  for (Point& point : points) {
    point = {shape.centre.x + point.x * shape.radius, shape.centre.y + point.y * shape.radius};
  }
  return points;
}

}  // namespace certamen::ui
