#include "client/ui/pieces.hpp"

#include <algorithm>
#include <cmath>

#include "client/ui/exam.hpp"

namespace certamen::ui {

namespace {

constexpr float padding = 16;
constexpr float badge_radius_max = 34;

float radius_in(float height) {
  return std::clamp(height * 0.34F, badge_radius_min, badge_radius_max);
}

Rect text_room(const Rect& rect, float right_room) {
  const float left = 2 * padding + 2 * radius_in(rect.height);
  return {rect.x + left, rect.y + 2, rect.width - left - padding - right_room, rect.height - 4};
}

void draw_badge(const Kit& kit, Point centre, float radius, std::size_t position, Color shape, Color letter) {
  const ShapeKind kind = answer_look(kit.theme, position).shape;
  kit.scene.primitives.emplace_back(Shape{kind, centre, radius, shape});
  const Font font{std::max(text_size_min, std::round(radius * 0.92F)), Weight::Bold, false};
  const float down = kind == ShapeKind::Triangle ? radius * 0.22F : 0;
  write(kit, {centre.x - radius, centre.y - radius + down, 2 * radius, 2 * radius}, answer_letter(position), font, letter,
        Align::Centre);
}

}  // namespace

void badge(const Kit& kit, Point centre, float radius, std::size_t position) {
  draw_badge(kit, centre, radius, position, answer_look(kit.theme, position).color, kit.theme.ink);
}

float piece_text_size(const std::vector<std::string>& texts, Size piece, float right_room) {
  const Rect room = text_room({0, 0, piece.width, piece.height}, right_room);
  float size = std::min(answer_size_max, piece.height * 0.5F);
  for (const std::string& text : texts) {
    size = std::min(size, fitted(text, {room.width, room.height}, {Weight::SemiBold, size, text_size_min}).font.size);
  }
  return size;
}

void piece(const Kit& kit, const Rect& rect, const Piece& spec) {
  const Theme& theme = kit.theme;
  const Color own = answer_look(theme, spec.position).color;
  const bool quiet = spec.state == PieceState::Quiet;
  const bool warm = spec.action && kit.hovered(spec.id);
  const Color ground = quiet ? mix(theme.background, own, 0.16F) : warm ? mix(own, theme.text, 0.18F) : own;
  fill(kit, rect, ground, corner);
  const float radius = radius_in(rect.height);
  draw_badge(kit, {rect.x + padding + radius, rect.centre().y}, radius, spec.position,
             quiet ? mix(theme.background, own, 0.75F) : theme.ink, quiet ? theme.ink : own);
  write_fitted(kit, text_room(rect, spec.right_room), spec.text,
               {Weight::SemiBold, spec.text_size, std::min(spec.text_size, text_size_min)}, quiet ? theme.text : theme.ink,
               Align::Left, VerticalAlign::Middle);
  if (spec.state == PieceState::Held) frame(kit, inset(rect, -4), theme.text, 5, corner + 4);
  focus_ring(kit, inset(rect, spec.state == PieceState::Held ? -4.0F : 0.0F), corner, spec.id);
  if (!spec.action) return;
  kit.scene.regions.push_back({.id = spec.id,
                               .rect = rect,
                               .kind = RegionKind::Button,
                               .action = *spec.action,
                               .drag = spec.drag,
                               .drop = spec.drop});
}

void empty_slot(const Kit& kit, const Rect& rect, bool wanted) {
  fill(kit, rect, kit.theme.background, corner_small);
  frame(kit, rect, wanted ? kit.theme.gold : kit.theme.line, wanted ? 4.0F : 2.5F, corner_small);
}

}  // namespace certamen::ui
