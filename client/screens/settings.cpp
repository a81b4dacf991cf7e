// Language, name, look, movement and sounds; beside them which keys there are and how points work.
#include <algorithm>
#include <cmath>

#include "client/screens/forms.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/points.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float key_line = 46;
constexpr float row_height = 60;

void draw_theme(const Canvas& canvas, const ui::Rect& room) {
  const model::Look look = canvas.model.profile.preferences.look;
  std::vector<ui::Segment> choices;
  for (const auto& [name, each] : {std::pair{Key::SettingsThemeDark, model::Look::Dark},
                                   {Key::SettingsThemeLight, model::Look::Light},
                                   {Key::SettingsThemeContrast, model::Look::HighContrast}}) {
    choices.push_back({canvas.words(name), {"theme", static_cast<std::int64_t>(each)}, each == look});
  }
  ui::segments(canvas.kit, labelled(canvas, room, canvas.words(Key::SettingsTheme)), "theme", choices);
}

void draw_text_size(const Canvas& canvas, const ui::Rect& room) {
  const auto index = static_cast<std::size_t>(canvas.model.profile.preferences.text_size);
  const std::string value = canvas.words.percent(model::text_size_percents[index]);
  draw_steps(canvas, labelled(canvas, room, canvas.words(Key::SettingsTextSize)), "text_size", value, index,
             model::text_size_percents.size());
}

void draw_switch(const Canvas& canvas, const ui::Rect& room, const std::string& id, Key name, bool on, bool enabled) {
  ui::toggle(
      canvas.kit, room,
      {.id = id, .label = canvas.words(name), .remark = "", .on = on, .action = {id, on ? 0 : 1}, .enabled = enabled});
}

void draw_sounds(const Canvas& canvas, ui::Rect room) {
  const model::Preferences& preferences = canvas.model.profile.preferences;
  ui::Rect first = ui::take_top(room, row_height);
  const ui::Rect left = ui::take_left(first, std::round(first.width * 0.36F), ui::gap);
  draw_switch(canvas, left, "sounds", Key::SettingsSounds, preferences.sounds, true);
  ui::slider(canvas.kit, first,
             {.id = "volume",
              .value = preferences.volume,
              .max = model::volume_max,
              .shown = canvas.words.percent(preferences.volume * 100 / model::volume_max),
              .action = "volume",
              .enabled = preferences.sounds});
  draw_switch(canvas, ui::take_top(room, row_height), "exam_sounds", Key::SettingsExamSounds, preferences.exam_sounds,
              preferences.sounds);
}

void draw_choices(const Canvas& canvas, ui::Rect room) {
  const model::Profile& profile = canvas.model.profile;
  const float between = room.height < 700 ? 12 : 24;
  ui::Rect first = ui::take_top(room, form_row_height, between);
  draw_text_size(canvas, ui::take_right(first, std::round(first.width * 0.42F), ui::gap));
  const ui::Rect language = labelled(canvas, first, canvas.words(Key::SettingsLanguage));
  ui::segments(canvas.kit, language, "language",
               {{"English", {"language", 0}, profile.language == wire::Language::English},
                {"Español", {"language", 1}, profile.language == wire::Language::Spanish}});
  // In a room the name is the seat's and stays.
  if (!canvas.model.room) draw_name(canvas, ui::take_top(room, form_row_height + 40, 8));
  draw_theme(canvas, ui::take_top(room, form_row_height, between));
  draw_switch(canvas, ui::take_top(room, row_height), "still", Key::SettingsStill, profile.preferences.still, true);
  ui::Rect help = ui::take_top(room, 60);
  ui::take_left(help, 60);
  ui::write_fitted(canvas.kit, help, canvas.words(Key::SettingsStillHelp),
                   {ui::Weight::Regular, ui::label_size, ui::label_size_min, 2}, canvas.theme().muted);
  draw_sounds(canvas, room);
}

void draw_keys(const Canvas& canvas, ui::Rect room) {
  const ui::Theme& theme = canvas.theme();
  const std::pair<std::string, Key> lines[] = {{canvas.words(Key::SettingsKeysAnswers), Key::SettingsKeysAnswersHelp},
                                               {canvas.words(Key::KeyEnter), Key::SettingsKeysEnterHelp},
                                               {canvas.words(Key::SettingsKeysTab), Key::SettingsKeysTabHelp},
                                               {canvas.words(Key::SettingsKeysPages), Key::SettingsKeysPagesHelp},
                                               {canvas.words(Key::KeyEscape), Key::SettingsKeysEscapeHelp},
                                               {"L", Key::SettingsKeysLockHelp},
                                               {"F2, F3, F4", Key::SettingsKeysSureHelp},
                                               {"R", Key::SettingsKeysFlagHelp},
                                               {"H", Key::SettingsKeysPointsHelp},
                                               {"N", Key::SettingsKeysNextHelp},
                                               {"P", Key::SettingsKeysPauseHelp},
                                               {"+", Key::SettingsKeysExtendHelp},
                                               {"M", Key::SettingsKeysConsoleHelp},
                                               {"E", Key::SettingsKeysEndHelp},
                                               {"F1", Key::SettingsKeysSettingsHelp},
                                               {canvas.words(Key::SettingsKeysFullScreen), Key::SettingsKeysFullScreenHelp}};
  const auto draw = [&](ui::Rect place, const ui::Rect&) {
    for (const auto& [key, help] : lines) {
      ui::Rect line = ui::take_top(place, key_line);
      ui::write(canvas.kit, ui::take_left(line, line.width * 0.36F, 24), key,
                {ui::label_size + 2, ui::Weight::SemiBold, false}, theme.text);
      ui::write_fitted(canvas.kit, line, canvas.words(help),
                       {ui::Weight::Regular, ui::label_size + 2, ui::label_size_min, 1}, theme.muted, ui::Align::Left,
                       ui::VerticalAlign::Middle);
    }
  };
  const float height = key_line * static_cast<float>(std::size(lines));
  ui::scroll(canvas.kit, room, {"keys", [height](float) { return height; }, draw});
}

}  // namespace

void draw_settings(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  canvas.kit.scene.first_focus = canvas.model.profile.language == wire::Language::English ? "language.0" : "language.1";
  draw_title(canvas, canvas.words(Key::SettingsTitle));
  ui::Rect body = canvas.body;
  draw_choices(canvas, ui::take_left(body, std::round(body.width * 0.44F), 64));
  ui::fill(canvas.kit, body, theme.surface, ui::corner);
  ui::Rect inside = ui::inset(body, 40, 32);
  ui::write(canvas.kit, ui::take_top(inside, 60, 12), canvas.words(Key::SettingsKeys),
            {ui::lead_size, ui::Weight::SemiBold, false}, theme.text);
  draw_keys(canvas, inside);
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
  if (!knows_points(canvas)) return;
  ui::button_row(canvas.kit, row, {points_button(canvas, 1)});
}

}  // namespace certamen::screens
