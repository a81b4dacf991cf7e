#include "client/screens/ending.hpp"

namespace certamen::screens {

ui::Rect draw_ending(const Canvas& canvas, int leave_order) {
  const ui::Button review{.id = "review",
                          .label = canvas.words(Key::PodiumReview),
                          .key = canvas.words(Key::KeyEnter),
                          .style = ui::ButtonStyle::Primary,
                          .action = {"review", 0},
                          .mark = ui::MarkKind::Book};
  // Who practised alone gives nothing up.
  const bool alone = canvas.model.room->settings.mode == wire::Mode::Solo;
  const ui::Button leave{.id = "leave",
                         .label = canvas.words(Key::PodiumLeave),
                         .key = canvas.words(Key::KeyEscape),
                         .style = ui::ButtonStyle::Quiet,
                         .action = {alone ? "leave" : "ask.leave", 0},
                         .order = leave_order};
  ui::Rect row = canvas.footer;
  ui::button_at_left(canvas.kit, row, leave);
  ui::button(canvas.kit, ui::take_right(row, ui::button_width(review), ui::gap), review);
  canvas.key(ui::KeyName::Enter, review.action);
  canvas.key(ui::KeyName::Escape, leave.action);
  return row;
}

}  // namespace certamen::screens
