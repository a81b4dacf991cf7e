// How much room a text takes, and how it is broken into lines.
//
// Pure: measured with the table of inter_metrics.hpp, so every machine breaks every text at the same place. Sizes and
// widths in logical units. Drawing must place letters by advance() and glyph_shift(), then drawn and measured agree.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/geometry.hpp"
#include "client/ui/inter_metrics.hpp"

namespace certamen::ui {

struct Font {
  float size = 26;
  Weight weight = Weight::Regular;
  bool tabular = false;  // all digits equally wide, for numbers that change or stand under each other
  bool operator==(const Font&) const = default;
};

// From one letter's origin to the next one's. Letters without a width in the table count as a wide letter. Large sizes
// are set a little tighter, as Inter's designers advise.
[[nodiscard]] float advance(const Font& font, char32_t code_point);
// How far a tabular digit is moved to the right to stand in the middle of its cell.
[[nodiscard]] float glyph_shift(const Font& font, char32_t code_point);

[[nodiscard]] float text_width(std::string_view text, const Font& font);
[[nodiscard]] float line_height(const Font& font);
// The baseline of a line whose capitals stand in the middle between `top` and `top + height`.
[[nodiscard]] float baseline_in(const Font& font, float top, float height);

// Breaks at spaces and line feeds, never at no-break spaces; a hyphenated word stays whole while it fits a line, and a
// word wider than a line is broken after a hyphen or another joint, or else anywhere. At least one line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, const Font& font, float width);

// The text, or as many of its code points as fit `width` together with an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, const Font& font, float width);

// A text broken into lines of one font.
struct TextBlock {
  Font font;
  std::vector<std::string> lines;
  bool cut = false;  // it did not fit and ends in an ellipsis
  [[nodiscard]] float height() const { return line_height(font) * static_cast<float>(lines.size()); }
  [[nodiscard]] float width() const;
  bool operator==(const TextBlock&) const = default;
};

struct FitRule {
  Weight weight = Weight::Regular;
  float size_max = 26;
  float size_min = 26;
  std::size_t lines_max = 1000;
  bool operator==(const FitRule&) const = default;
};

// The largest whole size between the two at which the text fits the box and the lines; at the smallest, what does not
// fit is cut.
[[nodiscard]] TextBlock fitted(std::string_view text, Size box, const FitRule& rule);

// The same number of lines, but all about equally long; for centred texts.
[[nodiscard]] TextBlock balanced(std::string_view text, Size box, const FitRule& rule);

// The code point position nearest to `x`, measured from the text's left end.
[[nodiscard]] std::size_t position_at(std::string_view text, const Font& font, float x);

}  // namespace certamen::ui
