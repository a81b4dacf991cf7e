// A few words to type.
#include <algorithm>

#include "client/screens/boards.hpp"
#include "client/ui/field.hpp"

namespace certamen::screens {

namespace {

constexpr float text_width_max = 1200;
constexpr float text_height = 128;
constexpr float given_height = 220;

void draw_typing(const Canvas& canvas, const ui::Rect& room) {
  const model::Room& seated = *canvas.model.room;
  canvas.kit.scene.first_focus = "text.answer";
  const float width = std::min(text_width_max, room.width);
  const ui::Rect box{room.x + (room.width - width) / 2, room.y + 64, width, text_height};
  label(canvas, {box.x, room.y + 16, box.width, 40}, canvas.words(Key::BoardTextLabel));
  ui::field(canvas.kit, box,
            {.id = "text.answer",
             .text = seated.own.text,
             .placeholder = canvas.words(Key::BoardTextHint),
             .error = "",
             .size = 56,
             .weight = ui::Weight::SemiBold,
             .align = ui::Align::Left,
             .action = "text.answer"});
  ui::Rect below{box.x, box.bottom() + ui::gap_large, box.width, 76};
  const ui::Button confirm{.id = "confirm",
                           .label = canvas.words(canvas.stage == model::Stage::Examining ? Key::ExamSave : Key::BoardLockIn),
                           .key = canvas.words(Key::KeyEnter),
                           .style = ui::ButtonStyle::Primary,
                           .action = {"confirm", 0},
                           .enabled = model::can_confirm(canvas.model, canvas.now)};
  ui::button(canvas.kit, ui::take_left(below, std::max(360.0F, ui::button_width(confirm)), ui::gap_large), confirm);
  canvas.key(ui::KeyName::Enter, confirm.action);
  ui::write_fitted(canvas.kit, below, canvas.words(Key::BoardTextFolded),
                   {ui::Weight::Regular, ui::body_size, ui::label_size_min, 2}, canvas.theme().muted, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

// The words as given; those who only watch read what is wanted.
void draw_words(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  const auto answer = model::own_answer(canvas.model);
  const auto* given = answer ? std::get_if<wire::TextAnswer>(&*answer) : nullptr;
  const float height = std::min(given_height, room.height);
  const float top = room.y + std::min(40.0F, (room.height - height) / 2);
  const ui::Rect box = ui::centred({room.x, top, room.width, height}, {std::min(text_width_max, room.width), height});
  ui::fill(canvas.kit, box, theme.surface, ui::corner);
  if (given != nullptr) ui::frame(canvas.kit, box, theme.gold, 5, ui::corner);
  ui::write_fitted(canvas.kit, ui::inset(box, 40, 20), given != nullptr ? given->text : canvas.words(Key::BoardTextWatched),
                   {ui::Weight::SemiBold, given != nullptr ? ui::display_size : ui::title_size, ui::label_size, 5},
                   theme.text, ui::Align::Centre, ui::VerticalAlign::Middle);
}

}  // namespace

void draw_text_board(const Canvas& canvas, const ui::Rect& room) {
  if (model::can_answer(canvas.model, canvas.now)) {
    draw_typing(canvas, room);
  } else {
    draw_words(canvas, room);
  }
}

}  // namespace certamen::screens
