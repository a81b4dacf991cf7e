#include "client/ui/focus.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace certamen::ui {

namespace {

std::vector<const Region*> in_order(const Scene& scene) {
  std::vector<const Region*> regions;
  for (const Region& region : scene.regions) {
    if (region.enabled) regions.push_back(&region);
  }
  std::stable_sort(regions.begin(), regions.end(), [](const Region* a, const Region* b) { return a->order < b->order; });
  return regions;
}

// How far `to` lies from `from` in the direction, the way across counted double; nothing when it is not on that side.
std::optional<float> distance(const Rect& from, const Rect& to, KeyName arrow) {
  const Point a = from.centre();
  const Point b = to.centre();
  const bool sideways = arrow == KeyName::Left || arrow == KeyName::Right;
  const float forward = arrow == KeyName::Left || arrow == KeyName::Up ? -1.0F : 1.0F;
  const float along = forward * (sideways ? b.x - a.x : b.y - a.y);
  if (along < 1) return std::nullopt;
  const float reach_from = sideways ? from.y : from.x;
  const float reach_end = sideways ? from.bottom() : from.right();
  const float other_from = sideways ? to.y : to.x;
  const float other_end = sideways ? to.bottom() : to.right();
  const float across = std::max({0.0F, other_from - reach_end, reach_from - other_end});
  const float offset = std::abs(sideways ? b.y - a.y : b.x - a.x);
  return along + 4 * across + offset / 4;
}

}  // namespace

const Region* focused_region(const Scene& scene, const Touch& touch) {
  const Region* region = touch.focused.empty() ? nullptr : find_region(scene, touch.focused);
  if (region == nullptr || !region->enabled) region = find_region(scene, scene.first_focus);
  return region != nullptr && region->enabled ? region : nullptr;
}

std::string next_focus(const Scene& scene, const Touch& touch, bool forward) {
  const std::vector<const Region*> regions = in_order(scene);
  if (regions.empty()) return {};
  const Region* current = focused_region(scene, touch);
  const auto found = std::find(regions.begin(), regions.end(), current);
  if (found == regions.end()) return forward ? regions.front()->id : regions.back()->id;
  const auto index = static_cast<std::size_t>(found - regions.begin());
  const std::size_t count = regions.size();
  return regions[(index + (forward ? 1 : count - 1)) % count]->id;
}

std::string neighbour(const Scene& scene, const Touch& touch, KeyName arrow) {
  const Region* current = focused_region(scene, touch);
  if (current == nullptr) return next_focus(scene, touch, arrow == KeyName::Right || arrow == KeyName::Down);
  float nearest = std::numeric_limits<float>::max();
  std::string id;
  for (const Region& region : scene.regions) {
    if (!region.enabled || region.id == current->id) continue;
    // What is scrolled out of sight is beside its neighbours in the same area alone.
    const bool together = region.scroll == current->scroll;
    const std::optional<Rect> to = together ? region.rect : shown_part(scene, region);
    const std::optional<Rect> from = together ? current->rect : shown_part(scene, *current);
    const std::optional<float> away = to ? distance(from.value_or(current->rect), *to, arrow) : std::nullopt;
    if (!away || *away >= nearest) continue;
    nearest = *away;
    id = region.id;
  }
  return id;
}

}  // namespace certamen::ui
