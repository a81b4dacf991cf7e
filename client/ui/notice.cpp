#include "client/ui/notice.hpp"

#include <algorithm>
#include <qrcodegen/qrcodegen.hpp>

namespace certamen::ui {

namespace {

constexpr float toast_top = 16;
constexpr float toast_height = 76;
constexpr float toast_width_max = 1240;
constexpr Moment spinner_turn = std::chrono::milliseconds{1400};
constexpr Moment spinner_step = std::chrono::milliseconds{40};
constexpr int quiet_modules = 3;

}  // namespace

void banner(const Kit& kit, const Banner& spec) {
  const Theme& theme = kit.theme;
  const Rect strip{0, 0, kit.scene.size.width, banner_height};
  fill(kit, strip, spec.background);
  Rect inside = inset(strip, kit.scene.size.width * 0.04F, 12);
  draw(kit, spec.mark, take_left(inside, 60, gap_large).centre(), 56, theme.on_accent);
  if (spec.button) {
    const Rect place = take_right(inside, button_width(*spec.button), gap_large);
    button(kit, centred(place, {place.width, control_height}), *spec.button);
  }
  const Rect title = take_top(inside, 42);
  write_fitted(kit, title, spec.title, {Weight::Bold, lead_size, body_size, 1}, theme.on_accent, Align::Left,
               VerticalAlign::Middle);
  write_fitted(kit, inside, spec.detail, {Weight::Medium, body_size, label_size_min, 1}, theme.on_accent, Align::Left,
               VerticalAlign::Middle);
}

void toast(const Kit& kit, const Toast& spec) {
  const Theme& theme = kit.theme;
  const float whole = kit.scene.size.width - spec.right_room;
  const float room = std::min(toast_width_max, whole - 160) - 140;
  const TextBlock block = fitted(spec.text, {room, toast_height - 12}, {Weight::Medium, body_size, label_size_min, 2});
  const float width = block.width() + 140;
  const Rect rect{(whole - width) / 2, toast_top, width, toast_height};
  kit.scene.primitives.emplace_back(Box{rect, toast_height / 2, theme.raised, theme.muted, 2});
  Rect inside = inset(rect, 40, 6);
  draw(kit, spec.mark, take_left(inside, 36, gap_large).centre(), 36, spec.color);
  inside.width = block.width() + 1;
  write(kit, inside, block, theme.text, Align::Left, VerticalAlign::Middle);
}

Rect dialogue(const Kit& kit, Size size, float as_high_as) {
  const Theme& theme = kit.theme;
  const Rect whole{0, 0, kit.scene.size.width, kit.scene.size.height};
  kit.scene.regions.clear();
  kit.scene.shortcuts.clear();
  kit.scene.scrolls.clear();
  kit.scene.first_focus.clear();
  if (!kit.scene.primitives.empty()) fill(kit, whole, theme.scrim);
  const float high = std::max(size.height, as_high_as);
  Rect panel = centred(whole, {std::min(size.width, whole.width - 96), std::min(high, whole.height - 96)});
  panel.height = std::min(panel.height, size.height);
  kit.scene.primitives.emplace_back(Box{panel, corner * 2, theme.surface, theme.line, 2});
  return inset(panel, 56, dialogue_margin);
}

void spinner(const Kit& kit, Point centre, float radius) {
  const float turns =
      kit.still ? 0 : static_cast<float>(kit.now.count() % spinner_turn.count()) / static_cast<float>(spinner_turn.count());
  kit.scene.primitives.emplace_back(Arc{centre, radius, radius * 0.16F, 0, 1, kit.theme.raised});
  kit.scene.primitives.emplace_back(Arc{centre, radius, radius * 0.16F, turns, 0.28F, kit.theme.gold});
  if (!kit.still) redraw_by(kit.scene, kit.now + spinner_step);
}

void qr_code(const Kit& kit, const Rect& square, const std::string& text) {
  const qrcodegen::QrCode code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  const int side = code.getSize();
  fill(kit, square, kit.theme.paper, corner);
  const float module = square.width / static_cast<float>(side + 2 * quiet_modules);
  ModuleGrid grid;
  grid.rect = inset(square, module * quiet_modules);
  grid.side = static_cast<std::uint32_t>(side);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) grid.dark.push_back(code.getModule(x, y));
  }
  grid.color = kit.theme.ink;
  kit.scene.primitives.emplace_back(std::move(grid));
}

}  // namespace certamen::ui
