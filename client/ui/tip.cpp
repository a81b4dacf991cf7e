#include "client/ui/tip.hpp"

#include <algorithm>

namespace certamen::ui {

namespace {

constexpr float width_max = 560;
constexpr float distance = 12;
constexpr float edge = 8;
constexpr std::size_t lines_max = 6;

// The region asked about, if it has something to say.
const Region* asked_about(const Kit& kit) {
  const Touch& touch = kit.touch;
  if (touch.drag && touch.drag->moving) return nullptr;
  const auto saying = [&](const std::string& id) {
    const Region* region = id.empty() ? nullptr : find_region(kit.scene, id);
    return region != nullptr && !region->tip.empty() ? region : nullptr;
  };
  if (const Region* hovered = saying(touch.hovered)) {
    const Moment due = touch.hovered_since + tip_delay;
    if (kit.now >= due) return hovered;
    redraw_by(kit.scene, due);
  }
  return touch.focus_visible ? saying(touch.focused) : nullptr;
}

}  // namespace

void tip(const Kit& kit) {
  const Region* about = asked_about(kit);
  if (about == nullptr) return;
  const Size whole = kit.scene.size;
  const TextBlock block = fitted(about->tip, {width_max, whole.height}, {Weight::Medium, label_size, label_size, lines_max});
  const float width = block.width() + 2 * gap;
  const float height = block.height() + 2 * gap_small;
  const Rect& rect = about->rect;
  const float below = rect.bottom() + distance;
  const float top = below + height + edge <= whole.height ? below : std::max(edge, rect.y - distance - height);
  const float left = std::clamp(rect.centre().x - width / 2, edge, std::max(edge, whole.width - width - edge));
  const Rect panel{left, top, width, height};
  kit.scene.primitives.emplace_back(Box{panel, corner_small, kit.theme.raised, kit.theme.muted, 2});
  Rect inside = inset(panel, gap, gap_small);
  inside.width += 1;  // the block's own width, and what was lost in the cuts
  write(kit, inside, block, kit.theme.text);
}

}  // namespace certamen::ui
