// Pieces of a match in teams: choosing one, what the own team voted, the teams' standings.
//
// Pure.
#pragma once

#include <string>
#include <vector>

#include "client/screens/canvas.hpp"

namespace certamen::screens {

[[nodiscard]] std::string team_name(const Canvas& canvas, wire::TeamNumber team);

// Whether the person may choose a team now.
[[nodiscard]] bool chooses_team(const Canvas& canvas);
// The teams side by side, with how many are in each; keys are their numbers.
void draw_team_choice(const Canvas& canvas, const ui::Rect& room);

// How the own team voted, under its name: what was typed, the most frequent first, or how many have voted where more would
// tell the key. Requires the model's team_votes.
void draw_team_votes(const Canvas& canvas, const ui::Rect& room);

// Best first, the own team marked. Requires at least one; rows stand from the top of the room down.
void draw_team_table(const Canvas& canvas, const ui::Rect& room, float row_height, float row_gap,
                     const std::vector<wire::TeamRow>& teams);

}  // namespace certamen::screens
