// How points work, from the rules that the room's own server tells: a sentence a rule, and figures of what they come to.
//
// Pure.
#pragma once

#include <string>

#include "client/screens/canvas.hpp"

namespace certamen::screens {

// Whether there is anything to tell: in a room whose server told its rules.
[[nodiscard]] bool knows_points(const Canvas& canvas);

// The rule in the person's words.
[[nodiscard]] std::string sentence_of(const Words& words, const wire::PointsRule& rule);

// All of it in the room given. Requires knows_points.
void draw_points(const Canvas& canvas, ui::Rect room);

// Over the room's screen, with its way back. Requires knows_points.
void draw_points_overlay(const Canvas& canvas);

// The way there, and its key; for the footers.
[[nodiscard]] ui::Button points_button(const Canvas& canvas, int order);

}  // namespace certamen::screens
