// Charts and tips for the gallery.
#include <tuple>

#include "client/screens/gallery_page.hpp"
#include "client/ui/chart.hpp"
#include "client/ui/controls.hpp"
#include "client/ui/scroll.hpp"
#include "client/ui/standing.hpp"
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

void show_scrolling(Page& page) {
  const std::vector<std::string> texts{page.words(Key::PointsPartialMultiple, {{"first", "2"}}),
                                       page.words(Key::PointsPartialOrdering), page.words(Key::PointsPartialMatching),
                                       page.words(Key::PointsTies), page.words(Key::StartHostHelp)};
  const ui::Font font{ui::body_size, ui::Weight::Regular, false};
  const auto height_at = [&](float width) {
    float sum = 0;
    for (const std::string& each : texts) sum += ui::TextBlock{font, ui::wrapped(each, font, width), false}.height() + 24;
    return sum - 24;
  };
  page.heading("what is higher than its place: at its top, further down, held by its bar");
  for (const auto& [caption, offset, held] :
       {std::tuple{"at its top", 0.0F, false}, {"further down", 90.0F, false}, {"held", 9000.0F, true}}) {
    page.show(caption, {520, 280}, "", Hand::Away, [&, id = std::string{caption}](const ui::Kit& kit, const ui::Rect& room) {
      ui::Touch touch;
      touch.scrolled = {{id, offset}};
      if (held) touch.scroll_hold = ui::ScrollHold{id, 0, offset, true};
      const ui::Kit hand{kit.scene, kit.theme, touch, {}, true};
      ui::scroll(hand, room, {id, height_at, [&](ui::Rect place, const ui::Rect&) {
                                for (const std::string& each : texts) {
                                  const ui::TextBlock block{font, ui::wrapped(each, font, place.width), false};
                                  ui::write(hand, ui::take_top(place, block.height(), 24), block, hand.theme.text);
                                }
                              }});
    });
  }
  page.heading("with something to press in it: the focus is brought into sight");
  page.show("", {520, 280}, "scrolled.3", Hand::Keys, [&](const ui::Kit& kit, const ui::Rect& room) {
    ui::Touch touch = kit.touch;
    touch.scrolled = {{"rows", 96}};
    const ui::Kit hand{kit.scene, kit.theme, touch, {}, true};
    ui::scroll(hand, room,
               {"rows", [](float) { return 7 * 80.0F - 16; },
                [&](ui::Rect place, const ui::Rect&) {
                  for (int i = 0; i < 7; ++i) {
                    const ui::Rect row = ui::take_top(place, ui::control_height, ui::gap);
                    ui::button(hand, ui::inset(row, 10, 0),
                               {.id = "scrolled." + std::to_string(i),
                                .label = page.words(Key::CommonContinue),
                                .key = "",
                                .action = {"back", 0}});
                  }
                }});
  });
  page.heading("things wrapped into rows, and how many are left when there is no more room");
  std::vector<ui::Chip> chips;
  for (int i = 1; i <= 40; ++i)
    chips.push_back({.text = "Ana " + std::string(static_cast<std::size_t>(i % 7), 'n') + std::to_string(i)});
  page.show("", {1700, 150}, "wrapped", Hand::Away,
            [&](const ui::Kit& kit, const ui::Rect& room) { ui::chips(kit, room, chips); });
}

}  // namespace certamen::screens
