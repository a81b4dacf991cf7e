// The first run: language and name, nothing else.
#include "client/screens/pages.hpp"
#include "client/ui/field.hpp"

namespace certamen::screens {

namespace {

constexpr float column_width = 760;
constexpr float column_height = 800;

}  // namespace

void draw_welcome(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const model::Profile& profile = canvas.model.profile;
  canvas.kit.scene.first_focus = "text.name";
  ui::Rect column = ui::centred({0, 0, canvas.size.width, canvas.size.height}, {column_width, column_height});
  ui::draw(canvas.kit, ui::MarkKind::Laurel, ui::take_top(column, 176, 8).centre(), 176, theme.gold);
  ui::write(canvas.kit, ui::take_top(column, 88, 4), canvas.words(Key::AppName), {ui::display_size, ui::Weight::Bold, false},
            theme.text, ui::Align::Centre);
  ui::write(canvas.kit, ui::take_top(column, 40, 48), canvas.words(Key::AppTagline), {28, ui::Weight::Regular, false},
            theme.muted, ui::Align::Centre);
  label(canvas, ui::take_top(column, 32, 8), canvas.words(Key::WelcomeLanguage));
  ui::segments(canvas.kit, ui::take_top(column, 76, 28), "language",
               {{"English", {"language", 0}, profile.language == wire::Language::English},
                {"Español", {"language", 1}, profile.language == wire::Language::Spanish}});
  label(canvas, ui::take_top(column, 32, 8), canvas.words(Key::WelcomeName));
  const auto& error = canvas.model.draft.name_error;
  ui::field(canvas.kit, ui::take_top(column, 84, ui::field_error_height),
            {.id = "text.name",
             .text = profile.name,
             .placeholder = canvas.words(Key::WelcomeNameHint),
             .error = error ? canvas.words.of(*error) : "",
             .action = "text.name"});
  const bool named = profile.name.find_first_not_of(' ') != std::string::npos;
  ui::button(canvas.kit, ui::take_top(column, 76, 20),
             {.id = "welcome",
              .label = canvas.words(Key::CommonContinue),
              .key = canvas.words(Key::KeyEnter),
              .style = ui::ButtonStyle::Primary,
              .action = {"welcome", 0},
              .enabled = named});
  ui::write_fitted(canvas.kit, ui::take_top(column, 36), canvas.words(Key::WelcomeHelp),
                   {ui::Weight::Regular, ui::label_size, ui::label_size_min, 1}, theme.muted, ui::Align::Centre,
                   ui::VerticalAlign::Middle);
  if (named) canvas.key(ui::KeyName::Enter, {"welcome", 0});
  canvas.key(ui::KeyName::Escape, {"quit", 0});
}

}  // namespace certamen::screens
