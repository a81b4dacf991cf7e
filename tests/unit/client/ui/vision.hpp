// How colours look to eyes without one of the three cones, and how far apart two colours are seen.
//
// Pure. The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
// Vision Deficiency" (IEEE Transactions on Visualization and Computer Graphics 15/6, 2009) for severity 1.0, applied to
// linear light. Distances are those of CIE L*a*b* (1976, white D65): 2.3 can just be told apart side by side.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "client/ui/color.hpp"

namespace certamen::ui_test {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

struct Vision {
  std::string name;
  Matrix matrix;
};

inline const std::array<Vision, 4>& visions() {
  static const std::array<Vision, 4> all{{
      {"typical", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
      {"protanopia", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
      {"deuteranopia", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
      {"tritanopia", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
  }};
  return all;
}

inline Triple times(const Matrix& matrix, const Triple& value) {
  Triple result{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) result[row] += matrix[row][column] * value[column];
  }
  return result;
}

inline Triple linear_light(ui::Color color) {
  const auto channel = [](std::uint8_t value) {
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return {channel(color.red), channel(color.green), channel(color.blue)};
}

inline Triple lab(Triple light) {
  for (double& channel : light) channel = std::clamp(channel, 0.0, 1.0);
  const Matrix to_xyz{
      {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
  const Triple xyz = times(to_xyz, light);
  const auto curve = [](double share) {
    return share > 216.0 / 24389.0 ? std::cbrt(share) : (24389.0 / 27.0 * share + 16) / 116;
  };
  const double x = curve(xyz[0] / 0.95047);
  const double y = curve(xyz[1]);
  const double z = curve(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

inline double distance(ui::Color a, ui::Color b, const Vision& vision) {
  const Triple first = lab(times(vision.matrix, linear_light(a)));
  const Triple second = lab(times(vision.matrix, linear_light(b)));
  return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

}  // namespace certamen::ui_test
