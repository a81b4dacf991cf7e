#include "client/ui/flatten.hpp"

#include <algorithm>

#include "client/ui/text.hpp"

namespace certamen::ui {

namespace {

constexpr std::uint8_t opaque = 255;
constexpr float beside = 2;  // where edges fade

bool is_scrim(const Primitive& primitive, const Rect& whole) {
  const auto* box = std::get_if<Box>(&primitive);
  return box != nullptr && box->fill.alpha != 0 && box->radius == 0 && box->outline_width == 0 && encloses(box->rect, whole);
}

// The colour that it has under the scrim; how far it covers what lies below stays the same.
Color veiled(Color color, Color scrim) {
  const std::uint8_t alpha = color.alpha;
  color.alpha = opaque;
  Color seen = composed(color, scrim);
  seen.alpha = alpha;
  return seen;
}

void veil(Box& box, Color scrim) {
  box.fill = veiled(box.fill, scrim);
  box.outline = veiled(box.outline, scrim);
}
void veil(Shape& shape, Color scrim) {
  shape.fill = veiled(shape.fill, scrim);
}
void veil(Clip&, Color) {}
template <class Colored>
void veil(Colored& colored, Color scrim) {
  colored.color = veiled(colored.color, scrim);
}

Rect around(Point centre, float reach) {
  return {centre.x - reach, centre.y - reach, 2 * reach, 2 * reach};
}

Rect bounds_of(const Box& box) {
  return box.rect;
}
Rect bounds_of(const Shape& shape) {
  return around(shape.centre, shape.radius);
}
Rect bounds_of(const Text& text) {
  const float high = text.font.size * 1.2F;  // accents above capitals, and below the line half as much
  return {text.baseline.x, text.baseline.y - high, text_width(text.text, text.font), 1.5F * high};
}
Rect bounds_of(const Arc& arc) {
  return around(arc.centre, arc.radius + arc.thickness);
}
Rect bounds_of(const ModuleGrid& grid) {
  return grid.rect;
}
Rect bounds_of(const Line& line) {
  const auto [left, right] = std::minmax(line.from.x, line.to.x);
  const auto [top, bottom] = std::minmax(line.from.y, line.to.y);
  return inset(Rect{left, top, right - left, bottom - top}, -line.width);
}
Rect bounds_of(const Mark& mark) {
  return around(mark.centre, mark.size);
}
Rect bounds_of(const Clip&) {
  return {};
}

}  // namespace

Scene flattened(const Scene& scene) {
  Scene flat;
  flat.name = scene.name;
  flat.size = scene.size;
  flat.scale = scene.scale;
  flat.background = scene.background;
  const auto& all = scene.primitives;
  const Rect whole{0, 0, scene.size.width, scene.size.height};
  const auto last = std::find_if(all.rbegin(), all.rend(), [&](const Primitive& each) { return is_scrim(each, whole); });
  if (last == all.rend()) {
    flat.primitives = all;
    return flat;
  }
  const auto above = last.base();  // the first one after the scrim
  const Color scrim = std::get<Box>(*last).fill;
  flat.background = veiled(scene.background, scrim);
  const auto* panel = above == all.end() ? nullptr : std::get_if<Box>(&*above);
  const bool hides = panel != nullptr && panel->fill.alpha == opaque;
  // Inside the rounding of its corners.
  const Rect hidden = hides ? inset(panel->rect, panel->radius) : Rect{};
  for (auto each = all.begin(); each != above - 1; ++each) {
    const Rect bounds = std::visit([](const auto& drawn) { return bounds_of(drawn); }, *each);
    const bool clips = std::holds_alternative<Clip>(*each);
    if (!clips && (scrim.alpha == opaque || (hides && encloses(hidden, inset(bounds, -beside))))) continue;
    std::visit([&](auto& drawn) { veil(drawn, scrim); }, flat.primitives.emplace_back(*each));
  }
  flat.primitives.insert(flat.primitives.end(), above, all.end());
  return flat;
}

}  // namespace certamen::ui
