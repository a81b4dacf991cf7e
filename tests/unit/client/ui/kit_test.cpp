#include "client/ui/check.hpp"
#include "client/ui/controls.hpp"
#include "client/ui/dump.hpp"
#include "client/ui/exam.hpp"
#include "client/ui/field.hpp"
#include "client/ui/focus.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/standing.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::ui;
using namespace std::chrono_literals;

namespace {

struct Bench {
  Scene scene = make_scene("bench", {1920, 1080}, theme_of(ThemeName::Dark).background);
  Touch touch;
  [[nodiscard]] Kit kit(Moment now = 0ms) { return {scene, theme_of(ThemeName::Dark), touch, now, false}; }
};

Region square(const std::string& id, float x, float y, bool enabled = true) {
  return {id, {x, y, 100, 100}, 0, enabled, RegionKind::Button, {id, 0}, std::nullopt};
}

}  // namespace

TEST_CASE("a scene has the design's units at full HD, more when wide or narrow, fewer when small") {
  const Color black = rgb(0);
  CHECK(make_scene("s", {1920, 1080}, black).size == Size{1920, 1080});
  CHECK(make_scene("s", {3840, 2160}, black).size == Size{1920, 1080});
  CHECK(make_scene("s", {2560, 1080}, black).size == Size{2560, 1080});
  const Scene small = make_scene("s", {1024, 640}, black);
  CHECK(small.size.width < 1920);
  CHECK(small.scale * small.size.width == Approx(1024));
  CHECK(small.scale > 1024.0F / 1920.0F);
}

TEST_CASE("movement starts where it was, ends where it goes, and never turns back") {
  const Tween tween{10, 20, 100ms, 200ms};
  CHECK(tween.at(0ms) == 10);
  CHECK(tween.at(100ms) == 10);
  CHECK(tween.at(300ms) == 20);
  CHECK(tween.at(5s) == 20);
  float last = 10;
  for (Moment now = 100ms; now <= 300ms; now += 10ms) {
    CHECK(tween.at(now) >= last);
    last = tween.at(now);
  }
  CHECK(tween.at(200ms) > 15);
  CHECK(Tween{1, 2, 100ms, 0ms}.at(100ms) == 2);
}

TEST_CASE("a moving value asks to be drawn again until it has arrived, and not when all is still") {
  Bench bench;
  CHECK(bench.kit(50ms).moving({0, 1, 0ms, 100ms}) > 0);
  CHECK(bench.scene.redraw_at == 50ms);
  Bench done;
  CHECK(done.kit(100ms).moving({0, 1, 0ms, 100ms}) == 1);
  CHECK_FALSE(done.scene.redraw_at);
  Bench still;
  Kit kit = still.kit(50ms);
  kit.still = true;
  CHECK(kit.moving({0, 1, 0ms, 100ms}) == 1);
  CHECK_FALSE(still.scene.redraw_at);
}

TEST_CASE("contrast is WCAG's: 21 for black on white, 1 for the same") {
  CHECK(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)) == Approx(21).epsilon(0.001));
  CHECK(contrast_ratio(rgb(0x777777), rgb(0xFFFFFF)) == Approx(4.48).epsilon(0.01));
  CHECK(contrast_ratio(rgb(0x123456), rgb(0x123456)) == Approx(1));
}

TEST_CASE("every pair of roles that carries text can be read") {
  const Theme& theme = theme_of(ThemeName::Dark);
  for (const Color ground : {theme.background, theme.surface, theme.raised}) {
    for (const Color text : {theme.text, theme.muted, theme.gold, theme.right, theme.wrong}) {
      CHECK(contrast_ratio(ground, text) >= 4.5);
    }
  }
  CHECK(contrast_ratio(theme.gold, theme.ink) >= 4.5);
  for (const AnswerLook& look : theme.answers) CHECK(contrast_ratio(look.color, theme.ink) >= 4.5);
}

TEST_CASE("the focus goes round in order and passes over what is disabled") {
  Scene scene;
  scene.regions = {square("a", 0, 0), square("b", 200, 0, false), square("c", 400, 0), square("d", 0, 200)};
  scene.first_focus = "c";
  Touch touch;
  CHECK(focused_region(scene, touch)->id == "c");
  CHECK(next_focus(scene, touch, true) == "d");
  touch.focused = "d";
  CHECK(next_focus(scene, touch, true) == "a");
  CHECK(next_focus(scene, touch, false) == "c");
  touch.focused = "gone";
  CHECK(focused_region(scene, touch)->id == "c");
  scene.regions.clear();
  CHECK(focused_region(scene, touch) == nullptr);
  CHECK(next_focus(scene, touch, true).empty());
}

