// Colours, and whether one can be read on another.
//
// Pure values; channels of sRGB from 0 to 255, alpha 255 is solid.
#pragma once

#include <cstdint>

namespace certamen::ui {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;
  bool operator==(const Color&) const = default;
};

// 0xRRGGBB, solid.
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>((hex >> 16U) & 0xFFU), static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(hex & 0xFFU), 255};
}

// The same colour with its opacity multiplied by `share` (0 to 1).
[[nodiscard]] Color faded(Color color, float share);

// From `from` (share 0) to `to` (share 1), channel by channel.
[[nodiscard]] Color mix(Color from, Color to, float share);

// What is seen when `over` is painted on the solid colour `under`.
[[nodiscard]] Color composed(Color under, Color over);

// Contrast of two solid colours after WCAG 2.2, from 1 (the same) to 21 (black on white).
[[nodiscard]] double contrast_ratio(Color a, Color b);

}  // namespace certamen::ui
