// Controls that show a place among several: tabs and sliders.
#include <algorithm>
#include <cmath>

#include "client/ui/controls.hpp"

namespace certamen::ui {

namespace {

constexpr float tab_padding = 24;
constexpr float underline = 5;
constexpr float track_height = 8;
constexpr float knob_radius = 15;
constexpr float value_room = 92;

}  // namespace

void tabs(const Kit& kit, const Rect& rect, const std::string& id, const std::vector<Segment>& pages) {
  const Theme& theme = kit.theme;
  fill(kit, {rect.x, rect.bottom() - 2, rect.width, 2}, theme.line);
  Rect rest = rect;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Segment& page = pages[i];
    const std::string name = id + "." + std::to_string(i);
    const Font font{body_size, page.chosen ? Weight::SemiBold : Weight::Regular, false};
    // As wide as the heavier name, so that nothing moves when another page is shown.
    const float wanted = text_width(page.label, {body_size, Weight::SemiBold, false}) + 2 * tab_padding + 1;
    const Rect place = take_left(rest, std::min(wanted, rest.width), gap_small);
    if (!page.chosen && kit.hovered(name)) fill(kit, place, theme.raised, corner_small);
    write(kit, inset(place, tab_padding, 0), page.label, font, page.chosen ? theme.text : theme.muted);
    if (page.chosen) fill(kit, {place.x, place.bottom() - underline, place.width, underline}, theme.gold, underline / 2);
    focus_ring(kit, inset(place, 6), corner_small, name);
    kit.scene.regions.push_back({name, place, 0, true, RegionKind::Choice, page.action, std::nullopt, std::nullopt});
  }
}

void slider(const Kit& kit, const Rect& rect, const Slider& spec) {
  const Theme& theme = kit.theme;
  const Font font{label_size, Weight::Medium, true};
  Rect inside = inset(rect, 8 + knob_radius, 0);
  write(kit, take_right(inside, value_room - knob_radius, knob_radius), spec.shown, font,
        spec.enabled ? theme.text : theme.muted, Align::Right);
  const float share = static_cast<float>(spec.value) / static_cast<float>(std::max<std::int64_t>(spec.max, 1));
  const Rect track{inside.x, inside.centre().y - track_height / 2, inside.width, track_height};
  const Point knob{track.x + track.width * share, track.centre().y};
  fill(kit, track, theme.line, track_height / 2);
  if (knob.x - track.x >= 1) {
    fill(kit, {track.x, track.y, knob.x - track.x, track.height}, spec.enabled ? theme.gold : theme.muted, track_height / 2);
  }
  const bool warm = spec.enabled && (kit.hovered(spec.id) || kit.touch.sliding == spec.id);
  kit.scene.primitives.emplace_back(
      Shape{ShapeKind::Circle, knob, warm ? knob_radius + 3 : knob_radius, spec.enabled ? theme.gold : theme.muted});
  focus_ring(kit, inset(rect, 4), corner_small, spec.id);
  kit.scene.regions.push_back({spec.id,
                               rect,
                               0,
                               spec.enabled,
                               RegionKind::Slider,
                               {spec.action, spec.value},
                               std::nullopt,
                               SliderRange{spec.value, spec.max, track.x, track.width}});
}

std::int64_t slider_value(const SliderRange& range, float x) {
  const float share = range.width > 0 ? std::clamp((x - range.left) / range.width, 0.0F, 1.0F) : 0;
  return std::lround(share * static_cast<float>(range.max));
}

std::int64_t slider_step(const SliderRange& range, bool up) {
  return std::clamp<std::int64_t>(range.value + (up ? 1 : -1), 0, range.max);
}

}  // namespace certamen::ui
