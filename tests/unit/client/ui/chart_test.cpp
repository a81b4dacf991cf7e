// Figures stay in their room and say what they show.
#include "client/ui/chart.hpp"

#include "client/ui/check.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::ui;

namespace {

struct Bench {
  Scene scene = make_scene("bench", {1920, 1080}, theme_of(ThemeName::Dark).background);
  Touch touch;
  Kit kit{scene, theme_of(ThemeName::Dark), touch, Moment{}, true};

  [[nodiscard]] const Text* text(const std::string& wanted) const {
    for (const Primitive& each : scene.primitives) {
      const auto* found = std::get_if<Text>(&each);
      if (found != nullptr && found->text == wanted) return found;
    }
    return nullptr;
  }
  // Of this colour; the first one.
  [[nodiscard]] const Box* box(Color color) const {
    for (const Primitive& each : scene.primitives) {
      const auto* found = std::get_if<Box>(&each);
      if (found != nullptr && found->fill == color) return found;
    }
    return nullptr;
  }
};

constexpr Rect room{100, 100, 600, 400};

}  // namespace

TEST_CASE("columns share one scale, and what is below zero hangs from the baseline") {
  Bench bench;
  const Theme& theme = bench.kit.theme;
  columns(bench.kit, room,
          {{"low", 100, "+100", theme.right, 0, "0", theme.wrong},
           {"high", 300, "+300", theme.gold, -600, "-600", theme.wrong}});
  const Box* small = bench.box(theme.right);
  const Box* large = bench.box(theme.gold);
  const Box* below = bench.box(theme.wrong);
  REQUIRE(small != nullptr);
  REQUIRE(large != nullptr);
  REQUIRE(below != nullptr);
  CHECK(large->rect.height == Approx(3 * small->rect.height));
  CHECK(below->rect.height == Approx(2 * large->rect.height));
  CHECK(below->rect.y == Approx(large->rect.bottom()));
  CHECK(encloses(room, below->rect, 1));
  for (const char* said : {"low", "+100", "0", "high", "+300", "-600"}) CHECK(bench.text(said) != nullptr);
  CHECK(overflows(bench.scene).empty());
  CHECK(text_overlaps(bench.scene).empty());
}

TEST_CASE("columns without anything to show are nothing, and those of zero stand on the baseline") {
  Bench bench;
  columns(bench.kit, room, {});
  CHECK(bench.scene.primitives.empty());
  columns(bench.kit, room, {{"none", 0, "0", bench.kit.theme.gold}});
  CHECK(bench.box(bench.kit.theme.gold) == nullptr);
  CHECK(bench.text("0") != nullptr);
  CHECK(overflows(bench.scene).empty());
}

TEST_CASE("a curve goes through its points and says their values") {
  Bench bench;
  curve(bench.kit, room, {{0, 1000, "at once", "1000"}, {0.5F, 750, "half", "750"}, {1, 500, "end", "500"}},
        bench.kit.theme.gold);
  std::vector<Point> dots;
  for (const Primitive& each : bench.scene.primitives) {
    if (const auto* dot = std::get_if<Shape>(&each)) dots.push_back(dot->centre);
  }
  REQUIRE(dots.size() == 3);
  CHECK(dots[1].x == Approx((dots[0].x + dots[2].x) / 2));
  CHECK(dots[1].y == Approx((dots[0].y + dots[2].y) / 2));
  CHECK(dots[0].y < dots[2].y);
  for (const char* said : {"at once", "1000", "750", "500", "end"}) CHECK(bench.text(said) != nullptr);
  CHECK(overflows(bench.scene).empty());
  CHECK(text_overlaps(bench.scene).empty());
}

TEST_CASE("an interval is a band of its width with the value across it, and never leaves its track") {
  Bench bench;
  constexpr Rect track{100, 100, 1000, 16};
  interval(bench.kit, track, {0.25F, 0.5F, 0.75F}, bench.kit.theme.gold);
  const Box* band = bench.box(faded(bench.kit.theme.gold, 0.45F));
  REQUIRE(band != nullptr);
  CHECK(band->rect.x == Approx(350));
  CHECK(band->rect.width == Approx(500));
  const auto* value = std::get_if<Line>(&bench.scene.primitives.back());
  REQUIRE(value != nullptr);
  CHECK(value->from.x == Approx(600));
  Bench beyond;
  interval(beyond.kit, track, {-1, 2, 3}, beyond.kit.theme.gold);
  CHECK(encloses(track, beyond.box(faded(beyond.kit.theme.gold, 0.45F))->rect));
}
