#include "client/ui/text.hpp"

#include <algorithm>
#include <cmath>

#include "client/ui/utf8.hpp"

namespace certamen::ui {

namespace {

constexpr float unknown_advance = 0.75F;
constexpr char32_t ellipsis = 0x2026;
constexpr std::string_view ellipsis_text = "…";

// In em: none for small text, which needs its air, down to a fiftieth for display sizes. Two straight lines near the
// curve that Inter's designers publish.
float tracking(float size) {
  constexpr float reading = -0.014F;  // at 28 units
  constexpr float display = -0.021F;  // from 64 units on
  if (size <= 28) return reading * std::clamp((size - 16) / 12, 0.0F, 1.0F);
  return reading + (display - reading) * std::clamp((size - 28) / 36, 0.0F, 1.0F);
}

bool is_digit(char32_t code_point) {
  return code_point >= U'0' && code_point <= U'9';
}

float digit_cell(Weight weight) {
  float widest = 0;
  for (char32_t digit = U'0'; digit <= U'9'; ++digit) {
    widest = std::max(widest, inter_advance(weight, digit).value_or(unknown_advance));
  }
  return widest;
}

bool is_joint(char32_t code_point) {
  return code_point == U'-' || code_point == U'/' || code_point == U':' || code_point == U'.' || code_point == U'_' ||
         code_point == U',' || code_point == 0x2010;
}

// How many bytes of `word` fit `width`: up to the last joint that fits, else as many letters as fit, at least one.
std::size_t breaking_point(std::string_view word, const Font& font, float width) {
  float used = 0;
  std::size_t after_joint = 0;
  std::size_t fitting = 0;
  for (const CodePoint& point : code_points(word)) {
    used += advance(font, point.value);
    if (used > width) break;
    fitting = point.offset + point.length;
    if (is_joint(point.value)) after_joint = fitting;
  }
  if (after_joint > 0 && after_joint < word.size()) return after_joint;
  return std::max(fitting, code_point_at(word, 0).length);
}

class LineBreaker {
 public:
  LineBreaker(const Font& font, float width) : font_(font), width_(width), space_(advance(font, U' ')) {}

  void add_word(std::string_view word) {
    float word_width = text_width(word, font_);
    if (!line_.empty() && used_ + space_ + word_width <= width_) {
      line_ += ' ';
      line_ += word;
      used_ += space_ + word_width;
      return;
    }
    if (!line_.empty()) end_line();
    while (word_width > width_ && code_point_count(word) > 1) {
      const std::size_t cut = breaking_point(word, font_, width_);
      if (cut >= word.size()) break;
      lines_.emplace_back(word.substr(0, cut));
      word.remove_prefix(cut);
      word_width = text_width(word, font_);
    }
    line_ = word;
    used_ = word_width;
  }

  void end_line() {
    lines_.push_back(line_);
    line_.clear();
    used_ = 0;
  }

  [[nodiscard]] std::vector<std::string> finish() {
    if (!line_.empty() || lines_.empty()) end_line();
    return lines_;
  }

 private:
  Font font_;
  float width_;
  float space_;
  std::vector<std::string> lines_;
  std::string line_;
  float used_ = 0;
};

bool fits(const std::vector<std::string>& lines, const Font& font, Size box, std::size_t lines_max) {
  if (lines.size() > lines_max) return false;
  if (line_height(font) * static_cast<float>(lines.size()) > box.height) return false;
  return std::all_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return text_width(line, font) <= box.width; });
}

TextBlock cut_to(TextBlock block, Size box, std::size_t lines_max) {
  const auto by_height = static_cast<std::size_t>(std::max(1.0F, std::floor(box.height / line_height(block.font))));
  const std::size_t keep = std::min({by_height, lines_max, block.lines.size()});
  if (keep < block.lines.size()) {
    std::string last = block.lines[keep - 1] + " " + block.lines[keep];
    block.lines.resize(keep);
    block.lines.back() = shortened(last + " " + std::string{ellipsis_text}, block.font, box.width);
    block.cut = true;
  }
  for (std::string& line : block.lines) {
    std::string within = shortened(line, block.font, box.width);
    if (within != line) block.cut = true;
    line = std::move(within);
  }
  return block;
}

}  // namespace

