// Charts and tips for the gallery.
#include "client/screens/gallery_page.hpp"
#include "client/ui/chart.hpp"
#include "client/ui/controls.hpp"
#include "client/ui/tip.hpp"

namespace certamen::screens {

void show_charts(Page& page) {
  page.heading("columns on a baseline, a curve through a few points");
  page.show("", {480, 340}, "columns", Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
    ui::columns(kit, room,
                {{page.words(Key::CertaintyLow), 100, "+100", kit.theme.right, 0, "0", kit.theme.wrong},
                 {page.words(Key::CertaintyMiddle), 200, "+200", kit.theme.right, -200, "\u2212200", kit.theme.wrong},
                 {page.words(Key::CertaintyHigh), 300, "+300", kit.theme.right, -600, "\u2212600", kit.theme.wrong}});
  });
  page.show("", {480, 340}, "columns", Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
    std::vector<ui::Column> columns;
    for (int i = 0; i < 7; ++i) {
      columns.push_back({std::to_string(i + 1), static_cast<float>(50 * i), "+" + std::to_string(50 * i), kit.theme.gold});
    }
    ui::columns(kit, room, columns);
  });
  page.show("", {480, 340}, "curve", Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
    ui::curve(kit, room,
              {{0, 1000, page.words(Key::PointsAtOnce), "1000"},
               {0.5F, 750, page.words(Key::PointsAtHalf), "750"},
               {1, 500, page.words(Key::PointsAtLast), "500"}},
              kit.theme.gold);
  });
  page.heading("a value within its interval");
  for (const ui::Interval& each : {ui::Interval{0.6F, 0.75F, 0.85F}, {0, 0, 0.2F}, {0.9F, 1, 1}}) {
    page.show("", {480, 60}, "interval", Hand::Away, [each](const ui::Kit& kit, const ui::Rect& room) {
      ui::interval(kit, ui::centred(room, {room.width, 16}), each, kit.theme.gold);
    });
  }
}

void show_tips(Page& page) {
  page.heading("what a control does, or says in full");
  const auto show = [&](const char* caption, const std::string& id, auto draw) {
    page.show(caption, {360, 200}, id, Hand::Keys, [&](const ui::Kit& kit, const ui::Rect& room) {
      draw(kit, ui::Rect{room.x, room.y, room.width, ui::control_height});
      ui::tip(kit);
    });
  };
  show("of a button without words", "tip.button", [&](const ui::Kit& kit, const ui::Rect& room) {
    ui::button(kit, {room.x, room.y, 120, room.height},
               {.id = "tip.button",
                .label = "",
                .key = "",
                .action = {"back", 0},
                .mark = ui::MarkKind::Next,
                .tip = page.words(Key::ReviewNext)});
  });
  show("of a label that was cut", "tip.label", [&](const ui::Kit& kit, const ui::Rect& room) {
    const std::string text = page.words(Key::PointsTies);
    ui::toggle(kit, room, {.id = "tip.label", .label = text, .remark = "12", .on = true, .action = {"back", 0}});
  });
}

}  // namespace certamen::screens
