// What the console's pages share: the panel over the match, its title with what was refused, and its ends.
//
// Pure. A panel takes the place of everything below it, as a dialogue does.
#pragma once

#include "client/screens/canvas.hpp"

namespace certamen::screens {

inline constexpr float panel_height_max = 980;

// The room inside a panel under its title. The last refusal stands at the right end of the title's line. All panels begin at
// the same height, whatever they hold.
[[nodiscard]] ui::Rect draw_panel(const Canvas& canvas, const std::string& title, float height = panel_height_max);
// The pages of the console, with the one shown; fair time once the match is over; cuts its room off the top.
void draw_console_tabs(const Canvas& canvas, ui::Rect& inside, std::size_t shown);
// Closes the panel, by Escape, too; `more` to the left of it. Cuts its room off the bottom.
void draw_panel_end(const Canvas& canvas, ui::Rect& inside, const std::vector<ui::Button>& more = {});

}  // namespace certamen::screens
