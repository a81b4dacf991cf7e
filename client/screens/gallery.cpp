#include "client/screens/gallery.hpp"

#include <fmt/format.h>

#include <utility>

#include "client/screens/gallery_page.hpp"

namespace certamen::screens {

namespace {

struct Named {
  const char* name;
  void (*show)(Page& page);
};
constexpr Named pages[] = {{"colors", show_colors},   {"type", show_type},           {"marks", show_marks},
                           {"buttons", show_buttons}, {"choices", show_choices},     {"places", show_places},
                           {"fields", show_fields},   {"answers", show_answers},     {"clocks", show_clocks},
                           {"people", show_people},   {"banner", show_banner},       {"charts", show_charts},
                           {"tips", show_tips},       {"scrolling", show_scrolling}, {"dialogue", show_dialogue}};

void show_color(Page& page, const std::string& name, ui::Color color, ui::Color label) {
  page.show("", {296, 76}, name, Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
    kit.scene.primitives.emplace_back(
        ui::Box{.rect = room, .radius = ui::corner_small, .fill = color, .outline = kit.theme.muted, .outline_width = 1});
    ui::write(kit, ui::inset(room, 16, 0), fmt::format("{} #{:02X}{:02X}{:02X}", name, color.red, color.green, color.blue),
              {ui::label_size_min, ui::Weight::Medium, false}, label);
  });
}

}  // namespace

void show_colors(Page& page) {
  const ui::Theme& theme = page.theme();
  page.heading("grounds, with text on them");
  for (const auto& [name, color] : {std::pair{"background", theme.background},
                                    {"surface", theme.surface},
                                    {"raised", theme.raised},
                                    {"line", theme.line}}) {
    show_color(page, name, color, theme.text);
    show_color(page, name, color, theme.muted);
  }
  page.heading("accents, as ground and as text");
  for (const auto& [name, color] : {std::pair{"gold", theme.gold},
                                    {"amber", theme.amber},
                                    {"coral", theme.coral},
                                    {"right", theme.right},
                                    {"wrong", theme.wrong}}) {
    show_color(page, name, color, theme.on_accent);
    show_color(page, name, theme.surface, color);
  }
  page.heading("answers");
  for (const ui::AnswerLook& answer : theme.answers) show_color(page, "answer", answer.color, theme.ink);
  show_color(page, "paper", theme.paper, theme.ink);
}

void show_type(Page& page) {
  const std::string text = page.words(Key::StartSoloTitle);
  const auto line = [&](const char* name, const std::string& sample, float size, ui::Weight weight) {
    page.heading("");
    page.show("", {300, ui::line_height({size, weight, false})}, name, Hand::Away,
              [&](const ui::Kit& kit, const ui::Rect& room) {
                ui::write(kit, room, fmt::format("{} {}", name, size), {ui::label_size, ui::Weight::Regular, false},
                          kit.theme.muted);
              });
    page.show("", {1400, ui::line_height({size, weight, false})}, name, Hand::Away,
              [&](const ui::Kit& kit, const ui::Rect& room) {
                ui::write(kit, room, sample, {size, weight, true}, kit.theme.text);
              });
  };
  line("code", "K7M 2PQ", ui::code_size, ui::Weight::Bold);
  line("timer", "0123456789", ui::timer_size, ui::Weight::Bold);
  line("display", text, ui::display_size, ui::Weight::Bold);
  line("question", text, ui::question_size_max, ui::Weight::SemiBold);
  line("title", text, ui::title_size, ui::Weight::Bold);
  line("answer", text, ui::answer_size_max, ui::Weight::SemiBold);
  line("body", text, ui::body_size, ui::Weight::Regular);
  line("label", text, ui::label_size, ui::Weight::Medium);
  line("smallest", text, ui::text_size_min, ui::Weight::Regular);
}

void show_marks(Page& page) {
  page.heading("marks");
  for (int i = 0; i <= static_cast<int>(ui::MarkKind::Disk); ++i) {
    for (const float size : {28.0F, 96.0F}) {
      page.show("", {size, 96}, "mark", Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
        ui::draw(kit, static_cast<ui::MarkKind>(i), room.centre(), size, kit.theme.gold);
      });
    }
  }
  page.heading("shapes of the answers");
  for (const ui::AnswerLook& answer : page.theme().answers) {
    page.show("", {120, 120}, "shape", Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
      kit.scene.primitives.emplace_back(ui::Shape{answer.shape, room.centre(), 56, answer.color});
    });
  }
}

std::vector<GalleryPage> gallery(ui::ThemeName name, wire::Language language, ui::Size window_pixels) {
  const ui::Theme& theme = ui::theme_of(name);
  std::vector<GalleryPage> made;
  for (const auto& [title, show] : pages) {
    GalleryPage each{title, ui::make_scene(std::string{"gallery."} + title, window_pixels, theme.background)};
    Page page{each.scene, theme, language};
    show(page);
    made.push_back(std::move(each));
  }
  return made;
}

}  // namespace certamen::screens
