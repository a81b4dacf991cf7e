// What is laid over a screen: banners, short messages, a dialogue over a darkened screen.
//
// Pure widgets; append them last.
#pragma once

#include <optional>
#include <string>

#include "client/ui/controls.hpp"

namespace certamen::ui {

// A loud strip along the top edge of the scene.
struct Banner {
  MarkKind mark = MarkKind::Plug;
  std::string title;
  std::string detail;
  Color background;
  std::optional<Button> button{};
};
inline constexpr float banner_height = 104;
void banner(const Kit& kit, const Banner& spec);

// A short message over the middle of the header line.
struct Toast {
  MarkKind mark = MarkKind::Tick;
  std::string text;
  Color color;           // of the mark
  float right_room = 0;  // left free at the right end of the scene
};
void toast(const Kit& kit, const Toast& spec);

// Darkens everything drawn so far, if there is anything, takes its regions and keys away, and returns the inside of a panel
// of this size in the middle. One that is lower than `as_high_as` begins where a panel of that height would.
inline constexpr float dialogue_margin = 48;  // between a panel's top or bottom edge and its inside
[[nodiscard]] Rect dialogue(const Kit& kit, Size size, float as_high_as = 0);

// An arc that turns while something is awaited.
void spinner(const Kit& kit, Point centre, float radius);

// A QR code of the text with its quiet zone on paper, filling the square. The text must be shorter than 1000 bytes.
void qr_code(const Kit& kit, const Rect& square, const std::string& text);

}  // namespace certamen::ui
