#include "client/ui/controls.hpp"

#include <algorithm>
#include <sstream>

namespace certamen::ui {

namespace {

constexpr float padding = 28;
constexpr float mark_size = 28;
constexpr float mark_room = 44;
constexpr float key_padding = 12;
constexpr float key_height = 36;
constexpr Font button_font{body_size, Weight::SemiBold, false};
constexpr float door_height_low = 364;
constexpr float door_height_roomy = 440;
constexpr Font key_font{label_size_min, Weight::Medium, false};

struct ButtonColors {
  Color fill;
  Color outline;
  Color text;
  Color key;
};

ButtonColors colors_of(const Kit& kit, const Button& spec) {
  const Theme& theme = kit.theme;
  const Color none{0, 0, 0, 0};
  if (!spec.enabled) return {none, theme.line, theme.muted, theme.muted};
  const bool warm = kit.hovered(spec.id);
  switch (spec.style) {
    case ButtonStyle::Primary:
      return {warm ? mix(theme.gold, theme.text, 0.2F) : theme.gold, none, theme.on_accent, theme.on_accent};
    case ButtonStyle::Secondary: return {warm ? theme.line : theme.raised, none, theme.text, theme.muted};
    case ButtonStyle::Quiet: return {warm ? theme.surface : none, none, theme.muted, theme.muted};
    case ButtonStyle::Dangerous: return {warm ? theme.line : theme.surface, theme.wrong, theme.text, theme.muted};
  }
  return {theme.raised, none, theme.text, theme.muted};
}

float key_width(const std::string& key) {
  return key.empty() ? 0 : text_width(key, key_font) + 2 * key_padding;
}

float contents_width(const Button& spec) {
  float width = text_width(spec.label, button_font);
  if (spec.mark) width += spec.label.empty() ? mark_size : mark_room;
  if (!spec.key.empty()) width += gap + key_width(spec.key);
  return width;
}

void key_cap(const Kit& kit, const Rect& rect, const std::string& key, Color color) {
  frame(kit, rect, faded(color, 0.45F), 2, corner_small);
  write(kit, rect, key, key_font, color, Align::Centre);
}

constexpr float tick_room = 36;

// The largest size between the rule's two at which no word is wider than that; the smallest if there is none.
float unbroken_size(const std::string& text, float width, const FitRule& rule) {
  float size = rule.size_max;
  std::istringstream words{text};
  for (std::string word; words >> word;) {
    while (size > rule.size_min && text_width(word, {size, rule.weight, false}) > width) --size;
  }
  return size;
}

bool breaks_a_word(const std::string& text, float width, const FitRule& rule) {
  const Font font{unbroken_size(text, width, rule), rule.weight, false};
  std::istringstream words{text};
  for (std::string word; words >> word;) {
    if (text_width(word, font) > width) return true;
  }
  return false;
}

}  // namespace

float button_width(const Button& button) {
  return contents_width(button) + 2 * padding;
}

void button(const Kit& kit, const Rect& rect, const Button& spec) {
  const ButtonColors colors = colors_of(kit, spec);
  kit.scene.primitives.emplace_back(Box{.rect = rect,
                                        .radius = corner,
                                        .fill = colors.fill,
                                        .outline = colors.outline,
                                        .outline_width = colors.outline.alpha == 0 ? 0.0F : 2.0F});
  const float inner = std::min(contents_width(spec), rect.width - 2 * gap);
  Rect content{rect.x + (rect.width - inner) / 2, rect.y, inner, rect.height};
  if (spec.mark) {
    const Rect place = take_left(content, mark_size, mark_room - mark_size);
    draw(kit, *spec.mark, place.centre(), mark_size, colors.text);
  }
  if (!spec.key.empty()) {
    const Rect place = take_right(content, key_width(spec.key), gap);
    key_cap(kit, centred(place, {place.width, key_height}), spec.key, colors.key);
  }
  // The label's own width is not exact to the last bit after the cuts.
  content.width += 1;
  if (!spec.label.empty()) write(kit, content, spec.label, button_font, colors.text, Align::Left);
  focus_ring(kit, rect, corner, spec.id);
  kit.scene.regions.push_back({spec.id, rect, spec.order, spec.enabled, RegionKind::Button, spec.action, std::nullopt});
  kit.scene.regions.back().tip = spec.tip;
}

void button_at_left(const Kit& kit, Rect& row, const Button& spec) {
  const Rect place = take_left(row, button_width(spec), gap);
  button(kit, spec.style == ButtonStyle::Quiet ? moved(place, -padding, 0) : place, spec);
}

void button_row(const Kit& kit, const Rect& row, const std::vector<Button>& buttons) {
  Rect rest = row;
  if (!buttons.empty() && buttons.front().style == ButtonStyle::Quiet) rest.width += padding;
  for (const Button& spec : buttons) button(kit, take_right(rest, button_width(spec), gap), spec);
}

void door(const Kit& kit, const Rect& rect, const Door& spec) {
  const Theme& theme = kit.theme;
  const bool warm = kit.hovered(spec.id) || kit.focused(spec.id);
  fill(kit, rect, warm ? theme.raised : theme.surface, corner * 1.5F);
  if (kit.focused(spec.id)) frame(kit, rect, theme.gold, 4, corner * 1.5F);
  const bool low = rect.height < door_height_low;  // then the title stands beside the drawing
  const bool tight = rect.height < door_height_roomy;
  Rect inside = low ? inset(rect, 32, 24) : tight ? inset(rect, 40, 28) : inset(rect, 48, 44);
  const float drawing = low ? 72 : tight ? 96 : 120;
  Rect top = take_top(inside, drawing, low ? gap : tight ? 20 : 36);
  draw(kit, spec.mark, {top.x + drawing / 2 - 4, top.y + drawing / 2}, drawing, warm ? theme.gold : theme.muted);
  const Rect corner_place = take_right(top, 56, gap);
  const Rect cap{corner_place.x, top.y, 56, 56};
  frame(kit, cap, theme.line, 2, corner_small);
  write(kit, cap, spec.key, {body_size, Weight::SemiBold, false}, theme.muted, Align::Centre);
  take_left(top, drawing, gap);
  const Rect title = low ? top : take_top(inside, 64, gap);
  write_fitted(kit, title, spec.title, {Weight::SemiBold, title_size, low ? label_size : lead_size, low ? 2U : 1U},
               theme.text, Align::Left, VerticalAlign::Middle);
  write_fitted(kit, inside, spec.help, {Weight::Regular, 30, label_size, 6}, theme.muted);
  kit.scene.regions.push_back({spec.id, rect, 0, true, RegionKind::Button, spec.action, std::nullopt});
}

void segments(const Kit& kit, const Rect& rect, const std::string& id, const std::vector<Segment>& choices) {
  const Theme& theme = kit.theme;
  kit.scene.primitives.emplace_back(Box{rect, corner, theme.surface, theme.line, 2});
  const int count = static_cast<int>(choices.size());
  for (int i = 0; i < count; ++i) {
    const Segment& choice = choices[static_cast<std::size_t>(i)];
    const std::string name = id + "." + std::to_string(i);
    const Rect place = grid_cell(inset(rect, 6), count, 1, i, 6);
    if (choice.chosen) {
      fill(kit, place, theme.line, corner - 4);
    } else if (kit.hovered(name)) {
      fill(kit, place, theme.raised, corner - 4);
    }
    const Font font{body_size, choice.chosen ? Weight::SemiBold : Weight::Regular, false};
    Rect room = inset(place, 14, 0);
    FitRule rule{font.weight, body_size, label_size_min, 2};
    // Rather without the tick than with a word broken in two.
    const bool ticked = choice.chosen && !breaks_a_word(choice.label, room.width - tick_room, rule);
    const float marked = ticked ? tick_room : 0.0F;
    rule.size_max = unbroken_size(choice.label, room.width - marked, rule);
    const TextBlock block = fitted(choice.label, {room.width - marked, room.height}, rule);
    const float left = room.x + (room.width - block.width() - marked) / 2;
    if (ticked) draw(kit, MarkKind::Tick, {left + 12, place.centre().y}, 24, theme.gold);
    room = {left + marked, room.y, room.right() - left - marked, room.height};
    write(kit, room, block, choice.chosen ? theme.text : theme.muted, Align::Left, VerticalAlign::Middle);
    focus_ring(kit, inset(place, 6), corner - 4, name);
    kit.scene.regions.push_back({name, place, 0, true, RegionKind::Choice, choice.action, std::nullopt});
  }
}

void toggle(const Kit& kit, const Rect& rect, const Switch& spec) {
  const Theme& theme = kit.theme;
  if (kit.hovered(spec.id)) fill(kit, rect, theme.raised, corner_small);
  Rect inside = inset(rect, 12, 0);
  const Rect place = take_left(inside, 32, gap);
  const Rect cell = centred(place, {32, 32});
  if (spec.on) {
    fill(kit, cell, theme.gold, corner_small);
    draw(kit, MarkKind::Tick, cell.centre(), 24, theme.on_accent);
  } else {
    frame(kit, cell, theme.muted, 2.5F, corner_small);
    if (spec.implied) draw(kit, MarkKind::Tick, cell.centre(), 22, theme.muted);
  }
  if (!spec.remark.empty()) {
    const Font font{label_size_min, Weight::Regular, true};
    write(kit, take_right(inside, text_width(spec.remark, font) + 1, gap), spec.remark, font, theme.muted, Align::Right);
  }
  const TextBlock label = fitted(spec.label, {inside.width, inside.height},
                                 {Weight::Regular, body_size - 2, label_size_min, rect.height >= 56 ? 2U : 1U});
  write(kit, inside, label, spec.enabled ? theme.text : theme.muted, Align::Left, VerticalAlign::Middle);
  focus_ring(kit, inset(rect, 4), corner_small, spec.id);
  kit.scene.regions.push_back({spec.id, rect, 0, spec.enabled, RegionKind::Choice, spec.action, std::nullopt});
  if (label.cut) kit.scene.regions.back().tip = spec.label;
}

void stepper(const Kit& kit, const Rect& rect, const Stepper& spec) {
  const Theme& theme = kit.theme;
  fill(kit, rect, theme.surface, corner);
  Rect rest = inset(rect, 6);
  const auto end = [&](const Rect& place, const std::string& id, MarkKind mark, const Action& action, bool enabled) {
    fill(kit, place, enabled && kit.hovered(id) ? theme.line : theme.raised, corner - 4);
    draw(kit, mark, place.centre(), 28, enabled ? theme.text : theme.line);
    focus_ring(kit, inset(place, 6), corner - 4, id);
    kit.scene.regions.push_back({id, place, 0, enabled, RegionKind::Choice, action, std::nullopt});
  };
  end(take_left(rest, 72, gap), spec.id + ".less", MarkKind::Minus, spec.less, spec.can_less);
  end(take_right(rest, 72, gap), spec.id + ".more", MarkKind::Plus, spec.more, spec.can_more);
  const Font font{lead_size, Weight::SemiBold, true};
  if (text_width(spec.value, font) <= rest.width) {
    write(kit, rest, spec.value, font, theme.text, Align::Centre);
    return;
  }
  write_fitted(kit, rest, spec.value, {Weight::SemiBold, body_size, label_size_min, 2}, theme.text, Align::Centre,
               VerticalAlign::Middle);
}

}  // namespace certamen::ui