TEST_CASE("arrows go to the nearest region on that side") {
  Scene scene;
  scene.regions = {square("a", 0, 0), square("b", 200, 0), square("c", 0, 200), square("d", 200, 200)};
  Touch touch;
  touch.focused = "a";
  CHECK(neighbour(scene, touch, KeyName::Right) == "b");
  CHECK(neighbour(scene, touch, KeyName::Down) == "c");
  CHECK(neighbour(scene, touch, KeyName::Left).empty());
  touch.focused = "d";
  CHECK(neighbour(scene, touch, KeyName::Left) == "c");
  CHECK(neighbour(scene, touch, KeyName::Up) == "b");
}

TEST_CASE("a field takes typing, deletes by letters, selects and keeps its length") {
  TextEdit edit;
  CHECK(edited(edit, Typed{"señal"}, 24));
  CHECK(edit == TextEdit{"señal", 5, 5});
  CHECK(edited(edit, Key{KeyName::Backspace}, 24));
  CHECK(edited(edit, Key{KeyName::Home}, 24));
  CHECK(edited(edit, Key{KeyName::Delete}, 24));
  CHECK(edit.text == "eña");
  CHECK(edited(edit, Key{.name = KeyName::Right, .shift = true}, 24));
  CHECK(edited(edit, Typed{"E"}, 24));
  CHECK(edit.text == "Eña");
  CHECK(edited(edit, Key{KeyName::SelectAll}, 24));
  CHECK(edited(edit, Typed{"a\nb\tc"}, 24));
  CHECK(edit == TextEdit{"abc", 3, 3});
  CHECK(edited(edit, Typed{"defgh"}, 5));
  CHECK(edit.text == "abcde");
  CHECK_FALSE(edited(edit, Key{KeyName::Enter}, 24));
  CHECK_FALSE(edited(edit, Key{KeyName::Tab}, 24));
  edit.caret = 99;
  edit.anchor = 99;
  CHECK(edited(edit, Key{KeyName::Backspace}, 24));
  CHECK(edit.text == "abcd");
}

TEST_CASE("a long text in a field shows the caret's end and stays inside") {
  Bench bench;
  bench.touch = {.focused = "name", .focus_visible = true, .hovered = {}, .caret = 200, .anchor = 200};
  Field spec{.id = "name", .text = std::string(200, 'w'), .placeholder = "", .error = "", .action = "name"};
  spec.text += "end";
  bench.touch.caret = bench.touch.anchor = 203;
  field(bench.kit(), {100, 100, 400, 72}, spec);
  CHECK(overflows(bench.scene).empty());
  CHECK(to_text(bench.scene).find("end\"") != std::string::npos);
}

TEST_CASE("the checks find what they are for") {
  Bench bench;
  const Kit kit = bench.kit();
  kit.scene.primitives.emplace_back(
      Text{"far too long for it", {10, 40}, {40, Weight::Bold, false}, rgb(0xFFFFFF), {10, 0, 60, 60}});
  CHECK(overflows(bench.scene).size() == 1);
  kit.scene.primitives.emplace_back(Text{"on it", {12, 42}, {40, Weight::Bold, false}, rgb(0xFFFFFF), {10, 0, 600, 60}});
  CHECK(text_overlaps(bench.scene).size() == 1);
  fill(kit, {0, 0, 900, 200}, rgb(0x111111));
  CHECK(text_overlaps(bench.scene).empty());
  write(kit, {0, 0, 500, 60}, "faint", {20, Weight::Regular, false}, rgb(0x333333));
  CHECK(weak_contrasts(bench.scene).size() == 1);
  CHECK(small_texts(bench.scene, 21).size() == 1);
  write(kit, {0, 300, 50, 60}, "shortened", {26, Weight::Regular, false}, rgb(0xFFFFFF));
  CHECK(cut_texts(bench.scene).size() == 1);
  bench.scene.regions = {square("a", 0, 0), square("b", 50, 50), square("a", 1900, 0)};
  CHECK(region_overlaps(bench.scene).size() == 3);
}

TEST_CASE("a text is hidden in part by what lies over some of it, not by a ground under it or a scrim over all") {
  Bench bench;
  const Kit kit = bench.kit();
  fill(kit, {0, 0, 400, 60}, rgb(0x111111));
  write(kit, {0, 0, 400, 60}, "a line of words", {26, Weight::Regular, false}, rgb(0xFFFFFF));
  CHECK(half_covered_texts(bench.scene).empty());
  // Only within the rectangle is anything painted.
  kit.scene.primitives.emplace_back(Clip{Rect{0, 200, 400, 60}});
  fill(kit, {100, 0, 400, 400}, rgb(0x111111));
  CHECK(half_covered_texts(bench.scene).empty());
  kit.scene.primitives.emplace_back(Clip{});
  fill(kit, {100, 20, 400, 10}, rgb(0x111111));
  CHECK(half_covered_texts(bench.scene).size() == 1);
  fill(kit, {0, 0, bench.scene.size.width, bench.scene.size.height}, kit.theme.scrim);
  CHECK(half_covered_texts(bench.scene).empty());
}

