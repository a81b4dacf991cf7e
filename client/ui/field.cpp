#include "client/ui/field.hpp"

#include <algorithm>

#include "client/ui/utf8.hpp"

namespace certamen::ui {

namespace {

constexpr float padding = 24;
constexpr float caret_width = 3;

float width_up_to(const std::string& text, const Font& font, std::size_t position) {
  return text_width(std::string_view{text}.substr(0, offset_of(text, position)), font);
}

// Text that is longer than its field is moved to the left until the caret can be seen, and cut at both ends by whole
// letters.
struct Visible {
  std::string text;
  std::size_t first = 0;  // code points left out before it
};

Visible visible_part(const std::string& text, const Font& font, std::size_t caret, float room) {
  std::size_t first = 0;
  while (first < caret && width_up_to(text, font, caret) - width_up_to(text, font, first) > room) ++first;
  std::string shown = text.substr(offset_of(text, first));
  while (text_width(shown, font) > room) shown.resize(offset_of(shown, code_point_count(shown) - 1));
  return {std::move(shown), first};
}

void erase_selection(TextEdit& edit) {
  const std::size_t from = std::min(edit.caret, edit.anchor);
  const std::size_t to = std::max(edit.caret, edit.anchor);
  const std::size_t begin = offset_of(edit.text, from);
  edit.text.erase(begin, offset_of(edit.text, to) - begin);
  edit.caret = edit.anchor = from;
}

void insert(TextEdit& edit, const std::string& typed, std::size_t length_max) {
  erase_selection(edit);
  std::string clean;
  std::size_t count = code_point_count(edit.text);
  std::size_t added = 0;
  for (const CodePoint& point : code_points(typed)) {
    if (point.value < 0x20 || point.value == 0x7F || count >= length_max) continue;
    append_code_point(clean, point.value);
    ++count;
    ++added;
  }
  edit.text.insert(offset_of(edit.text, edit.caret), clean);
  edit.caret += added;
  edit.anchor = edit.caret;
}

void erase_beside(TextEdit& edit, bool before) {
  if (edit.caret == edit.anchor) {
    if (before && edit.caret > 0) --edit.anchor;
    if (!before && edit.caret < code_point_count(edit.text)) ++edit.anchor;
  }
  erase_selection(edit);
}

void move_to(TextEdit& edit, std::size_t position, bool selecting) {
  edit.caret = position;
  if (!selecting) edit.anchor = position;
}

bool edited_by_key(TextEdit& edit, const Key& key) {
  const std::size_t count = code_point_count(edit.text);
  const bool selected = edit.caret != edit.anchor;
  switch (key.name) {
    case KeyName::Backspace: erase_beside(edit, true); return true;
    case KeyName::Delete: erase_beside(edit, false); return true;
    case KeyName::Left:
      if (selected && !key.shift) {
        move_to(edit, std::min(edit.caret, edit.anchor), false);
      } else {
        move_to(edit, edit.caret > 0 ? edit.caret - 1 : 0, key.shift);
      }
      return true;
    case KeyName::Right:
      if (selected && !key.shift) {
        move_to(edit, std::max(edit.caret, edit.anchor), false);
      } else {
        move_to(edit, std::min(edit.caret + 1, count), key.shift);
      }
      return true;
    case KeyName::Home: move_to(edit, 0, key.shift); return true;
    case KeyName::End: move_to(edit, count, key.shift); return true;
    case KeyName::SelectAll:
      edit.anchor = 0;
      edit.caret = count;
      return true;
    case KeyName::Cut:
      if (!selected) return false;
      erase_selection(edit);
      return true;
    case KeyName::Copy:
    case KeyName::Undo:
    case KeyName::Redo:
    case KeyName::Enter:
    case KeyName::Escape:
    case KeyName::Tab:
    case KeyName::Up:
    case KeyName::Down:
    case KeyName::PageUp:
    case KeyName::PageDown:
    case KeyName::F1:
    case KeyName::F2:
    case KeyName::F3:
    case KeyName::F4: return false;
  }
  return false;
}

void draw_caret(const Kit& kit, const Rect& rect, const Visible& shown, const Font& font, float left) {
  const std::size_t count = code_point_count(shown.text);
  const auto x_of = [&](std::size_t position) {
    const std::size_t local = position > shown.first ? std::min(position - shown.first, count) : 0;
    return left + width_up_to(shown.text, font, local);
  };
  const Rect tall = centred(rect, {rect.width, font.size * 1.25F});
  const float caret = x_of(kit.touch.caret);
  const float anchor = x_of(kit.touch.anchor);
  if (anchor != caret) {
    fill(kit, {std::min(caret, anchor), tall.y, std::abs(caret - anchor), tall.height}, kit.theme.line, 4);
  }
  fill(kit, {caret, tall.y, caret_width, tall.height}, kit.theme.gold);
}

}  // namespace

void field(const Kit& kit, const Rect& rect, const Field& spec) {
  const Theme& theme = kit.theme;
  const bool focused = kit.focused(spec.id);
  const Color edge = !spec.error.empty()    ? theme.wrong
                     : focused              ? theme.gold
                     : kit.hovered(spec.id) ? theme.muted
                                            : theme.line;
  kit.scene.primitives.emplace_back(
      Box{.rect = rect, .radius = corner, .fill = theme.surface, .outline = edge, .outline_width = focused ? 4.0F : 2.0F});
  const Font font{spec.size, spec.weight, false};
  const Rect room = inset(rect, padding, 4);
  const std::size_t caret = std::min(kit.touch.caret, code_point_count(spec.text));
  const Visible shown = visible_part(spec.text, font, focused ? caret : 0, room.width - caret_width);
  // The caret of an empty field stands before its placeholder.
  const Font quiet{std::min(spec.size, lead_size), Weight::Regular, false};
  const float wide = spec.text.empty() ? text_width(spec.placeholder, quiet) : text_width(shown.text, font);
  float left = room.x;
  if (spec.align == Align::Centre) left += (room.width - wide) / 2;
  if (focused) draw_caret(kit, rect, shown, font, spec.text.empty() && spec.align == Align::Centre ? left - 10 : left);
  if (spec.text.empty()) {
    const Rect beside = moved(room, focused && spec.align == Align::Left ? 8.0F : 0.0F, 0);
    write(kit, beside, spec.placeholder, quiet, theme.muted, spec.align);
  } else {
    kit.scene.primitives.emplace_back(
        Text{shown.text, {left, baseline_in(font, room.y, room.height)}, font, theme.text, room, false});
  }
  if (!spec.error.empty()) {
    Rect below{rect.x, rect.bottom() + 4, rect.width, field_error_height - 4};
    const Rect place = take_left(below, 24, 10);
    draw(kit, MarkKind::Cross, {place.centre().x, place.y + 15}, 22, theme.wrong);
    write_fitted(kit, below, spec.error, {Weight::Medium, label_size, label_size_min, 2}, theme.wrong, Align::Left);
  }
  const float origin = left - width_up_to(spec.text, font, shown.first);
  kit.scene.regions.push_back(
      {spec.id, rect, 0, true, RegionKind::Field, {spec.action, 0}, FieldText{spec.text, font, origin}});
}

std::string selected(const TextEdit& edit) {
  const std::size_t begin = offset_of(edit.text, std::min(edit.caret, edit.anchor));
  return edit.text.substr(begin, offset_of(edit.text, std::max(edit.caret, edit.anchor)) - begin);
}

void History::remember(const TextEdit& before, const TextEdit& after) {
  after_.clear();
  const bool letter =
      before.caret == before.anchor && after.caret == before.caret + 1 && after.text.size() > before.text.size();
  const bool goes_on = letter && typing_ && *typing_ == before;
  typing_ = letter ? std::optional{after} : std::nullopt;
  if (goes_on) return;
  if (before_.size() == changes_max) before_.erase(before_.begin());
  before_.push_back(before);
}

bool History::undo(TextEdit& edit) {
  if (before_.empty()) return false;
  after_.push_back(edit);
  edit = before_.back();
  before_.pop_back();
  typing_.reset();
  return true;
}

bool History::redo(TextEdit& edit) {
  if (after_.empty()) return false;
  before_.push_back(edit);
  edit = after_.back();
  after_.pop_back();
  typing_.reset();
  return true;
}

bool edited(TextEdit& edit, const Input& input, std::size_t length_max) {
  const std::size_t count = code_point_count(edit.text);
  edit.caret = std::min(edit.caret, count);
  edit.anchor = std::min(edit.anchor, count);
  if (const auto* typed = std::get_if<Typed>(&input)) {
    insert(edit, typed->text, length_max);
    return true;
  }
  if (const auto* key = std::get_if<Key>(&input)) return edited_by_key(edit, *key);
  return false;
}

}  // namespace certamen::ui
