// The look as values: what each colour is for, how big each kind of text is, how long each movement takes.
//
// Pure. Screens name roles, never colours, so another Theme changes the whole program. The colours themselves are in
// assets/themes, one file a theme.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>

#include "client/ui/color.hpp"

namespace certamen::ui {

enum class ShapeKind : unsigned char { Triangle, Circle, Square, Diamond, Pentagon, Hexagon };

// How the answer at one position is told apart: letter, shape and colour, each enough alone.
struct AnswerLook {
  ShapeKind shape = ShapeKind::Circle;
  Color color;
  bool operator==(const AnswerLook&) const = default;
};

inline constexpr std::size_t answer_looks = 6;

// What a person can choose; each is a file of assets/themes, in this order.
enum class ThemeName : unsigned char { Dark, Light, HighContrast };
inline constexpr std::array theme_names{ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast};

struct Theme {
  Color background;
  Color surface;  // what lies on the background
  Color raised;   // what lies on a surface, or asks to be pressed
  Color line;
  Color text;
  Color muted;  // text that may be overlooked
  Color gold;   // what matters now
  Color amber;  // time is getting short
  Color coral;  // time is nearly out
  Color right;
  Color wrong;
  Color on_accent;    // text and marks on gold, amber, coral, right and wrong
  Color ink;          // text and marks on answers and on paper
  Color paper;        // behind a QR code, whatever the theme
  Color scrim;        // laid over a screen that waits
  Color answer_edge;  // round answer cards, where their colours alone would not stand out; may be nothing
  std::array<AnswerLook, answer_looks> answers;
  bool operator==(const Theme&) const = default;
};

[[nodiscard]] const Theme& theme_of(ThemeName name);

// Positions beyond the six wrap round; their letters still differ.
[[nodiscard]] const AnswerLook& answer_look(const Theme& theme, std::size_t position);

// Text sizes in logical units.
inline constexpr float code_size = 160;
inline constexpr float timer_size = 96;
inline constexpr float display_size = 72;
inline constexpr float question_size_max = 56;
inline constexpr float question_size_min = 30;
inline constexpr float title_size = 44;
inline constexpr float answer_size_max = 34;
inline constexpr float answer_size_min = 24;
inline constexpr float lead_size = 32;
inline constexpr float body_size = 26;
inline constexpr float label_size = 22;
inline constexpr float label_size_min = 20;
inline constexpr float text_size_min = 18;  // nothing is smaller

// Distances in logical units, multiples of the 8 unit grid.
inline constexpr float gap_small = 8;
inline constexpr float gap = 16;
inline constexpr float gap_large = 24;
inline constexpr float gap_section = 48;
inline constexpr float corner = 16;
inline constexpr float corner_small = 8;
inline constexpr float control_height = 64;

// Durations of movements.
inline constexpr std::chrono::microseconds press_time = std::chrono::milliseconds{120};
inline constexpr std::chrono::microseconds appear_time = std::chrono::milliseconds{200};
inline constexpr std::chrono::microseconds move_time = std::chrono::milliseconds{320};
inline constexpr std::chrono::microseconds reorder_time = std::chrono::milliseconds{600};

}  // namespace certamen::ui
