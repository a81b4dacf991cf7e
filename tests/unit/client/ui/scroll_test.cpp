// What is higher than its place: where it stands, what is seen and pressed of it, and what moves it.
#include "client/ui/scroll.hpp"

#include "client/ui/check.hpp"
#include "client/ui/focus.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

constexpr ui::Rect room{100, 100, 400, 300};
constexpr float row_height = 100;

// A list in a scroll area, a button below it, and somebody's hands.
struct List {
  int rows = 10;
  bool pressed = true;  // whether its rows can be pressed
  ui::Touch touch{};

  [[nodiscard]] ui::Scene scene() const {
    ui::Scene scene = ui::make_scene("list", {1920, 1080}, {});
    const ui::Kit kit{scene, ui::theme_of(ui::ThemeName::Dark), touch, {}, true};
    const float height = static_cast<float>(rows) * row_height;
    ui::scroll(kit, room,
               {"list", [&](float) { return height; },
                [&](ui::Rect place, const ui::Rect&) {
                  for (int i = 0; i < rows; ++i) {
                    const ui::Rect row = ui::take_top(place, row_height);
                    ui::write(kit, row, "row " + std::to_string(i), {26, ui::Weight::Regular, false}, kit.theme.text);
                    if (!pressed) continue;
                    scene.regions.push_back({.id = "row." + std::to_string(i), .rect = row, .action = {"row", i}});
                  }
                }});
    scene.regions.push_back({.id = "below", .rect = {100, 420, 400, 60}, .action = {"below", 0}});
    return scene;
  }
  [[nodiscard]] ui::ScrollArea area() const {
    const ui::Scene shown = scene();
    REQUIRE(shown.scrolls.size() == 1);
    return shown.scrolls[0];
  }
  [[nodiscard]] float offset() const { return area().offset; }
  void point(ui::PointerAction action, ui::Point at) { (void)ui::scroll_by_pointer(scene(), touch, {action, at}); }
};

}  // namespace

TEST_CASE("what fits stands in its room without a bar") {
  const List list{.rows = 3};
  const ui::Scene scene = list.scene();
  CHECK(scene.scrolls.empty());
  CHECK(ui::find_region(scene, "row.0")->rect == ui::Rect{100, 100, 400, 100});
  for (const ui::Primitive& primitive : scene.primitives) CHECK_FALSE(std::holds_alternative<ui::Clip>(primitive));
}

TEST_CASE("what does not fit is seen in part, and only that part can be pressed") {
  List list;
  CHECK(list.area().content == 1000);
  ui::scroll_to(list.touch, list.area(), 150);
  const ui::Scene scene = list.scene();
  CHECK(ui::region_at(scene, {200, 110})->id == "row.1");
  CHECK(ui::region_at(scene, {200, 440})->id == "below");  // under which row.4 would lie
  CHECK(ui::shown_part(scene, *ui::find_region(scene, "row.1")) == ui::Rect{100, 100, 364, 50});
  CHECK_FALSE(ui::shown_part(scene, *ui::find_region(scene, "row.0")));
  CHECK(ui::region_overlaps(scene).empty());
  CHECK(ui::overflows(scene).empty());
  CHECK(ui::text_overlaps(scene).empty());
}

TEST_CASE("nobody scrolls beyond the ends") {
  List list;
  ui::scroll_to(list.touch, list.area(), 5000);
  CHECK(list.offset() == 700);
  ui::scroll_to(list.touch, list.area(), -1);
  CHECK(list.offset() == 0);
  ui::scroll_to(list.touch, list.area(), 700);
  list.rows = 5;
  CHECK(list.offset() == 200);  // it became shorter meanwhile
}

TEST_CASE("the thumb says which part is seen") {
  List list;
  CHECK(list.area().thumb.y == room.y);
  CHECK(list.area().thumb.height == Approx(90));
  ui::scroll_to(list.touch, list.area(), 700);
  CHECK(list.area().thumb.bottom() == Approx(room.bottom()));
  list.rows = 1000;
  CHECK(list.area().thumb.height == 48);  // to be hit
}

TEST_CASE("keys turn pages and go to the ends") {
  List list;
  CHECK(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::PageDown));
  CHECK(list.offset() == 236);
  CHECK(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::End));
  CHECK(list.offset() == 700);
  CHECK(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::PageUp));
  CHECK(list.offset() == 464);
  CHECK(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::Home));
  CHECK(list.offset() == 0);
  CHECK_FALSE(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::Enter));
  const List short_list{.rows = 2};
  ui::Touch touch;
  CHECK_FALSE(ui::scroll_by_key(short_list.scene(), touch, ui::KeyName::PageDown));
}

