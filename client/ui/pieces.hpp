// The widgets of questions that are arranged: pieces to move and to pair, and the slots that they fill.
//
// Pure. Like an answer card, a piece is told by letter, shape and colour, which go by its position.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/ui/kit.hpp"

namespace certamen::ui {

enum class PieceState : std::uint8_t {
  Open,   // keeps its colour
  Held,   // taken up; it stands out
  Quiet,  // nothing more can be done with it
};

struct Piece {
  std::string id;
  std::size_t position = 0;
  std::string text;
  float text_size = answer_size_max;
  PieceState state = PieceState::Open;
  float right_room = 0;            // left free at the right end
  std::optional<Action> action{};  // none: it cannot be pressed
  std::optional<Action> drag{};
  std::optional<Action> drop{};
};
// Where it is dragged to it is drawn by draw_dragged(), last of all.
void piece(const Kit& kit, const Rect& rect, const Piece& spec);

// The largest size at which every text fits a piece of this size.
[[nodiscard]] float piece_text_size(const std::vector<std::string>& texts, Size piece, float right_room = 0);

// A position's shape with its letter.
void badge(const Kit& kit, Point centre, float radius, std::size_t position);
inline constexpr float badge_radius_min = 20;

// A frame in which something is missing.
void empty_slot(const Kit& kit, const Rect& rect, bool wanted);

}  // namespace certamen::ui
