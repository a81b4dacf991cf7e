#include "client/ui/dump.hpp"

#include <fmt/format.h>

#include <cmath>

namespace certamen::ui {

namespace {

long whole(float value) {
  return std::lround(value);
}

std::string words(const Rect& rect) {
  return fmt::format("{},{} {}x{}", whole(rect.x), whole(rect.y), whole(rect.width), whole(rect.height));
}

std::string words(Point point) {
  return fmt::format("{},{}", whole(point.x), whole(point.y));
}

std::string words(Color color) {
  std::string text = fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
  if (color.alpha != 255) text += fmt::format("{:02X}", color.alpha);
  return text;
}

const char* words(Weight weight) {
  switch (weight) {
    case Weight::Regular: return "regular";
    case Weight::Medium: return "medium";
    case Weight::SemiBold: return "semibold";
    case Weight::Bold: return "bold";
  }
  return "";
}

const char* words(ShapeKind kind) {
  switch (kind) {
    case ShapeKind::Triangle: return "triangle";
    case ShapeKind::Circle: return "circle";
    case ShapeKind::Square: return "square";
    case ShapeKind::Diamond: return "diamond";
    case ShapeKind::Pentagon: return "pentagon";
    case ShapeKind::Hexagon: return "hexagon";
  }
  return "";
}

const char* words(MarkKind kind) {
  switch (kind) {
    case MarkKind::Tick: return "tick";
    case MarkKind::Cross: return "cross";
    case MarkKind::Laurel: return "laurel";
    case MarkKind::Person: return "person";
    case MarkKind::People: return "people";
    case MarkKind::Screen: return "screen";
    case MarkKind::Pause: return "pause";
    case MarkKind::Play: return "play";
    case MarkKind::Next: return "next";
    case MarkKind::Back: return "back";
    case MarkKind::Plus: return "plus";
    case MarkKind::Minus: return "minus";
    case MarkKind::Up: return "up";
    case MarkKind::Down: return "down";
    case MarkKind::Lock: return "lock";
    case MarkKind::Clock: return "clock";
    case MarkKind::Book: return "book";
    case MarkKind::Flame: return "flame";
    case MarkKind::Plug: return "plug";
    case MarkKind::Gear: return "gear";
    case MarkKind::Stop: return "stop";
    case MarkKind::Disk: return "disk";
  }
  return "";
}

const char* words(KeyName key) {
  switch (key) {
    case KeyName::Enter: return "Enter";
    case KeyName::Escape: return "Escape";
    case KeyName::Tab: return "Tab";
    case KeyName::Backspace: return "Backspace";
    case KeyName::Delete: return "Delete";
    case KeyName::Left: return "Left";
    case KeyName::Right: return "Right";
    case KeyName::Up: return "Up";
    case KeyName::Down: return "Down";
    case KeyName::Home: return "Home";
    case KeyName::End: return "End";
    case KeyName::PageUp: return "PageUp";
    case KeyName::PageDown: return "PageDown";
    case KeyName::SelectAll: return "SelectAll";
    case KeyName::Copy: return "Copy";
    case KeyName::Cut: return "Cut";
    case KeyName::Undo: return "Undo";
    case KeyName::Redo: return "Redo";
    case KeyName::F1: return "F1";
    case KeyName::F2: return "F2";
    case KeyName::F3: return "F3";
    case KeyName::F4: return "F4";
  }
  return "";
}

const char* words(RegionKind kind) {
  switch (kind) {
    case RegionKind::Button: return "button";
    case RegionKind::Choice: return "choice";
    case RegionKind::Field: return "field";
    case RegionKind::Slider: return "slider";
  }
  return "";
}

std::string words(const Action& action) {
  return fmt::format("{}({})", action.name, action.value);
}

std::string describe(const Box& box) {
  std::string text = fmt::format("box {} radius {}", words(box.rect), whole(box.radius));
  if (box.fill.alpha != 0) text += fmt::format(" fill {}", words(box.fill));
  if (box.outline_width > 0) text += fmt::format(" outline {} {}", words(box.outline), whole(box.outline_width));
  return text;
}

std::string describe(const Shape& shape) {
  return fmt::format("shape {} {} radius {} {}", words(shape.kind), words(shape.centre), whole(shape.radius),
                     words(shape.fill));
}

std::string describe(const Text& text) {
  return fmt::format("text {} {} {}{} {}{} \"{}\"", words(text.baseline), whole(text.font.size), words(text.font.weight),
                     text.font.tabular ? " tabular" : "", words(text.color), text.cut ? " cut" : "", text.text);
}

std::string describe(const Arc& arc) {
  return fmt::format("arc {} radius {} thickness {} from {:.2f} sweep {:.2f} {}", words(arc.centre), whole(arc.radius),
                     whole(arc.thickness), arc.from_turns, arc.sweep_turns, words(arc.color));
}

std::string describe(const ModuleGrid& grid) {
  std::size_t dark = 0;
  for (const bool module : grid.dark) dark += module ? 1U : 0U;
  return fmt::format("qr {} side {} dark {} {}", words(grid.rect), grid.side, dark, words(grid.color));
}

std::string describe(const Line& line) {
  return fmt::format("line {} to {} width {} {}", words(line.from), words(line.to), whole(line.width), words(line.color));
}

std::string describe(const Mark& mark) {
  return fmt::format("mark {} {} size {} {}", words(mark.kind), words(mark.centre), whole(mark.size), words(mark.color));
}

std::string describe(const Clip& clip) {
  return clip.rect ? "clip " + words(*clip.rect) : "clip off";
}

std::string describe(const ScrollArea& area) {
  return fmt::format("scroll {} {} content {} offset {} thumb {}", area.id, words(area.rect), whole(area.content),
                     whole(area.offset), words(area.thumb));
}

std::string describe(const Region& region) {
  std::string text = fmt::format("region {} {} {} order {}{} -> {}", words(region.kind), region.id, words(region.rect),
                                 region.order, region.enabled ? "" : " disabled", words(region.action));
  if (region.drag) text += " drag " + words(*region.drag);
  if (region.drop) text += " drop " + words(*region.drop);
  if (!region.tip.empty()) text += fmt::format(" tip \"{}\"", region.tip);
  if (!region.scroll.empty()) text += " in " + region.scroll;
  return text;
}

std::string describe(const Shortcut& shortcut) {
  const auto* key = std::get_if<KeyName>(&shortcut.key);
  const std::string name = key != nullptr ? words(*key) : fmt::format("'{}'", std::get<std::string>(shortcut.key));
  return fmt::format("key {} -> {}", name, words(shortcut.action));
}

}  // namespace

std::string to_text(const Scene& scene) {
  std::string text = fmt::format("scene {} {}x{} background {}\n", scene.name, whole(scene.size.width),
                                 whole(scene.size.height), words(scene.background));
  if (!scene.first_focus.empty()) text += fmt::format("focus {}\n", scene.first_focus);
  if (scene.redraw_at) text += "redraws\n";
  for (const Primitive& primitive : scene.primitives) {
    text += std::visit([](const auto& drawn) { return describe(drawn); }, primitive) + "\n";
  }
  for (const ScrollArea& area : scene.scrolls) text += describe(area) + "\n";
  for (const Region& region : scene.regions) text += describe(region) + "\n";
  for (const Shortcut& shortcut : scene.shortcuts) text += describe(shortcut) + "\n";
  return text;
}

}  // namespace certamen::ui
