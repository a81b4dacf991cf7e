#include "client/ui/theme.hpp"

#include "assets/themes.hpp"

namespace certamen::ui {

namespace {

constexpr Color color_of(std::uint32_t hex) {
  Color color = rgb(hex >> 8U);
  color.alpha = static_cast<std::uint8_t>(hex & 0xFFU);
  return color;
}

Theme theme_from(const themes::Roles& roles) {
  return {
      .background = color_of(roles.background),
      .surface = color_of(roles.surface),
      .raised = color_of(roles.raised),
      .line = color_of(roles.line),
      .text = color_of(roles.text),
      .muted = color_of(roles.muted),
      .gold = color_of(roles.gold),
      .amber = color_of(roles.amber),
      .coral = color_of(roles.coral),
      .right = color_of(roles.right),
      .wrong = color_of(roles.wrong),
      .on_accent = color_of(roles.on_accent),
      .ink = color_of(roles.ink),
      .paper = color_of(roles.paper),
      .scrim = color_of(roles.scrim),
      .answer_edge = color_of(roles.answer_edge),
      .answers = {{{ShapeKind::Triangle, color_of(roles.answer_1)},
                   {ShapeKind::Circle, color_of(roles.answer_2)},
                   {ShapeKind::Square, color_of(roles.answer_3)},
                   {ShapeKind::Diamond, color_of(roles.answer_4)},
                   {ShapeKind::Pentagon, color_of(roles.answer_5)},
                   {ShapeKind::Hexagon, color_of(roles.answer_6)}}},
  };
}

}  // namespace

const Theme& theme_of(ThemeName name) {
  static_assert(std::size(themes::table) == theme_names.size());
  static const std::array<Theme, theme_names.size()> all{theme_from(themes::table[0]), theme_from(themes::table[1]),
                                                         theme_from(themes::table[2])};
  return all[static_cast<std::size_t>(name)];
}

const AnswerLook& answer_look(const Theme& theme, std::size_t position) {
  return theme.answers[position % answer_looks];
}

}  // namespace certamen::ui
