// Code, name and server: the way into somebody's room.
#include <algorithm>
#include <cmath>

#include "client/screens/forms.hpp"
#include "client/screens/found.hpp"
#include "client/screens/pages.hpp"
#include "client/ui/field.hpp"

namespace certamen::screens {

namespace {

constexpr float column_width_max = 1120;
constexpr float column_height = 560;
constexpr float column_gap = 32;
constexpr float column_share = 0.62F;  // of the body; the network's rooms have the rest

// Few rooms have one, so the field comes when the server asked for it.
bool asks_password(const Canvas& canvas) {
  const model::Draft& draft = canvas.model.draft;
  return !draft.password.empty() || draft.password_error || canvas.kit.focused("text.password");
}

}  // namespace

void draw_join(const Canvas& canvas) {
  const model::Draft& draft = canvas.model.draft;
  canvas.kit.scene.first_focus = "text.code";
  draw_title(canvas, canvas.words(Key::JoinTitle));
  ui::Rect body = canvas.body;
  const float form_width = std::min(column_width_max, std::round(body.width * column_share));
  const ui::Rect form = ui::take_left(body, form_width, ui::gap_section);
  ui::Rect column = ui::centred(form, {form.width, column_height});
  label(canvas, ui::take_top(column, 32, 8), canvas.words(Key::JoinCode));
  ui::field(canvas.kit, ui::take_top(column, 168, ui::field_error_height + 16),
            {.id = "text.code",
             .text = draft.code,
             .placeholder = canvas.words(Key::JoinCodeHint),
             .error = draft.code_error ? canvas.words.of(*draft.code_error) : "",
             .size = 96,
             .weight = ui::Weight::Bold,
             .align = ui::Align::Centre,
             .action = "text.code"});
  ui::Rect row = ui::take_top(column, form_row_height, ui::field_error_height + 16);
  // An address has to be seen whole: it is compared with what the host shows.
  const bool password = asks_password(canvas);
  const float width = password ? std::round(row.width * 0.27F) : (row.width - column_gap) / 2;
  draw_name(canvas, ui::take_left(row, width, column_gap));
  if (password) draw_password(canvas, ui::take_left(row, width, column_gap), Key::JoinPasswordHint);
  draw_address(canvas, row);
  ui::toggle(canvas.kit, ui::take_top(column, 60),
             {.id = "spectate",
              .label = canvas.words(Key::JoinSpectate),
              .remark = "",
              .on = draft.spectate,
              .action = {"spectate", draft.spectate ? 0 : 1}});
  draw_found(canvas, body);
  draw_form_footer(canvas, canvas.words(Key::JoinSend), {"join.send", 0});
}

}  // namespace certamen::screens
