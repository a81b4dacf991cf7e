// From what hands do to what the person wants, by the regions and keys that the scene itself names.
#include <algorithm>
#include <optional>

#include "client/screens/canvas.hpp"
#include "client/screens/review_search.hpp"
#include "client/screens/screens.hpp"
#include "client/ui/controls.hpp"
#include "client/ui/field.hpp"
#include "client/ui/focus.hpp"
#include "client/ui/scroll.hpp"
#include "client/ui/utf8.hpp"

namespace certamen::screens {

namespace {

constexpr std::size_t name_letters_max = wire::name_graphemes_max;
constexpr std::size_t code_letters_max = 64;  // a whole join line may be pasted
constexpr std::size_t address_letters_max = 80;
constexpr std::size_t number_letters_max = 24;
constexpr std::size_t answer_letters_max = wire::text_answer_bytes_max / 2;
constexpr std::size_t search_letters_max = 60;
constexpr std::string_view join_scheme = "certamen://";

using Events = std::vector<model::Event>;

struct Hands {
  const model::Model& model;
  ViewState& state;
  const ui::Scene& scene;
  model::Instant now;
  Events events;

  void act_on(const ui::Action& action) { (void)act(model, state, action, events); }
};

// ---- fields ----

std::size_t length_max(const std::string& field) {
  if (field == "text.name") return name_letters_max;
  if (field == "text.code") return code_letters_max;
  if (field == "text.number") return number_letters_max;
  if (field == "text.answer" || field == "text.spelling") return answer_letters_max;
  if (field == "text.member") return name_letters_max;
  if (field == "text.key" || field == "text.tolerance") return number_letters_max;
  if (field == "text.search") return search_letters_max;
  return address_letters_max;
}

// A code field also takes the line behind a QR code: it fills address and code.
Events code_events(const std::string& text) {
  const std::size_t slash = text.rfind('/');
  if (!text.starts_with(join_scheme) || slash == std::string::npos || slash <= join_scheme.size()) {
    return {model::SetCode{text}};
  }
  return {model::SetAddress{text.substr(join_scheme.size(), slash - join_scheme.size())},
          model::SetCode{text.substr(slash + 1)}};
}

Events field_events(const std::string& action, const std::string& text) {
  if (action == "text.name") return {model::SetName{text}};
  if (action == "text.address") return {model::SetAddress{text}};
  if (action == "text.code") return code_events(text);
  if (action == "text.password") return {model::SetPassword{text}};
  if (action == "text.number") return {model::SetNumericText{text}};
  if (action == "text.answer") return {model::SetAnswerText{text}};
  if (action == "text.member") return {model::SetMemberName{text}};
  if (action == "text.key") return {model::SetKeyText{model::KeyField::Number, text}};
  if (action == "text.tolerance") return {model::SetKeyText{model::KeyField::Tolerance, text}};
  if (action == "text.spelling") return {model::SetKeyText{model::KeyField::Spelling, text}};
  return {};
}

// What is looked for is no business of the model; only the question that a review shows follows it.
void look_for(Hands& hands, const std::string& text) {
  hands.state.search = text;
  hands.state.page = 0;
  if (hands.scene.name == "review") follow_search(hands.model, hands.state, hands.events);
}

// True when the field took the input.
bool edit(Hands& hands, const ui::Region& field, const ui::Input& input) {
  const std::size_t end = ui::code_point_count(field.field->text);
  const ui::TextEdit before{field.field->text, std::min(hands.state.touch.caret, end),
                            std::min(hands.state.touch.anchor, end)};
  ui::TextEdit text = before;
  const auto* key = std::get_if<ui::Key>(&input);
  const bool copies = key != nullptr && (key->name == ui::KeyName::Copy || key->name == ui::KeyName::Cut);
  if (copies) hands.state.copied = ui::selected(before);
  if (key != nullptr && key->name == ui::KeyName::Undo) {
    if (!hands.state.history.undo(text)) return true;
  } else if (key != nullptr && key->name == ui::KeyName::Redo) {
    if (!hands.state.history.redo(text)) return true;
  } else if (!ui::edited(text, input, length_max(field.action.name))) {
    return copies;
  } else if (text.text != before.text) {
    hands.state.history.remember(before, text);
  }
  hands.state.touch.focused = field.id;  // a form may show the field only while it is empty or has the focus
  hands.state.touch.caret = text.caret;
  hands.state.touch.anchor = text.anchor;
  if (text.text != field.field->text && field.action.name == "text.search") {
    look_for(hands, text.text);
  } else if (text.text != field.field->text) {
    Events changes = field_events(field.action.name, text.text);
    hands.events.insert(hands.events.end(), changes.begin(), changes.end());
  }
  return true;
}

// ---- focus ----

void focus(Hands& hands, const std::string& id, bool visible) {
  if (id.empty()) return;
  ui::Touch& touch = hands.state.touch;
  if (touch.focused != id) {
    touch.caret = touch.anchor = ui::text_end;
    hands.state.history = {};
  }
  touch.focused = id;
  touch.focus_visible = visible;
  if (visible) ui::bring_into_view(hands.scene, touch, id);
}

void activate(Hands& hands, const ui::Region& region) {
  const bool pressed = region.kind == ui::RegionKind::Button || region.kind == ui::RegionKind::Choice;
  if (region.enabled && pressed) hands.act_on(region.action);
}

void slide(Hands& hands, const ui::Region& region, std::int64_t value) {
  if (value != region.slider->value) hands.act_on({region.action.name, value});
}

bool shortcut(Hands& hands, const std::variant<ui::KeyName, std::string>& key) {
  for (const ui::Shortcut& each : hands.scene.shortcuts) {
    if (each.key != key) continue;
    hands.act_on(each.action);
    return true;
  }
  return false;
}

// ---- inputs ----

void on_enter(Hands& hands, const ui::Region* focused) {
  // A button that was walked to means itself; everywhere else Enter means what the screen says.
  const bool walked = focused != nullptr && hands.state.touch.focus_visible && focused->kind == ui::RegionKind::Button;
  if (walked) {
    activate(hands, *focused);
    return;
  }
  if (shortcut(hands, ui::KeyName::Enter)) return;
  if (focused != nullptr) activate(hands, *focused);
}

void on(Hands& hands, const ui::Key& key) {
  const ui::Region* focused = ui::focused_region(hands.scene, hands.state.touch);
  if (focused != nullptr && focused->field && edit(hands, *focused, key)) return;
  switch (key.name) {
    case ui::KeyName::Enter: on_enter(hands, focused); return;
    case ui::KeyName::Tab: focus(hands, ui::next_focus(hands.scene, hands.state.touch, !key.shift), true); return;
    case ui::KeyName::Left:
    case ui::KeyName::Right:
    case ui::KeyName::Up:
    case ui::KeyName::Down:
      if (focused != nullptr && focused->slider && (key.name == ui::KeyName::Left || key.name == ui::KeyName::Right)) {
        slide(hands, *focused, ui::slider_step(*focused->slider, key.name == ui::KeyName::Right));
        return;
      }
      if (shortcut(hands, key.name)) return;
      if (ui::scroll_by_key(hands.scene, hands.state.touch, key.name)) return;
      focus(hands, ui::neighbour(hands.scene, hands.state.touch, key.name), true);
      return;
    case ui::KeyName::PageUp:
    case ui::KeyName::PageDown:
    case ui::KeyName::Home:
    case ui::KeyName::End:
      if (!ui::scroll_by_key(hands.scene, hands.state.touch, key.name)) (void)shortcut(hands, key.name);
      return;
    case ui::KeyName::Escape:
    case ui::KeyName::F1:
    case ui::KeyName::F2:
    case ui::KeyName::F3:
    case ui::KeyName::F4: (void)shortcut(hands, key.name); return;
    case ui::KeyName::Backspace:
    case ui::KeyName::Delete:
    case ui::KeyName::SelectAll:
    case ui::KeyName::Copy:
    case ui::KeyName::Cut:
    case ui::KeyName::Undo:
    case ui::KeyName::Redo: return;
  }
}

std::string lower(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

void on(Hands& hands, const ui::Typed& typed) {
  const ui::Region* focused = ui::focused_region(hands.scene, hands.state.touch);
  if (focused != nullptr && focused->field) {
    (void)edit(hands, *focused, typed);
    return;
  }
  if (typed.text == " ") {
    if (focused != nullptr) activate(hands, *focused);
    return;
  }
  if (shortcut(hands, lower(typed.text))) return;
  // Whoever uses the mouse and then types means the screen's field.
  const ui::Region* first = ui::find_region(hands.scene, hands.scene.first_focus);
  if (first == nullptr || !first->field || hands.state.touch.focus_visible) return;
  focus(hands, first->id, false);
  (void)edit(hands, *first, typed);
}

// Follows what the pointer holds; true when letting go of it was all that the input meant.
bool drag(Hands& hands, const ui::Pointer& pointer) {
  std::optional<ui::Drag>& held = hands.state.touch.drag;
  if (!held) return false;
  if (pointer.action == ui::PointerAction::Moved) {
    held->at = pointer.at;
    const float away = ui::distance_to({held->from.x, held->from.y, 0, 0}, pointer.at);
    held->moving = held->moving || away >= ui::drag_threshold;
    return false;
  }
  const ui::Drag dropped = *held;
  held.reset();
  if (pointer.action != ui::PointerAction::Released || !dropped.moving) return false;
  hands.state.held = 0;
  const ui::Region* source = ui::find_region(hands.scene, dropped.id);
  if (source == nullptr || !source->drag) return true;
  const ui::Region* target = ui::drop_at(hands.scene, *source->drag, pointer.at);
  if (target != nullptr) hands.act_on({source->drag->name, source->drag->value + target->drop->value});
  return true;
}

void on(Hands& hands, const ui::Pointer& pointer) {
  ui::Touch& touch = hands.state.touch;
  const ui::Region* region = pointer.action == ui::PointerAction::Left ? nullptr : ui::region_at(hands.scene, pointer.at);
  const std::string over = region != nullptr && region->enabled ? region->id : "";
  if (over != touch.hovered || pointer.action == ui::PointerAction::Pressed) {
    touch.hovered_since = hands.now.time_since_epoch();
  }
  touch.hovered = over;
  if (pointer.action == ui::PointerAction::Released) touch.sliding.clear();
  if (const ui::Region* held = ui::find_region(hands.scene, touch.sliding); held != nullptr && held->slider) {
    if (pointer.action == ui::PointerAction::Moved) slide(hands, *held, ui::slider_value(*held->slider, pointer.at.x));
    return;
  }
  if (drag(hands, pointer) || ui::scroll_by_pointer(hands.scene, touch, pointer)) return;
  if (pointer.action != ui::PointerAction::Pressed || region == nullptr || !region->enabled) return;
  focus(hands, region->id, false);
  if (region->field) {
    const float x = pointer.at.x - region->field->left;
    touch.caret = touch.anchor = ui::position_at(region->field->text, region->field->font, x);
    return;
  }
  if (region->slider) {
    touch.sliding = region->id;
    slide(hands, *region, ui::slider_value(*region->slider, pointer.at.x));
    return;
  }
  if (region->drag) touch.drag = ui::Drag{region->id, pointer.at, pointer.at};
  activate(hands, *region);
}

void on(Hands& hands, const ui::Wheel& wheel) {
  if (wheel.steps == 0 || ui::scroll_by_wheel(hands.scene, hands.state.touch, wheel)) return;
  (void)shortcut(hands, wheel.steps > 0 ? ui::KeyName::PageUp : ui::KeyName::PageDown);
}

}  // namespace

std::vector<model::Event> on_input(const model::Model& model, ViewState& state, const ui::Input& input, model::Instant now,
                                   ui::Size window_pixels) {
  const ui::Scene scene = view(model, state, now, window_pixels);
  const model::Stage stage = model::stage(model, now);
  const Overlay overlay = overlay_of(model, state, stage);
  if (state.scene != scene.name) enter(state, scene.name, page_name(model, state, stage));
  ui::forget_scrolled(scene, state.touch);
  // What the match has gone on from does not come back unasked.
  if (overlay == Overlay::None) state.overlay = Overlay::None;
  Hands hands{model, state, scene, now, {}};
  std::visit([&hands](const auto& each) { on(hands, each); }, input);
  return std::move(hands.events);
}

}  // namespace certamen::screens
