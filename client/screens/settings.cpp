// Language, name and movement; beside them how points work and which keys there are.
#include <cmath>

#include "client/screens/forms.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/question.hpp"

namespace certamen::screens {

namespace {

constexpr float key_line = 52;

void draw_choices(const Canvas& canvas, ui::Rect room) {
  const model::Profile& profile = canvas.model.profile;
  const ui::Rect language = labelled(canvas, ui::take_top(room, form_row_height, 32), canvas.words(Key::SettingsLanguage));
  ui::segments(canvas.kit, language, "language",
               {{"English", {"language", 0}, profile.language == wire::Language::English},
                {"Español", {"language", 1}, profile.language == wire::Language::Spanish}});
  // In a room the name is the seat's and stays.
  if (!canvas.model.room) draw_name(canvas, ui::take_top(room, form_row_height + 40, 16));
  ui::toggle(canvas.kit, ui::take_top(room, 60),
             {.id = "still",
              .label = canvas.words(Key::SettingsStill),
              .remark = "",
              .on = canvas.state.still,
              .action = {"still", canvas.state.still ? 0 : 1}});
  ui::Rect help = ui::take_top(room, 72);
  ui::take_left(help, 60);
  ui::write_fitted(canvas.kit, help, canvas.words(Key::SettingsStillHelp),
                   {ui::Weight::Regular, ui::label_size, ui::label_size_min, 2}, canvas.theme().muted);
}

void draw_keys(const Canvas& canvas, ui::Rect room) {
  const ui::Theme& theme = canvas.theme();
  ui::write(canvas.kit, ui::take_top(room, 36, 12), canvas.words(Key::SettingsKeys),
            {ui::label_size, ui::Weight::SemiBold, false}, theme.gold);
  const std::pair<std::string, Key> lines[] = {{canvas.words(Key::SettingsKeysAnswers), Key::SettingsKeysAnswersHelp},
                                               {canvas.words(Key::KeyEnter), Key::SettingsKeysEnterHelp},
                                               {canvas.words(Key::SettingsKeysTab), Key::SettingsKeysTabHelp},
                                               {canvas.words(Key::KeyEscape), Key::SettingsKeysEscapeHelp},
                                               {canvas.words(Key::SettingsKeysFullScreen), Key::SettingsKeysFullScreenHelp}};
  for (const auto& [key, help] : lines) {
    ui::Rect line = ui::take_top(room, key_line);
    ui::write(canvas.kit, ui::take_left(line, line.width * 0.42F, 24), key,
              {ui::label_size + 2, ui::Weight::SemiBold, false}, theme.text);
    ui::write(canvas.kit, line, canvas.words(help), {ui::label_size + 2, ui::Weight::Regular, false}, theme.muted);
  }
}

}  // namespace

void draw_settings(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  canvas.kit.scene.first_focus = canvas.model.profile.language == wire::Language::English ? "language.0" : "language.1";
  draw_title(canvas, canvas.words(Key::SettingsTitle));
  ui::Rect body = canvas.body;
  draw_choices(canvas, ui::take_left(body, std::round(body.width * 0.42F), 80));
  ui::fill(canvas.kit, body, theme.surface, ui::corner);
  ui::Rect inside = ui::inset(body, 40, 32);
  const ui::Rect keys = ui::take_bottom(inside, 36 + 12 + 5 * key_line, 28);
  (void)draw_paragraphs(canvas, inside,
                        {{canvas.words(Key::SettingsPoints), "", canvas.words(Key::SettingsPointsSpeed), theme.gold},
                         {"", "", canvas.words(Key::SettingsPointsAccuracy), theme.gold},
                         {"", "", canvas.words(Key::SettingsPointsTies), theme.gold}});
  draw_keys(canvas, keys);
  const ui::Button back{.id = "back",
                        .label = canvas.words(Key::CommonBack),
                        .key = canvas.words(Key::KeyEscape),
                        .style = ui::ButtonStyle::Quiet,
                        .action = {"back", 0},
                        .mark = ui::MarkKind::Back,
                        .order = 1};
  ui::Rect row = canvas.footer;
  ui::button_at_left(canvas.kit, row, back);
  canvas.key(ui::KeyName::Escape, back.action);
}

}  // namespace certamen::screens
