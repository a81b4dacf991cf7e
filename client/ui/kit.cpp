#include "client/ui/kit.hpp"

namespace certamen::ui {

namespace {

constexpr float ring_distance = 6;
constexpr float ring_width = 4;

float aligned(const Rect& room, float width, Align align) {
  switch (align) {
    case Align::Left: return room.x;
    case Align::Centre: return room.x + (room.width - width) / 2;
    case Align::Right: return room.right() - width;
  }
  return room.x;
}

float first_top(const Rect& room, float height, VerticalAlign vertical) {
  switch (vertical) {
    case VerticalAlign::Top: return room.y;
    case VerticalAlign::Middle: return room.y + (room.height - height) / 2;
    case VerticalAlign::Bottom: return room.bottom() - height;
  }
  return room.y;
}

}  // namespace

bool Kit::focused(const std::string& id) const {
  const bool known = !touch.focused.empty() && touch.focused == id;
  return known || (touch.focused.empty() && scene.first_focus == id);
}

const Drag* Kit::dragged(const std::string& id) const {
  return touch.drag && touch.drag->moving && touch.drag->id == id ? &*touch.drag : nullptr;
}

float Kit::moving(const Tween& tween) const {
  if (still) return tween.to;
  if (!tween.over(now)) redraw_by(scene, now);
  return tween.at(now);
}

void fill(const Kit& kit, const Rect& rect, Color color, float radius) {
  kit.scene.primitives.emplace_back(Box{.rect = rect, .radius = radius, .fill = color});
}

void frame(const Kit& kit, const Rect& rect, Color color, float width, float radius) {
  kit.scene.primitives.emplace_back(Box{.rect = rect, .radius = radius, .outline = color, .outline_width = width});
}

void draw(const Kit& kit, MarkKind kind, Point centre, float size, Color color) {
  kit.scene.primitives.emplace_back(Mark{kind, centre, size, color});
}

void line(const Kit& kit, Point from, Point to, float width, Color color) {
  kit.scene.primitives.emplace_back(Line{from, to, width, color});
}

float write(const Kit& kit, const Rect& room, std::string_view text, const Font& font, Color color, Align align) {
  Text drawn{.text = shortened(text, font, room.width), .baseline = {}, .font = font, .color = color, .within = room};
  drawn.cut = drawn.text != text;
  const float width = text_width(drawn.text, font);
  drawn.baseline = {aligned(room, width, align), baseline_in(font, room.y, room.height)};
  kit.scene.primitives.emplace_back(std::move(drawn));
  return width;
}

void write(const Kit& kit, const Rect& room, const TextBlock& block, Color color, Align align, VerticalAlign vertical) {
  const float step = line_height(block.font);
  float top = first_top(room, block.height(), vertical);
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    Text drawn{.text = block.lines[i], .baseline = {}, .font = block.font, .color = color, .within = room};
    drawn.cut = block.cut && i + 1 == block.lines.size();
    drawn.baseline = {aligned(room, text_width(drawn.text, block.font), align), baseline_in(block.font, top, step)};
    kit.scene.primitives.emplace_back(std::move(drawn));
    top += step;
  }
}

float write_fitted(const Kit& kit, const Rect& room, std::string_view text, const FitRule& rule, Color color, Align align,
                   VerticalAlign vertical) {
  const Size box{room.width, room.height};
  const TextBlock block = align == Align::Centre ? balanced(text, box, rule) : fitted(text, box, rule);
  write(kit, room, block, color, align, vertical);
  return block.height();
}

void focus_ring(const Kit& kit, const Rect& rect, float radius, const std::string& id) {
  if (!kit.touch.focus_visible || !kit.focused(id)) return;
  frame(kit, inset(rect, -ring_distance), kit.theme.gold, ring_width, radius + ring_distance);
}

}  // namespace certamen::ui