float advance(const Font& font, char32_t code_point) {
  const bool in_cell = font.tabular && is_digit(code_point);
  const float em = in_cell ? digit_cell(font.weight) : inter_advance(font.weight, code_point).value_or(unknown_advance);
  return font.size * (em + tracking(font.size));
}

float glyph_shift(const Font& font, char32_t code_point) {
  if (!font.tabular || !is_digit(code_point)) return 0;
  return font.size * (digit_cell(font.weight) - inter_advance(font.weight, code_point).value_or(unknown_advance)) / 2;
}

float text_width(std::string_view text, const Font& font) {
  float width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    width += advance(font, point.value);
    offset += point.length;
  }
  return width;
}

float line_height(const Font& font) {
  // Large type needs less lead than small type.
  const float factor = font.size >= 40 ? 1.2F : 1.3F;
  return std::round(font.size * factor);
}

float baseline_in(const Font& font, float top, float height) {
  return top + (height + font.size * inter_cap_height) / 2;
}

std::vector<std::string> wrapped(std::string_view text, const Font& font, float width) {
  LineBreaker breaker{font, width};
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool ended = i == text.size() || text[i] == '\n';
    if (!ended && text[i] != ' ') continue;
    if (i > start) breaker.add_word(text.substr(start, i - start));
    if (ended && i < text.size()) breaker.end_line();
    start = i + 1;
  }
  return breaker.finish();
}

std::string shortened(std::string_view text, const Font& font, float width) {
  if (text_width(text, font) <= width) return std::string{text};
  const float room = width - advance(font, ellipsis);
  float used = 0;
  std::size_t keep = 0;
  for (const CodePoint& point : code_points(text)) {
    used += advance(font, point.value);
    if (used > room) break;
    keep = point.offset + point.length;
  }
  std::string kept{text.substr(0, keep)};
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',')) kept.pop_back();
  return kept + std::string{ellipsis_text};
}

float TextBlock::width() const {
  float widest = 0;
  for (const std::string& line : lines) widest = std::max(widest, text_width(line, font));
  return widest;
}

TextBlock fitted(std::string_view text, Size box, const FitRule& rule) {
  const auto try_size = [&](float size) {
    TextBlock block{Font{size, rule.weight, false}, {}, false};
    block.lines = wrapped(text, block.font, box.width);
    return block;
  };
  const auto good = [&](const TextBlock& block) { return fits(block.lines, block.font, box, rule.lines_max); };
  TextBlock best = try_size(rule.size_min);
  if (!good(best)) return cut_to(std::move(best), box, rule.lines_max);
  int low = static_cast<int>(std::ceil(rule.size_min));
  int high = static_cast<int>(std::floor(rule.size_max));
  while (low <= high) {
    const int middle = (low + high) / 2;
    TextBlock block = try_size(static_cast<float>(middle));
    if (good(block)) {
      best = std::move(block);
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

TextBlock balanced(std::string_view text, Size box, const FitRule& rule) {
  TextBlock block = fitted(text, box, rule);
  if (block.cut || block.lines.size() < 2) return block;
  float narrow = block.width() / static_cast<float>(block.lines.size());
  float wide = block.width();
  for (int step = 0; step < 8; ++step) {
    const float middle = (narrow + wide) / 2;
    std::vector<std::string> lines = wrapped(text, block.font, middle);
    const bool same = lines.size() == block.lines.size() && fits(lines, block.font, {middle, box.height}, rule.lines_max);
    if (same) {
      block.lines = std::move(lines);
      wide = middle;
    } else {
      narrow = middle;
    }
  }
  return block;
}

std::size_t position_at(std::string_view text, const Font& font, float x) {
  float used = 0;
  std::size_t position = 0;
  for (const CodePoint& point : code_points(text)) {
    const float width = advance(font, point.value);
    if (x < used + width / 2) return position;
    used += width;
    ++position;
  }
  return position;
}

}  // namespace certamen::ui
