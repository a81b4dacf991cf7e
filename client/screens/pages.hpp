// One function a screen; each appends to the canvas' scene. The screens' own business: others include screens.hpp.
#pragma once

#include "client/screens/canvas.hpp"
#include "client/ui/controls.hpp"

namespace certamen::screens {

void draw_welcome(const Canvas& canvas);
void draw_start(const Canvas& canvas);
void draw_solo(const Canvas& canvas);
void draw_join(const Canvas& canvas);
void draw_host(const Canvas& canvas);
void draw_settings(const Canvas& canvas);
void draw_entering(const Canvas& canvas);
void draw_lobby(const Canvas& canvas);
// What the square that a camera reads takes of the right end; nothing may lie over it.
[[nodiscard]] float lobby_square_room(const Canvas& canvas);
void draw_drawing(const Canvas& canvas);
void draw_reading(const Canvas& canvas);
void draw_asking(const Canvas& canvas);
void draw_examining(const Canvas& canvas);
void draw_reveal(const Canvas& canvas);
void draw_ranking(const Canvas& canvas);
void draw_podium(const Canvas& canvas);
void draw_resolver(const Canvas& canvas);
void draw_review(const Canvas& canvas);

// Over a room's screen, for who directs it.
void draw_console(const Canvas& canvas);
void draw_members(const Canvas& canvas);
void draw_correction(const Canvas& canvas);
void draw_fairness(const Canvas& canvas);   // requires Room::fairness
void draw_rehearsal(const Canvas& canvas);  // over the lobby, for the host
[[nodiscard]] ui::Button rehearsal_button(const Canvas& canvas);

// Over a screen: a thing that cannot be undone, asked about first. `stay` leads back.
struct Asked {
  std::string title;
  std::string detail;
  std::string yes;
  ui::Action action;
  ui::Action stay{"menu", 0};
};
void draw_asked(const Canvas& canvas, const Asked& asked);

// Over everything: a server that a person must judge. Requires a trouble of the connection.
void draw_certificate(const Canvas& canvas);

// An exam's end, for those who sat it; the standings are its second page. Requires has_exam_report.
[[nodiscard]] bool has_exam_report(const Canvas& canvas);
void draw_exam_report(const Canvas& canvas);

// The same for the whole class, for hosts: the podium's first page for those who do not play, a later one for those who do.
[[nodiscard]] bool has_class_report(const Canvas& canvas);
[[nodiscard]] bool shows_class_report(const Canvas& canvas);
[[nodiscard]] ui::Button class_report_button(const Canvas& canvas);  // with its key
void draw_class_report(const Canvas& canvas);                        // requires has_class_report

// What lies over any of them: banners, messages, the pause, the menu.
void draw_overlays(const Canvas& canvas);

}  // namespace certamen::screens
