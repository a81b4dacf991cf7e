#include "client/ui/color.hpp"

#include <algorithm>
#include <cmath>

namespace certamen::ui {

namespace {

std::uint8_t channel(float value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, float share) {
  return channel(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * share);
}

double linear(std::uint8_t value) {
  const double share = static_cast<double>(value) / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

Color faded(Color color, float share) {
  color.alpha = channel(static_cast<float>(color.alpha) * std::clamp(share, 0.0F, 1.0F));
  return color;
}

Color mix(Color from, Color to, float share) {
  const float bounded = std::clamp(share, 0.0F, 1.0F);
  return {between(from.red, to.red, bounded), between(from.green, to.green, bounded), between(from.blue, to.blue, bounded),
          between(from.alpha, to.alpha, bounded)};
}

Color composed(Color under, Color over) {
  const float share = static_cast<float>(over.alpha) / 255.0F;
  return {between(under.red, over.red, share), between(under.green, over.green, share),
          between(under.blue, over.blue, share), 255};
}

double contrast_ratio(Color a, Color b) {
  const double first = luminance(a) + 0.05;
  const double second = luminance(b) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

}  // namespace certamen::ui
