// How wide Inter's letters are, as a table, so that a layout is the same on every machine.
//
// Pure. The table is made by tools/measure_inter.cpp and checked in.
#pragma once

#include <cstdint>
#include <optional>

namespace certamen::ui {

enum class Weight : std::uint8_t { Regular, Medium, SemiBold, Bold };

// Vertical measures in em, from the baseline.
inline constexpr float inter_ascent = 0.97F;
inline constexpr float inter_descent = 0.25F;
inline constexpr float inter_cap_height = 0.727F;

// The advance in em; nothing for a letter that is not in the table.
[[nodiscard]] std::optional<float> inter_advance(Weight weight, char32_t code_point);

}  // namespace certamen::ui
