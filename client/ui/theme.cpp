#include "client/ui/theme.hpp"

namespace certamen::ui {

const Theme& dark_theme() {
  static const Theme theme{
      .background = rgb(0x0E1124),
      .surface = rgb(0x171B33),
      .raised = rgb(0x222846),
      .line = rgb(0x343B63),
      .text = rgb(0xF5F6FF),
      .muted = rgb(0xA9B0D0),
      .gold = rgb(0xF2B84B),
      .amber = rgb(0xF29A3F),
      .coral = rgb(0xF2777A),
      .right = rgb(0x4CC38A),
      .wrong = rgb(0xF2777A),
      .ink = rgb(0x0E1124),
      .paper = rgb(0xFFFFFF),
      .scrim = Color{0x0A, 0x0C, 0x1B, 0xE6},
      // After Okabe and Ito, distinct under every common colour blindness.
      .answers = {{{ShapeKind::Triangle, rgb(0xE69F00)},
                   {ShapeKind::Circle, rgb(0x56B4E9)},
                   {ShapeKind::Square, rgb(0x00A878)},
                   {ShapeKind::Diamond, rgb(0xCC79A7)},
                   {ShapeKind::Pentagon, rgb(0xF0E442)},
                   {ShapeKind::Hexagon, rgb(0xE4572E)}}},
  };
  return theme;
}

const AnswerLook& answer_look(const Theme& theme, std::size_t position) {
  return theme.answers[position % answer_looks];
}

}  // namespace certamen::ui
