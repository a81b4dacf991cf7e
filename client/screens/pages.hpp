// One function a screen; each appends to the canvas' scene. The screens' own business: others include screens.hpp.
#pragma once

#include "client/screens/canvas.hpp"

namespace certamen::screens {

void draw_welcome(const Canvas& canvas);
void draw_start(const Canvas& canvas);
void draw_solo(const Canvas& canvas);
void draw_join(const Canvas& canvas);
void draw_host(const Canvas& canvas);
void draw_settings(const Canvas& canvas);
void draw_entering(const Canvas& canvas);
void draw_lobby(const Canvas& canvas);
void draw_drawing(const Canvas& canvas);
void draw_reading(const Canvas& canvas);
void draw_asking(const Canvas& canvas);
void draw_examining(const Canvas& canvas);
void draw_reveal(const Canvas& canvas);
void draw_ranking(const Canvas& canvas);
void draw_podium(const Canvas& canvas);
void draw_review(const Canvas& canvas);

// Over everything: a server that a person must judge. Requires a trouble of the connection.
void draw_certificate(const Canvas& canvas);

// An exam's end, for those who sat it; the standings are its second page. Requires has_exam_report.
[[nodiscard]] bool has_exam_report(const Canvas& canvas);
void draw_exam_report(const Canvas& canvas);

// What lies over any of them: banners, messages, the pause, the menu.
void draw_overlays(const Canvas& canvas);

}  // namespace certamen::screens