TEST_CASE("arrows scroll what can only be read, and walk where there is something to walk to") {
  List list;
  CHECK_FALSE(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::Down));
  list.pressed = false;
  CHECK(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::Down));
  CHECK(list.offset() == ui::scroll_step);
  CHECK(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::Up));
  CHECK_FALSE(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::Up));  // it stands at its top
  ui::scroll_to(list.touch, list.area(), 700);
  CHECK_FALSE(ui::scroll_by_key(list.scene(), list.touch, ui::KeyName::Down));
}

TEST_CASE("the wheel turns what is under it, and else the only one there is") {
  List list;
  CHECK(ui::scroll_by_wheel(list.scene(), list.touch, {{200, 200}, -1}));
  CHECK(list.offset() == ui::scroll_step);
  CHECK(ui::scroll_by_wheel(list.scene(), list.touch, {{1800, 900}, -2}));
  CHECK(list.offset() == 3 * ui::scroll_step);
  CHECK(ui::scroll_by_wheel(list.scene(), list.touch, {{200, 200}, 10}));
  CHECK(list.offset() == 0);
}

TEST_CASE("the bar is dragged, and a press beside the thumb brings it there") {
  List list;
  const ui::ScrollArea area = list.area();
  const float way = area.bar.height - area.thumb.height;
  list.point(ui::PointerAction::Pressed, area.thumb.centre());
  CHECK(list.offset() == 0);
  list.point(ui::PointerAction::Moved, {area.thumb.centre().x, area.thumb.centre().y + way / 2});
  CHECK(list.offset() == Approx(350));
  list.point(ui::PointerAction::Released, {});
  list.point(ui::PointerAction::Moved, area.thumb.centre());
  CHECK(list.offset() == Approx(350));
  list.point(ui::PointerAction::Pressed, {area.bar.centre().x, area.bar.bottom() - 1});
  CHECK(list.offset() == 700);
}

TEST_CASE("content that cannot be pressed is dragged itself") {
  List list;
  list.pressed = false;
  list.point(ui::PointerAction::Pressed, {200, 350});
  list.point(ui::PointerAction::Moved, {200, 150});
  CHECK(list.offset() == 200);
  list.point(ui::PointerAction::Released, {200, 150});
  list.pressed = true;
  CHECK_FALSE(ui::scroll_by_pointer(list.scene(), list.touch, {ui::PointerAction::Pressed, {200, 350}}));
}

TEST_CASE("the focus brings itself into view, both ways") {
  List list;
  ui::bring_into_view(list.scene(), list.touch, "row.6");
  CHECK(ui::shown_part(list.scene(), *ui::find_region(list.scene(), "row.6"))->height == row_height);
  const float there = list.offset();
  ui::bring_into_view(list.scene(), list.touch, "row.5");
  CHECK(list.offset() == there);  // it was seen already
  ui::bring_into_view(list.scene(), list.touch, "row.0");
  CHECK(list.offset() == 0);
  ui::bring_into_view(list.scene(), list.touch, "below");
  CHECK(list.offset() == 0);
}

TEST_CASE("arrows go from row to row, also out of sight, and from the button to a row that is seen") {
  List list;
  list.touch.focused = "row.2";
  CHECK(ui::neighbour(list.scene(), list.touch, ui::KeyName::Down) == "row.3");
  list.touch.focused = "below";
  CHECK(ui::neighbour(list.scene(), list.touch, ui::KeyName::Up) == "row.2");
}

TEST_CASE("an area that is gone is forgotten") {
  List list;
  ui::scroll_to(list.touch, list.area(), 300);
  list.touch.scroll_hold = ui::ScrollHold{"list", 0, 0, false};
  list.rows = 2;
  ui::forget_scrolled(list.scene(), list.touch);
  CHECK(list.touch.scrolled.empty());
  CHECK_FALSE(list.touch.scroll_hold);
}

TEST_CASE("things are wrapped into rows") {
  const ui::Wrapped all = ui::wrap({10, 20, 300, 500}, {100, 150, 120, 900}, {40, 20, 5});
  REQUIRE(all.places.size() == 4);
  CHECK(all.places[0] == ui::Rect{10, 20, 100, 40});
  CHECK(all.places[1] == ui::Rect{130, 20, 150, 40});
  CHECK(all.places[2] == ui::Rect{10, 65, 120, 40});
  CHECK(all.places[3] == ui::Rect{10, 110, 300, 40});  // no wider than the room
  CHECK(all.rows == 3);
  CHECK(all.height == 130);
  CHECK(ui::wrap({0, 0, 300, 500}, {}, {40, 20, 5}).height == 0);
  CHECK(ui::wrap({0, 0, 300, 500}, {140, 140}, {40, 20, 5}).rows == 1);  // exactly full
}
