// What is painted of a scene under a dialogue looks as the scene does.
#include "client/ui/flatten.hpp"

#include "client/ui/color.hpp"
#include "tests/support/catch.hpp"

namespace certamen::ui {

namespace {

constexpr Rect whole{0, 0, 1920, 1080};
constexpr Rect panel_rect{400, 200, 1000, 600};
constexpr Color scrim{10, 20, 30, 200};
constexpr Color panel{40, 50, 60, 255};

Scene scene_with(std::vector<Primitive> below, std::vector<Primitive> above) {
  Scene scene;
  scene.size = {1920, 1080};
  scene.background = {200, 100, 0, 255};
  scene.primitives = std::move(below);
  scene.primitives.insert(scene.primitives.end(), above.begin(), above.end());
  return scene;
}

Box box(const Rect& rect, Color fill, float radius = 0) {
  return {.rect = rect, .radius = radius, .fill = fill};
}

// As painted one over the other at a point, boxes as sharp rectangles.
Color seen(const Scene& scene, Point point) {
  Color color = scene.background;
  for (const Primitive& each : scene.primitives) {
    const auto* drawn = std::get_if<Box>(&each);
    if (drawn != nullptr && contains(drawn->rect, point)) color = composed(color, drawn->fill);
  }
  return color;
}

bool close(Color left, Color right) {
  const auto near = [](int one, int other) { return std::abs(one - other) <= 1; };
  return near(left.red, right.red) && near(left.green, right.green) && near(left.blue, right.blue);
}

}  // namespace

TEST_CASE("a scene without a scrim is painted as it is") {
  const Scene scene = scene_with({box({10, 10, 50, 50}, panel), box(panel_rect, panel, 20)}, {});
  const Scene flat = flattened(scene);
  CHECK(flat.primitives == scene.primitives);
  CHECK(flat.background == scene.background);
}

TEST_CASE("colours under a scrim are those that the scrim makes of them, also of what is translucent") {
  const Color faint{255, 255, 255, 90};
  const Scene scene =
      scene_with({box({0, 0, 300, 300}, {0, 200, 0, 255}), box({100, 100, 300, 900}, faint)}, {box(whole, scrim)});
  const Scene flat = flattened(scene);
  CHECK(flat.primitives.size() == 2);
  for (const Point point : {Point{50, 50}, Point{150, 150}, Point{150, 800}, Point{1000, 20}}) {
    INFO(point.x << "," << point.y);
    CHECK(close(seen(flat, point), seen(scene, point)));
  }
}

TEST_CASE("what a dialogue's panel covers is not painted, what sticks out of it is, and clips stay") {
  const Primitive hidden = box({600, 300, 100, 100}, panel);
  const Primitive at_corner = box({402, 202, 10, 10}, panel);  // seen beside the rounding
  const Primitive half = box({380, 300, 100, 100}, panel);
  const Scene scene = scene_with({Clip{Rect{0, 0, 700, 700}}, hidden, at_corner, half, Clip{}},
                                 {box(whole, scrim), box(panel_rect, panel, 36), Primitive{box({600, 300, 5, 5}, scrim)}});
  const Scene flat = flattened(scene);
  REQUIRE(flat.primitives.size() == 6);
  CHECK(std::holds_alternative<Clip>(flat.primitives[0]));
  CHECK(std::get<Box>(flat.primitives[1]).rect == std::get<Box>(at_corner).rect);
  CHECK(std::get<Box>(flat.primitives[2]).rect == std::get<Box>(half).rect);
  CHECK(std::holds_alternative<Clip>(flat.primitives[3]));
  CHECK(flat.primitives[4] == Primitive{box(panel_rect, panel, 36)});
}

TEST_CASE("a panel that is not opaque hides nothing") {
  const Color glass{40, 50, 60, 250};
  const Scene scene = scene_with({box({600, 300, 100, 100}, panel)}, {box(whole, scrim), box(panel_rect, glass, 36)});
  CHECK(flattened(scene).primitives.size() == 2);
}

}  // namespace certamen::ui
