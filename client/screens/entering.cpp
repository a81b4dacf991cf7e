// On the way into a room: connecting, or waiting for the server's word.
#include <algorithm>

#include "client/screens/pages.hpp"
#include "client/ui/notice.hpp"

namespace certamen::screens {

namespace {

std::string purpose(const Canvas& canvas) {
  const wire::ClientMessage& entry = *canvas.model.entry;
  if (canvas.model.connection.link != model::Link::Online) {
    return canvas.words(Key::EnteringConnecting, {{"address", canvas.model.connection.address}});
  }
  if (const auto* join = std::get_if<wire::JoinRoom>(&entry)) {
    return canvas.words(Key::EnteringJoining, {{"code", spaced_code(join->code)}});
  }
  if (const auto* resume = std::get_if<wire::ResumeSeat>(&entry)) {
    return canvas.words(Key::EnteringJoining, {{"code", spaced_code(resume->code)}});
  }
  return canvas.words(Key::EnteringOpening);
}

}  // namespace

void draw_entering(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const bool failing = canvas.model.connection.failures > 0;
  draw_title(canvas, canvas.words(Key::AppName));
  canvas.kit.scene.first_focus = "cancel";
  ui::Rect column = ui::centred(canvas.body, {std::min(1200.0F, canvas.body.width), 520});
  ui::spinner(canvas.kit, ui::take_top(column, 200, ui::gap_section).centre(), 84);
  ui::write_fitted(canvas.kit, ui::take_top(column, 64, ui::gap), purpose(canvas),
                   {ui::Weight::SemiBold, ui::title_size, ui::body_size, 1}, theme.text, ui::Align::Centre,
                   ui::VerticalAlign::Middle);
  const std::string help = failing ? canvas.words(Key::EnteringFailing, {{"address", canvas.model.connection.address}})
                                   : canvas.words(Key::EnteringHelp);
  ui::write_fitted(canvas.kit, ui::take_top(column, 76, ui::gap_large), help,
                   {ui::Weight::Regular, ui::body_size, ui::label_size, 2}, failing ? theme.coral : theme.muted,
                   ui::Align::Centre);
  const ui::Button cancel{
      .id = "cancel", .label = canvas.words(Key::CommonCancel), .key = canvas.words(Key::KeyEscape), .action = {"back", 0}};
  const ui::Rect row = ui::take_top(column, ui::control_height);
  ui::button(canvas.kit, ui::centred(row, {ui::button_width(cancel), ui::control_height}), cancel);
  canvas.key(ui::KeyName::Escape, cancel.action);
}

}  // namespace certamen::screens
