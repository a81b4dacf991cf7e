// A number to type.
#include <algorithm>

#include "client/screens/boards.hpp"
#include "client/ui/field.hpp"

namespace certamen::screens {

namespace {

constexpr float numeric_width = 640;
constexpr float numeric_height = 152;
constexpr float numeric_height_low = 112;
constexpr float given_height = 220;
constexpr float top = 64;
constexpr float top_low = 44;
constexpr float button_height = 76;
constexpr float under_field = ui::field_error_height + ui::gap + button_height;

void draw_typing(const Canvas& canvas, const ui::Rect& room) {
  const model::Room& seated = *canvas.model.room;
  const ui::Theme& theme = canvas.theme();
  canvas.kit.scene.first_focus = "text.number";
  // On a paper the number is saved rather than locked in.
  const bool examined = canvas.stage == model::Stage::Examining;
  const bool low = examined || room.height < top + numeric_height + under_field;
  const float height = low ? numeric_height_low : numeric_height;
  const ui::Font unit_font{ui::title_size, ui::Weight::Medium, false};
  const float unit = seated.asked->unit.empty() ? 0 : ui::text_width(seated.asked->unit, unit_font) + 33;
  ui::Rect row = ui::centred({room.x, room.y + (low ? top_low : top), room.width, height}, {numeric_width + unit, height});
  const ui::Rect above{row.x, row.y - 48, numeric_width, 40};
  label(canvas, above, canvas.words(Key::BoardNumberLabel));
  const ui::Rect box = ui::take_left(row, numeric_width, 32);
  const auto& error = seated.own.numeric_error;
  ui::field(canvas.kit, box,
            {.id = "text.number",
             .text = seated.own.numeric_text,
             .placeholder = canvas.words(Key::BoardNumberHint),
             .error = error ? canvas.words.of(*error) : "",
             .size = low ? 64.0F : 88.0F,
             .weight = ui::Weight::Bold,
             .align = ui::Align::Centre,
             .action = "text.number"});
  if (unit > 0) ui::write(canvas.kit, row, seated.asked->unit, unit_font, theme.text);
  const ui::Button confirm{.id = "confirm",
                           .label = canvas.words(examined ? Key::ExamSave : Key::BoardLockIn),
                           .key = canvas.words(Key::KeyEnter),
                           .style = ui::ButtonStyle::Primary,
                           .action = {"confirm", 0},
                           .enabled = model::can_confirm(canvas.model, canvas.now)};
  const ui::Rect below{box.x, box.bottom() + ui::field_error_height + ui::gap, box.width, button_height};
  ui::button(canvas.kit, below, confirm);
  canvas.key(ui::KeyName::Enter, confirm.action);
}

// The number as given; those who only watch read what is wanted.
void draw_number(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  const auto answer = model::own_answer(canvas.model);
  const auto* number = answer ? std::get_if<wire::NumericAnswer>(&*answer) : nullptr;
  const std::string& unit = canvas.model.room->asked->unit;
  const float height = std::min(given_height, room.height);
  const float box_top = room.y + std::min(40.0F, (room.height - height) / 2);
  const ui::Rect box = ui::centred({room.x, box_top, room.width, height}, {std::min(1100.0F, room.width), height});
  ui::fill(canvas.kit, box, theme.surface, ui::corner);
  if (number != nullptr) ui::frame(canvas.kit, box, theme.gold, 5, ui::corner);
  ui::Rect inside = ui::inset(box, 40, 20);
  if (number == nullptr) {
    const float rest = unit.empty() ? 60 : 116;
    ui::take_top(inside, (inside.height - rest) / 2);
    ui::write_fitted(canvas.kit, ui::take_top(inside, 60, 12), canvas.words(Key::BoardNumberWatched),
                     {ui::Weight::SemiBold, ui::title_size, ui::label_size, 1}, theme.text, ui::Align::Centre,
                     ui::VerticalAlign::Middle);
    if (unit.empty()) return;
    ui::write_fitted(canvas.kit, ui::take_top(inside, 44), canvas.words(Key::BoardUnit, {{"unit", unit}}),
                     {ui::Weight::Regular, ui::lead_size, ui::label_size, 1}, theme.muted, ui::Align::Centre,
                     ui::VerticalAlign::Middle);
    return;
  }
  ui::write_fitted(canvas.kit, inside, canvas.words.quantity(number->micros, unit),
                   {ui::Weight::Bold, ui::timer_size, ui::lead_size, 1}, theme.text, ui::Align::Centre,
                   ui::VerticalAlign::Middle);
}

}  // namespace

void draw_numeric_board(const Canvas& canvas, const ui::Rect& room) {
  if (model::can_answer(canvas.model, canvas.now)) {
    draw_typing(canvas, room);
  } else {
    draw_number(canvas, room);
  }
}

}  // namespace certamen::screens
