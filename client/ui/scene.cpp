#include "client/ui/scene.hpp"

#include <algorithm>
#include <cmath>

namespace certamen::ui {

namespace {

constexpr Size design{1920, 1080};
constexpr float small_window_exponent = 0.8F;

float layout_scale(Size window) {
  const float share = std::min(window.width / design.width, window.height / design.height);
  return share < 1 ? std::pow(std::max(share, 0.05F), small_window_exponent) : share;
}

}  // namespace

Scene make_scene(std::string name, Size window_pixels, Color background, float zoom, Size room_left) {
  Scene scene;
  scene.name = std::move(name);
  const float usual = layout_scale(window_pixels);
  const float most = std::min(window_pixels.width / room_left.width, window_pixels.height / room_left.height) / usual;
  scene.scale = usual * std::clamp(zoom, 1.0F, std::max(most, 1.0F));
  scene.size = {window_pixels.width / scene.scale, window_pixels.height / scene.scale};
  scene.background = background;
  return scene;
}

void redraw_by(Scene& scene, Moment at) {
  if (!scene.redraw_at || at < *scene.redraw_at) scene.redraw_at = at;
}

const Region* find_region(const Scene& scene, const std::string& id) {
  for (const Region& region : scene.regions) {
    if (region.id == id) return &region;
  }
  return nullptr;
}

std::optional<Rect> shown_part(const Scene& scene, const Region& region) {
  if (region.scroll.empty()) return region.rect;
  for (const ScrollArea& area : scene.scrolls) {
    if (area.id == region.scroll) return common(area.rect, region.rect);
  }
  return region.rect;
}

const Region* region_at(const Scene& scene, Point at) {
  for (auto region = scene.regions.rbegin(); region != scene.regions.rend(); ++region) {
    if (!contains(region->rect, at)) continue;
    const std::optional<Rect> shown = shown_part(scene, *region);
    if (shown && contains(*shown, at)) return &*region;
  }
  return nullptr;
}

const Region* drop_at(const Scene& scene, const Action& drag, Point at) {
  const Region* nearest = nullptr;
  float reach = drop_reach;
  for (const Region& region : scene.regions) {
    if (!region.enabled || !region.drop || region.drop->name != drag.name) continue;
    const std::optional<Rect> shown = shown_part(scene, region);
    if (!shown) continue;
    const float away = distance_to(*shown, at);
    if (away > reach || (nearest != nullptr && away >= reach)) continue;
    nearest = &region;
    reach = away;
  }
  return nearest;
}

}  // namespace certamen::ui
