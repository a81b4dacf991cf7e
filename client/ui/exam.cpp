#include "client/ui/exam.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace certamen::ui {

namespace {

constexpr float padding = 24;
constexpr float badge_radius_max = 44;
// Cards as high as this hold one or two words: true and false.
constexpr float tall_card = 300;
constexpr float tall_badge_radius = 68;
constexpr float tall_text_size = 60;
constexpr float tallied_text_size = 31;
constexpr float tally_width = 140;
constexpr float lift = 4;
constexpr float dot = 18;
constexpr float dot_distance = 28;
constexpr Moment ring_step = std::chrono::milliseconds{40};
constexpr float pulse_seconds = 5;

float badge_radius(float card_height) {
  return card_height >= tall_card ? tall_badge_radius : std::min(badge_radius_max, card_height * 0.32F);
}

// The bar that shows how many chose an option lies along the card's lower edge; low cards get a thin one.
struct Bar {
  float height;
  float below;  // to the card's edge
};
Bar bar_of(float card_height) {
  return card_height < 110 ? Bar{8, 8} : Bar{12, 14};
}

Rect text_room(const Rect& card, bool tallied) {
  const float badge = padding + 2 * badge_radius(card.height) + padding;
  const float edge = card.height < 110 ? 5.0F : 10.0F;
  Rect room{card.x + badge, card.y + edge, card.width - badge - padding, card.height - 2 * edge};
  if (tallied) {
    const Bar bar = bar_of(card.height);
    room.width -= tally_width;
    room.height -= bar.height + bar.below - edge + 2;
  }
  return room;
}

struct CardColors {
  Color fill;
  Color text;
  Color shape;
  Color letter;
};

CardColors colors_of(const Kit& kit, const AnswerCard& card) {
  const Theme& theme = kit.theme;
  const Color own = answer_look(theme, card.position).color;
  switch (card.state) {
    case CardState::Open:
    case CardState::Chosen:
    case CardState::Given:
    case CardState::Right: {
      const bool warm = card.action && kit.hovered(card.id);
      return {warm ? mix(own, theme.paper, 0.18F) : own, theme.ink, theme.ink, own};
    }
    case CardState::Dimmed:
      return {mix(theme.background, own, 0.16F), theme.muted, mix(theme.background, own, 0.7F), theme.ink};
    case CardState::Wrong:
      return {mix(theme.background, own, 0.14F), theme.text, mix(theme.background, own, 0.75F), theme.ink};
  }
  return {own, theme.ink, theme.ink, own};
}

void draw_badge(const Kit& kit, const Rect& rect, const AnswerCard& card, const CardColors& colors) {
  const float radius = badge_radius(rect.height);
  const Point centre{rect.x + padding + radius, rect.y + rect.height / 2};
  const ShapeKind shape = answer_look(kit.theme, card.position).shape;
  kit.scene.primitives.emplace_back(Shape{shape, centre, radius, colors.shape});
  const Font font{std::round(radius * 0.95F), Weight::Bold, false};
  // The middle of a triangle lies lower than that of its circle.
  const float down = shape == ShapeKind::Triangle ? radius * 0.25F : 0;
  write(kit, {centre.x - radius, centre.y - radius + down, 2 * radius, 2 * radius}, answer_letter(card.position), font,
        colors.letter, Align::Centre);
}

void draw_tally(const Kit& kit, const Rect& rect, const AnswerCard& card, const CardColors& colors) {
  const bool right = card.state == CardState::Right;
  const Theme& theme = kit.theme;
  const Rect room = text_room(rect, true);
  const Bar bar = bar_of(rect.height);
  Rect side{room.right() + 12, room.y, tally_width - 12, room.height};
  // Before the reveal a count says nothing about right and wrong.
  if (right || card.state == CardState::Wrong) {
    const Rect place = take_right(side, 44, 8);
    draw(kit, right ? MarkKind::Tick : MarkKind::Cross, place.centre(), right ? 44 : 34, right ? theme.ink : theme.wrong);
  }
  write_fitted(kit, side, std::to_string(card.tally->count),
               {Weight::Bold, std::min(34.0F, rect.height * 0.36F), label_size_min, 1}, colors.text, Align::Right,
               VerticalAlign::Middle);
  const Rect track{room.x, rect.bottom() - bar.height - bar.below, rect.right() - padding - room.x, bar.height};
  const bool bright = card.state != CardState::Dimmed && card.state != CardState::Wrong;
  const Color ink = bright ? theme.ink : answer_look(theme, card.position).color;
  fill(kit, track, faded(ink, bright ? 0.2F : 0.18F), bar.height / 2);
  const float length = track.width * std::clamp(card.tally->grown, 0.0F, 1.0F);
  if (length >= 1) {
    fill(kit, {track.x, track.y, std::max(length, bar.height), track.height}, bright ? ink : faded(ink, 0.8F),
         bar.height / 2);
  }
}

}  // namespace

std::string answer_letter(std::size_t position) {
  return std::string(1, static_cast<char>('A' + position % 26));
}

float answer_text_size(const std::vector<std::string>& texts, Size card, bool tallied, float size_min) {
  const Rect room = text_room({0, 0, card.width, card.height}, tallied);
  float size = card.height >= tall_card ? tall_text_size : tallied ? tallied_text_size : answer_size_max;
  for (const std::string& text : texts) {
    size = std::min(size, fitted(text, {room.width, room.height}, {Weight::SemiBold, size, size_min}).font.size);
  }
  return size;
}

