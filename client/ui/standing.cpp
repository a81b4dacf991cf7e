#include "client/ui/standing.hpp"

#include <algorithm>
#include <array>

namespace certamen::ui {

namespace {

constexpr float chip_gap = 14;
constexpr float chip_text_max = 460;
constexpr float chip_remark_gap = 12;

// Chips are as large as lets all of them be seen.
struct ChipSize {
  float height;
  float text;
};
constexpr std::array chip_sizes{ChipSize{84, 36}, ChipSize{72, 30}, ChipSize{60, 26}};

constexpr float pill_height = 36;
constexpr float pill_padding = 18;
constexpr Font pill_font{label_size, Weight::SemiBold, false};

Font chip_font(const ChipSize& size) {
  return {size.text, Weight::Medium, false};
}
float chip_padding(const ChipSize& size) {
  return size.height * 0.4F;
}
float chip_mark(const ChipSize& size) {
  return size.text + 10;
}

float remark_width(const Chip& chip, const ChipSize& size) {
  return chip.remark.empty() ? 0 : chip_remark_gap + text_width(chip.remark, chip_font(size)) + 1;
}

float chip_width(const Chip& chip, const ChipSize& size) {
  const float text = std::min(text_width(chip.text, chip_font(size)), chip_text_max);
  return text + remark_width(chip, size) + 2 * chip_padding(size) + (chip.mark ? chip_mark(size) : 0.0F) + 1;
}

void draw_chip(const Kit& kit, Point corner_at, const Chip& chip, const ChipSize& size) {
  const Theme& theme = kit.theme;
  const Rect rect{corner_at.x, corner_at.y, chip_width(chip, size), size.height};
  if (chip.quiet) {
    frame(kit, rect, theme.line, 2, size.height / 2);
  } else {
    fill(kit, rect, theme.raised, size.height / 2);
  }
  if (chip.own) frame(kit, rect, theme.gold, 3, size.height / 2);
  Rect inside = inset(rect, chip_padding(size), 0);
  const Color color = chip.quiet ? theme.muted : theme.text;
  if (chip.mark) {
    draw(kit, *chip.mark, take_left(inside, size.text, 10).centre(), size.text, chip.quiet ? theme.muted : theme.gold);
  }
  if (!chip.remark.empty()) {
    const Rect remark = take_right(inside, remark_width(chip, size) - chip_remark_gap, chip_remark_gap);
    write(kit, remark, chip.remark, chip_font(size), theme.muted);
  }
  write(kit, inside, chip.text, chip_font(size), color);
}

Wrapped places_of(const std::vector<Chip>& all, const ChipSize& size, const Rect& area) {
  std::vector<float> widths;
  for (const Chip& chip : all) widths.push_back(chip_width(chip, size));
  return wrap(area, widths, {size.height, chip_gap, chip_gap});
}

int lines_there(const ChipSize& size, float height) {
  return static_cast<int>((height + chip_gap) / (size.height + chip_gap));
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
  write(kit, take_left(inside, row.narrow ? 60 : 84, 8), row.rank, {size, Weight::Bold, true},
        row.own ? theme.gold : theme.muted);
  if (!row.narrow) draw_climb(kit, take_left(inside, 72, 8), row.climbed);
  const Rect points = take_right(inside, 170, gap);
  write(kit, points, row.points, {size, Weight::Bold, true}, theme.text, Align::Right);
  if (!row.narrow) {
    const Rect gained = take_right(inside, 130, gap_large);
    if (!row.gained.empty()) {
      write(kit, gained, row.gained, {label_size + 2, Weight::SemiBold, true}, row.loses ? theme.coral : theme.gold,
            Align::Right);
    }
  }
  Rect name = take_left(inside, std::min(520.0F, inside.width * (row.narrow ? 0.6F : 0.5F)), gap_large);
  if (row.away) draw(kit, MarkKind::Plug, take_left(name, 32, gap).centre(), 28, theme.coral);
  write_fitted(kit, name, row.name, {row.own ? Weight::Bold : Weight::SemiBold, size, label_size_min, 1},
               row.away ? theme.muted : theme.text, Align::Left, VerticalAlign::Middle);
  const Rect track = centred(inside, {inside.width, 18});
  fill(kit, track, faded(theme.line, 0.5F), 9);
  const float length = track.width * std::clamp(row.share, 0.0F, 1.0F);
  if (length >= 1) {
    fill(kit, {track.x, track.y, std::max(18.0F, length), 18}, row.own ? theme.gold : mix(theme.line, theme.muted, 0.6F), 9);
  }
}

void chips(const Kit& kit, const Rect& area, const std::vector<Chip>& all) {
  const auto fits = [&](const ChipSize& size) { return places_of(all, size, area).rows <= lines_there(size, area.height); };
  const auto* const found = std::find_if(chip_sizes.begin(), chip_sizes.end() - 1, fits);
  const ChipSize& size = *found;
  const int lines = lines_there(size, area.height);
  if (lines == 0) return;
  std::vector<Chip> shown = all;
  if (const Wrapped whole = places_of(all, size, area); whole.rows > lines) {
    const float end = area.y + static_cast<float>(lines) * (size.height + chip_gap) - 1;
    auto count = std::count_if(whole.places.begin(), whole.places.end(), [&](const Rect& place) { return place.y < end; });
    // The last line keeps room for the count of those that do not fit.
    do {
      shown.assign(all.begin(), all.begin() + count);
      shown.push_back({"+" + std::to_string(static_cast<std::ptrdiff_t>(all.size()) - count), std::nullopt, true, false});
    } while (places_of(shown, size, area).rows > lines && count-- > 0);
  }
  const std::vector<Rect> places = places_of(shown, size, area).places;
  for (std::size_t i = 0; i < shown.size(); ++i) draw_chip(kit, {places[i].x, places[i].y}, shown[i], size);
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
