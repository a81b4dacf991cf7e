// The boards: what is answered, one function a kind of question, and the strip above them.
//
// Pure. All of them draw inside the room given and read the model's board, so the running match and the exam share them.
#pragma once

#include "client/screens/canvas.hpp"

namespace certamen::screens {

// An action about two things carries the first one times this, plus the second: option and place, item and match.
inline constexpr std::int64_t pair_base = 16;

// What is asked or was given in one line, how sure one is, and the way to lock it in.
void draw_strip(const Canvas& canvas, const ui::Rect& room);
// A line of it, with a mark.
void draw_state(const Canvas& canvas, ui::Rect room, ui::MarkKind mark, ui::Color color, const std::string& text);

// The board of the question in play, by its kind.
void draw_board(const Canvas& canvas, const ui::Rect& room);

void draw_choice_board(const Canvas& canvas, const ui::Rect& room);
void draw_numeric_board(const Canvas& canvas, const ui::Rect& room);
void draw_ordering_board(const Canvas& canvas, const ui::Rect& room);
void draw_matching_board(const Canvas& canvas, const ui::Rect& room);
void draw_text_board(const Canvas& canvas, const ui::Rect& room);

}  // namespace certamen::screens