void answer_card(const Kit& kit, const Rect& place, const AnswerCard& card) {
  const Theme& theme = kit.theme;
  const bool lifted = card.state == CardState::Given || card.state == CardState::Chosen;
  const Rect rect = lifted ? moved(place, 0, -lift) : place;
  const CardColors colors = colors_of(kit, card);
  fill(kit, rect, colors.fill, corner);
  const bool bright = card.state != CardState::Dimmed && card.state != CardState::Wrong;
  if (bright && theme.answer_edge.alpha != 0) frame(kit, rect, theme.answer_edge, 2, corner);
  draw_badge(kit, rect, card, colors);
  const Rect room = text_room(rect, card.tally.has_value());
  const FitRule rule{Weight::SemiBold, card.text_size, std::min(card.text_size, text_size_min)};
  write_fitted(kit, room, card.text, rule, colors.text, Align::Left, VerticalAlign::Middle);
  if (card.tally) draw_tally(kit, rect, card, colors);
  if (lifted || card.own) frame(kit, inset(rect, lifted ? -6.0F : -4.0F), theme.text, lifted ? 6.0F : 5.0F, corner + 6);
  if (card.state == CardState::Chosen || card.state == CardState::Given) {
    const Point corner_mark{rect.right() - 8, rect.y + 8};
    kit.scene.primitives.emplace_back(Shape{ShapeKind::Circle, corner_mark, 18, theme.text});
    draw(kit, card.state == CardState::Given ? MarkKind::Lock : MarkKind::Tick, corner_mark, 20, theme.background);
  }
  focus_ring(kit, inset(rect, lifted ? -6.0F : 0.0F), corner, card.id);
  if (card.action) {
    kit.scene.regions.push_back({card.id, place, 0, true, RegionKind::Choice, *card.action, std::nullopt});
  }
}

void timer_ring(const Kit& kit, Point centre, float radius, const Timer& timer) {
  const Theme& theme = kit.theme;
  const float share = std::clamp(timer.share_left, 0.0F, 1.0F);
  Color color = theme.gold;
  if (timer.urgent && share <= 0.5F) color = theme.amber;
  if (timer.urgent && share <= 0.25F) color = theme.coral;
  float pulse = 0;
  if (timer.urgent && timer.running && !kit.still && timer.seconds_left <= pulse_seconds && timer.seconds_left > 0) {
    const float into = std::ceil(timer.seconds_left) - timer.seconds_left;
    pulse = 1 - std::min(1.0F, into * 2.5F);
  }
  const float thickness = radius * (0.13F + 0.05F * pulse);
  kit.scene.primitives.emplace_back(Arc{centre, radius, radius * 0.13F, 0, 1, theme.raised});
  if (share > 0) {
    // What is left lies from the top clockwise to the hand, so the ring empties like a clock runs down.
    kit.scene.primitives.emplace_back(Arc{centre, radius, thickness, 1 - share, share, color});
  }
  const std::string number = std::to_string(static_cast<long>(std::ceil(std::max(0.0F, timer.seconds_left))));
  const float size = std::round(radius * (number.size() > 2 ? 0.78F : 0.98F));
  const Color number_color = timer.urgent && share <= 0.25F ? color : theme.text;
  write(kit, {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, number, {size, Weight::Bold, true},
        number_color, Align::Centre);
  if (timer.running && timer.seconds_left > 0) redraw_by(kit.scene, kit.now + ring_step);
}

float count_dots_width(std::uint32_t total, float width_max) {
  const float dots = dot_distance * static_cast<float>(total);
  return dots <= width_max ? dots : std::max(0.0F, width_max);
}

void count_dots(const Kit& kit, const Rect& room, std::uint32_t done, std::uint32_t total, Color color) {
  const float needed = dot_distance * static_cast<float>(total);
  const float middle = room.y + room.height / 2;
  if (needed > room.width + 0.5F) {
    const Rect track{room.x, middle - 8, room.width, 16};
    fill(kit, track, kit.theme.raised, 8);
    const float share = static_cast<float>(std::min(done, total)) / static_cast<float>(std::max(total, 1U));
    if (done > 0) fill(kit, {track.x, track.y, std::max(16.0F, track.width * share), 16}, color, 8);
    return;
  }
  for (std::uint32_t i = 0; i < total; ++i) {
    const Point centre{room.x + dot_distance * (static_cast<float>(i) + 0.5F), middle};
    const bool lit = i < done;
    kit.scene.primitives.emplace_back(Shape{ShapeKind::Circle, centre, dot / 2, lit ? color : kit.theme.line});
  }
}

void signal_bars(const Kit& kit, Point centre, int level) {
  for (int i = 0; i < 3; ++i) {
    const float height = 10 + 8 * static_cast<float>(i);
    const Rect bar{centre.x - 18 + 13 * static_cast<float>(i), centre.y + 13 - height, 9, height};
    fill(kit, bar, i < level ? (level == 1 ? kit.theme.coral : kit.theme.right) : kit.theme.line, 2);
  }
}

}  // namespace certamen::ui
