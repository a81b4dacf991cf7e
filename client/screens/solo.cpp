// What a person sets before practising alone.
#include <cmath>

#include "client/screens/forms.hpp"
#include "client/screens/pages.hpp"

namespace certamen::screens {

void draw_solo(const Canvas& canvas) {
  const wire::RoomSettings& settings = canvas.model.draft.solo;
  canvas.kit.scene.first_focus = first_field(canvas);
  draw_title(canvas, canvas.words(Key::SoloTitle));
  ui::Rect body = canvas.body;
  ui::Rect left = ui::take_left(body, std::round(body.width * 0.38F), ui::gap_section);
  draw_question_count(canvas, ui::take_top(left, form_row_height, 32), "solo", settings);
  draw_difficulty(canvas, ui::take_top(left, form_row_height, 32), "solo", settings);
  draw_answer_time(canvas, ui::take_top(left, form_row_height, 32), "solo", settings);
  if (asks_name(canvas)) draw_name(canvas, ui::take_top(left, form_row_height + 40, 8));
  if (asks_address(canvas)) draw_address(canvas, ui::take_top(left, form_row_height + 40, 8));
  if (left.height >= 120) {
    ui::Rect help = ui::take_top(left, std::min(left.height, 140.0F));
    const ui::Rect place = ui::take_left(help, 56, ui::gap_large);
    ui::draw(canvas.kit, ui::MarkKind::Book, {place.centre().x, place.y + 30}, 52, canvas.theme().gold);
    ui::write_fitted(canvas.kit, help, canvas.words(Key::SoloHelp), {ui::Weight::Regular, ui::body_size, ui::label_size, 4},
                     canvas.theme().muted);
  }
  draw_topics(canvas, body, "solo", settings);
  draw_form_footer(canvas, canvas.words(Key::SoloStart), {"solo.open", 0});
}

}  // namespace certamen::screens