TEST_CASE("what can be scrolled to may lie above and below its place, never beside it") {
  Bench bench;
  const Kit kit = bench.kit();
  const auto painted = [&](const Rect& room) {
    bench.scene.primitives.clear();
    kit.scene.primitives.emplace_back(Clip{Rect{100, 100, 300, 200}});
    write(kit, room, "words", {26, Weight::Regular, false}, rgb(0xFFFFFF));
    kit.scene.primitives.emplace_back(Clip{});
    return overflows(bench.scene).size();
  };
  CHECK(painted({100, -500, 300, 60}) == 0);
  CHECK(painted({100, 5000, 300, 60}) == 0);
  CHECK(painted({350, 100, 300, 60}) == 1);
}

TEST_CASE("answer cards of one board share one text size that fits all of them") {
  const std::vector<std::string> texts{"S3", std::string(130, 'n')};
  const float size = answer_text_size(texts, {860, 190}, false, answer_size_min);
  CHECK(size >= answer_size_min);
  CHECK(size <= answer_size_max);
  CHECK(answer_text_size({"S3"}, {860, 190}, false, answer_size_min) == answer_size_max);
}

TEST_CASE("cards, rings, chips and rows keep their texts inside") {
  Bench bench;
  const Kit kit = bench.kit(10s);
  for (std::size_t i = 0; i < 6; ++i) {
    const Rect cell = grid_cell({80, 400, 1760, 500}, 2, 3, static_cast<int>(i), 24);
    answer_card(kit, cell,
                {.id = "answer." + std::to_string(i),
                 .position = i,
                 .text = "Un Auto Scaling group en tres zonas",
                 .state = CardState::Right,
                 .own = true,
                 .tally = Tally{123, 0.4F},
                 .action = Action{"choose", 0}});
  }
  timer_ring(kit, {1700, 200}, 100, {.share_left = 0.2F, .seconds_left = 299.5F});
  std::vector<Chip> names(60, Chip{"María de los Ángeles"});
  chips(kit, {80, 920, 1760, 140}, names);
  CHECK(overflows(bench.scene).empty());
  CHECK(region_overlaps(bench.scene).empty());
  CHECK(text_overlaps(bench.scene).empty());
  CHECK(weak_contrasts(bench.scene).empty());
  CHECK(to_text(bench.scene).find("\"300\"") != std::string::npos);
  CHECK(to_text(bench.scene).find("\"+") != std::string::npos);
  CHECK(bench.scene.redraw_at.has_value());
}

TEST_CASE("a dialogue takes the screen's answers away") {
  Bench bench;
  const Kit kit = bench.kit();
  button(kit, {100, 100, 300, 64},
         {.id = "under", .label = "Under", .key = "", .action = {"under", 0}, .mark = std::nullopt});
  const Rect inside = dialogue(kit, {800, 500});
  CHECK(bench.scene.regions.empty());
  CHECK(inside.width < 800);
}

TEST_CASE("every mark and shape has strokes of its own inside its square") {
  for (int kind = 0; kind <= static_cast<int>(MarkKind::Disk); ++kind) {
    const std::vector<Stroke> drawn = strokes({static_cast<MarkKind>(kind), {100, 100}, 50, rgb(0)});
    CHECK_FALSE(drawn.empty());
    for (const Stroke& stroke : drawn) {
      CHECK(stroke.points.size() >= 2);
      for (const Point point : stroke.points) CHECK(contains({70, 70, 60, 60}, point));
    }
  }
  for (int kind = 0; kind <= static_cast<int>(ShapeKind::Hexagon); ++kind) {
    CHECK(outline({static_cast<ShapeKind>(kind), {0, 0}, 10, rgb(0)}).size() >= 3);
  }
}

TEST_CASE("a QR code has its three finders and a quiet zone") {
  Bench bench;
  qr_code(bench.kit(), {0, 0, 300, 300}, "certamen://192.168.1.20:7040/K7M2PQ");
  const auto& grid = std::get<ModuleGrid>(bench.scene.primitives.back());
  CHECK(grid.dark.size() == static_cast<std::size_t>(grid.side) * grid.side);
  CHECK(grid.dark.front());
  CHECK(grid.dark[grid.side - 1]);
  CHECK_FALSE(grid.dark[grid.side * 1 + 1]);
  CHECK(grid.rect.x > 0);
}
