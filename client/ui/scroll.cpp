#include "client/ui/scroll.hpp"

#include <algorithm>
#include <cmath>

namespace certamen::ui {

namespace {

constexpr float bar_width = 12;
constexpr float ring_room = 10;
constexpr float thumb_height_min = 48;
constexpr float page_overlap = 64;  // of what was seen before, so that one finds the line again

const ScrollArea* area_called(const Scene& scene, const std::string& id) {
  for (const ScrollArea& area : scene.scrolls) {
    if (area.id == id) return &area;
  }
  return nullptr;
}

float offset_of(const Touch& touch, const std::string& id) {
  for (const Scrolled& each : touch.scrolled) {
    if (each.id == id) return each.offset;
  }
  return 0;
}

Rect thumb_of(const Rect& bar, const Rect& seen, float content, float offset) {
  const float height = std::min(bar.height, std::max(thumb_height_min, bar.height * seen.height / content));
  const float way = (bar.height - height) * offset / (content - seen.height);
  return {bar.x, bar.y + way, bar.width, height};
}

void draw_bar(const Kit& kit, const ScrollArea& area) {
  const bool held = kit.touch.scroll_hold && kit.touch.scroll_hold->id == area.id;
  const Rect track{area.bar.right() - bar_width, area.bar.y, bar_width, area.bar.height};
  fill(kit, track, faded(kit.theme.line, 0.5F), bar_width / 2);
  fill(kit, {track.x, area.thumb.y, bar_width, area.thumb.height}, held ? kit.theme.gold : kit.theme.muted, bar_width / 2);
}

bool walks_inside(const Scene& scene, const ScrollArea& area) {
  return std::any_of(scene.regions.begin(), scene.regions.end(),
                     [&](const Region& region) { return region.enabled && region.scroll == area.id; });
}

}  // namespace

void scroll(const Kit& kit, const Rect& room, const ScrollContent& content) {
  if (content.height(room.width) <= room.height) {
    content.draw(room, room);
    return;
  }
  ScrollArea area{.id = content.id, .rect = room, .bar = {}, .thumb = {}};
  area.bar = take_right(area.rect, scroll_gutter);
  area.content = std::max(content.height(area.rect.width), area.rect.height + 1);
  area.offset = std::clamp(offset_of(kit.touch, content.id), 0.0F, area.offset_max());
  area.thumb = thumb_of(area.bar, area.rect, area.content, area.offset);
  const std::size_t before = kit.scene.regions.size();
  // A ring around what has the focus stands a little beside it.
  const Rect clip{area.rect.x - ring_room, area.rect.y, area.rect.width + 2 * ring_room, area.rect.height};
  kit.scene.primitives.emplace_back(Clip{clip});
  content.draw({area.rect.x, area.rect.y - area.offset, area.rect.width, area.content}, area.rect);
  kit.scene.primitives.emplace_back(Clip{});
  for (std::size_t i = before; i < kit.scene.regions.size(); ++i) kit.scene.regions[i].scroll = area.id;
  draw_bar(kit, area);
  kit.scene.scrolls.push_back(std::move(area));
}

const ScrollArea* scroll_at(const Scene& scene, Point at) {
  for (const ScrollArea& area : scene.scrolls) {
    if (contains(area.rect, at) || contains(area.bar, at)) return &area;
  }
  return nullptr;
}

const ScrollArea* scroll_for_keys(const Scene& scene, const Touch& touch) {
  const Region* focused = find_region(scene, touch.focused);
  const ScrollArea* around = focused == nullptr ? nullptr : area_called(scene, focused->scroll);
  if (around != nullptr) return around;
  return scene.scrolls.empty() ? nullptr : &scene.scrolls.front();
}

void scroll_to(Touch& touch, const ScrollArea& area, float offset) {
  const float bounded = std::clamp(offset, 0.0F, area.offset_max());
  for (Scrolled& each : touch.scrolled) {
    if (each.id != area.id) continue;
    each.offset = bounded;
    return;
  }
  touch.scrolled.push_back({area.id, bounded});
}

bool scroll_by_key(const Scene& scene, Touch& touch, KeyName key) {
  const ScrollArea* area = scroll_for_keys(scene, touch);
  if (area == nullptr) return false;
  const float page = std::max(scroll_step, area->rect.height - page_overlap);
  if (key == KeyName::PageUp || key == KeyName::PageDown) {
    scroll_to(touch, *area, area->offset + (key == KeyName::PageDown ? page : -page));
    return true;
  }
  if (key == KeyName::Home || key == KeyName::End) {
    scroll_to(touch, *area, key == KeyName::End ? area->offset_max() : 0);
    return true;
  }
  if ((key != KeyName::Up && key != KeyName::Down) || walks_inside(scene, *area)) return false;
  const bool can = key == KeyName::Down ? area->offset + 1 < area->offset_max() : area->offset >= 1;
  if (can) scroll_to(touch, *area, area->offset + (key == KeyName::Down ? scroll_step : -scroll_step));
  return can;
}

bool scroll_by_wheel(const Scene& scene, Touch& touch, const Wheel& wheel) {
  const ScrollArea* area = scroll_at(scene, wheel.at);
  if (area == nullptr) area = scroll_for_keys(scene, touch);
  if (area != nullptr) scroll_to(touch, *area, area->offset - wheel.steps * scroll_step);
  return area != nullptr;
}

bool scroll_by_pointer(const Scene& scene, Touch& touch, const Pointer& pointer) {
  if (pointer.action == PointerAction::Pressed) {
    const ScrollArea* area = scroll_at(scene, pointer.at);
    const Region* region = region_at(scene, pointer.at);
    if (area == nullptr || (region != nullptr && region->enabled)) return false;
    touch.scroll_hold = ScrollHold{area->id, pointer.at.y, area->offset, contains(area->bar, pointer.at)};
    const bool on_thumb = pointer.at.y >= area->thumb.y && pointer.at.y < area->thumb.bottom();
    if (!touch.scroll_hold->by_bar || on_thumb) return true;
    // Beside the thumb: it comes there.
    const float way = std::max(1.0F, area->bar.height - area->thumb.height);
    scroll_to(touch, *area, (pointer.at.y - area->bar.y - area->thumb.height / 2) / way * area->offset_max());
    touch.scroll_hold->from_offset = offset_of(touch, area->id);
    return true;
  }
  if (!touch.scroll_hold) return false;
  const ScrollHold hold = *touch.scroll_hold;
  const ScrollArea* area = area_called(scene, hold.id);
  if (pointer.action != PointerAction::Moved || area == nullptr) {
    touch.scroll_hold.reset();
    return pointer.action == PointerAction::Released;
  }
  const float away = pointer.at.y - hold.from_y;
  const float way = std::max(1.0F, area->bar.height - area->thumb.height);
  scroll_to(touch, *area, hold.from_offset + (hold.by_bar ? away / way * area->offset_max() : -away));
  return true;
}

void bring_into_view(const Scene& scene, Touch& touch, const std::string& region) {
  const Region* wanted = find_region(scene, region);
  const ScrollArea* area = wanted == nullptr ? nullptr : area_called(scene, wanted->scroll);
  if (area == nullptr) return;
  const float below = wanted->rect.bottom() + gap - area->rect.bottom();
  const float above = area->rect.y + gap - wanted->rect.y;
  if (below > 0) scroll_to(touch, *area, area->offset + std::min(below, -above));
  if (above > 0) scroll_to(touch, *area, area->offset - above);
}

void forget_scrolled(const Scene& scene, Touch& touch) {
  std::erase_if(touch.scrolled, [&](const Scrolled& each) { return area_called(scene, each.id) == nullptr; });
  if (touch.scroll_hold && area_called(scene, touch.scroll_hold->id) == nullptr) touch.scroll_hold.reset();
}

}  // namespace certamen::ui
