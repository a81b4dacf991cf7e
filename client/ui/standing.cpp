#include "client/ui/standing.hpp"

#include <algorithm>

namespace certamen::ui {

namespace {

constexpr float chip_height = 60;
constexpr float chip_gap = 14;
constexpr float chip_padding = 24;
constexpr float chip_text_max = 380;
constexpr Font chip_font{body_size, Weight::Medium, false};
constexpr float pill_height = 44;
constexpr float pill_padding = 18;
constexpr Font pill_font{label_size, Weight::SemiBold, false};

float chip_width(const Chip& chip) {
  const float text = std::min(text_width(chip.text, chip_font), chip_text_max);
  return text + 2 * chip_padding + (chip.mark ? 36.0F : 0.0F) + 1;
}

void draw_chip(const Kit& kit, const Rect& rect, const Chip& chip) {
  const Theme& theme = kit.theme;
  fill(kit, rect, chip.quiet ? theme.surface : theme.raised, chip_height / 2);
  if (chip.own) frame(kit, rect, theme.gold, 3, chip_height / 2);
  Rect inside = inset(rect, chip_padding, 0);
  const Color color = chip.quiet ? theme.muted : theme.text;
  if (chip.mark) draw(kit, *chip.mark, take_left(inside, 26, 10).centre(), 26, chip.quiet ? theme.muted : theme.gold);
  write(kit, inside, chip.text, chip_font, color);
}

void draw_climb(const Kit& kit, const Rect& place, int climbed) {
  if (climbed == 0) return;
  const Theme& theme = kit.theme;
  const Color color = climbed > 0 ? theme.right : theme.muted;
  Rect rest = place;
  draw(kit, climbed > 0 ? MarkKind::Up : MarkKind::Down, take_left(rest, 22, 6).centre(), 20, color);
  write(kit, rest, std::to_string(std::abs(climbed)), {label_size, Weight::SemiBold, true}, color);
}

}  // namespace

void score_row(const Kit& kit, const Rect& rect, const ScoreRow& row) {
  const Theme& theme = kit.theme;
  fill(kit, rect, row.own ? theme.raised : theme.surface, corner);
  if (row.own) frame(kit, rect, theme.gold, 3, corner);
  Rect inside = inset(rect, 28, 0);
  const float size = std::clamp(rect.height * 0.42F, body_size, 36.0F);
  write(kit, take_left(inside, 84, 8), row.rank, {size, Weight::Bold, true}, row.own ? theme.gold : theme.muted);
  draw_climb(kit, take_left(inside, 72, 8), row.climbed);
  const Rect points = take_right(inside, 170, gap);
  write(kit, points, row.points, {size, Weight::Bold, true}, theme.text, Align::Right);
  const Rect gained = take_right(inside, 130, gap_large);
  if (!row.gained.empty()) {
    write(kit, gained, row.gained, {label_size + 2, Weight::SemiBold, true}, theme.gold, Align::Right);
  }
  const Rect name = take_left(inside, std::min(520.0F, inside.width * 0.5F), gap_large);
  write(kit, name, row.name, {size, row.own ? Weight::Bold : Weight::SemiBold, false}, theme.text);
  const Rect track = centred(inside, {inside.width, 18});
  fill(kit, track, faded(theme.line, 0.5F), 9);
  const float length = track.width * std::clamp(row.share, 0.0F, 1.0F);
  if (length >= 1) {
    fill(kit, {track.x, track.y, std::max(18.0F, length), 18}, row.own ? theme.gold : theme.muted, 9);
  }
}

void chips(const Kit& kit, const Rect& area, const std::vector<Chip>& all) {
  const auto lines = static_cast<int>((area.height + chip_gap) / (chip_height + chip_gap));
  if (lines == 0) return;
  const auto width_of = [&](std::size_t i) { return std::min(chip_width(all[i]), area.width); };
  float x = area.x;
  int row = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const float width = width_of(i);
    if (x > area.x && x + width > area.right() && row + 1 < lines) {
      x = area.x;
      ++row;
    }
    const float y = area.y + static_cast<float>(row) * (chip_height + chip_gap);
    if (row + 1 == lines) {
      // The last line keeps room for the count of those that do not fit.
      const Chip more{"+" + std::to_string(all.size() - i), std::nullopt, true, false};
      float rest = 0;
      for (std::size_t j = i; j < all.size(); ++j) rest += width_of(j) + chip_gap;
      const bool all_fit = x + rest - chip_gap <= area.right();
      if (!all_fit && x + width + chip_gap + chip_width(more) > area.right()) {
        draw_chip(kit, {x, y, chip_width(more), chip_height}, more);
        return;
      }
    }
    draw_chip(kit, {x, y, width, chip_height}, all[i]);
    x += width + chip_gap;
  }
}

float pill_width(const std::string& text, bool marked) {
  return text_width(text, pill_font) + 2 * pill_padding + (marked ? 34.0F : 0.0F) + 1;
}

float pill(const Kit& kit, Point left_middle, const std::string& text, std::optional<MarkKind> mark, Color background,
           Color color) {
  const Rect rect{left_middle.x, left_middle.y - pill_height / 2, pill_width(text, mark.has_value()), pill_height};
  fill(kit, rect, background, pill_height / 2);
  Rect inside = inset(rect, pill_padding, 0);
  if (mark) draw(kit, *mark, take_left(inside, 24, 10).centre(), 24, color);
  write(kit, inside, text, pill_font, color);
  return rect.width;
}

}  // namespace certamen::ui
