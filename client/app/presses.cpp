#include "client/app/presses.hpp"

#include <algorithm>
#include <functional>

#include "client/screens/screens.hpp"
#include "client/ui/focus.hpp"

namespace certamen::client_app {

namespace {

// Whether two events are the same wish, of those that a scripted person can have.
bool same(const model::Event& left, const model::Event& right) {
  if (left.index() != right.index()) return false;
  if (const auto* toggle = std::get_if<model::ToggleOption>(&left)) {
    return toggle->option == std::get<model::ToggleOption>(right).option;
  }
  if (const auto* command = std::get_if<model::HostCommand>(&left)) {
    return command->command == std::get<model::HostCommand>(right).command;
  }
  if (const auto* reviewed = std::get_if<model::ShowReviewed>(&left)) {
    return reviewed->number == std::get<model::ShowReviewed>(right).number;
  }
  if (const auto* place = std::get_if<model::PlaceOption>(&left)) {
    const auto& other = std::get<model::PlaceOption>(right);
    return place->option == other.option && place->place == other.place;
  }
  if (const auto* match = std::get_if<model::MatchOption>(&left)) {
    const auto& other = std::get<model::MatchOption>(right);
    return match->option == other.option && match->match == other.match;
  }
  if (const auto* certainty = std::get_if<model::SetCertainty>(&left)) {
    return certainty->certainty == std::get<model::SetCertainty>(right).certainty;
  }
  if (const auto* paper = std::get_if<model::ShowPaperQuestion>(&left)) {
    return paper->number == std::get<model::ShowPaperQuestion>(right).number;
  }
  if (const auto* team = std::get_if<model::ChooseTeam>(&left)) return team->team == std::get<model::ChooseTeam>(right).team;
  return std::holds_alternative<model::ConfirmAnswer>(left) || std::holds_alternative<model::OpenReview>(left) ||
         std::holds_alternative<model::ToggleFlag>(left);
}

using Inputs = std::vector<ui::Input>;
using Suits = std::function<bool(const ui::Action&)>;

// A board on which the hands work.
struct Table {
  const screens::ViewState& state;
  const ui::Scene& scene;
  Hands hands;
};

// What is scrolled out of sight is brought there by the wheel, one turn after the other.
Inputs click(const ui::Scene& scene, const ui::Region& region) {
  const auto area = std::find_if(scene.scrolls.begin(), scene.scrolls.end(),
                                 [&](const ui::ScrollArea& each) { return each.id == region.scroll; });
  const std::optional<ui::Rect> shown = ui::shown_part(scene, region);
  if (area != scene.scrolls.end() && (!shown || !ui::contains(*shown, region.rect.centre()))) {
    const float steps = region.rect.centre().y > area->rect.centre().y ? -1.0F : 1.0F;
    return {ui::Wheel{area->rect.centre(), steps}};
  }
  const ui::Point at = region.rect.centre();
  return {ui::Pointer{ui::PointerAction::Moved, at}, ui::Pointer{ui::PointerAction::Pressed, at},
          ui::Pointer{ui::PointerAction::Released, at}};
}

// One step towards a region, or its activation once it has the focus.
Inputs walk(const Table& table, const ui::Region& region) {
  const ui::Region* focused = ui::focused_region(table.scene, table.state.touch);
  if (focused == nullptr || focused->id != region.id) return {ui::Key{ui::KeyName::Tab}};
  return {ui::Typed{" "}};
}

// A letter pressed in a field is written there.
std::optional<Inputs> press(const Table& table, const ui::Shortcut& shortcut) {
  if (const auto* name = std::get_if<ui::KeyName>(&shortcut.key)) {
    // A button that was walked to takes Enter for itself.
    const bool walked = *name == ui::KeyName::Enter && table.state.touch.focus_visible;
    if (walked) return std::nullopt;
    return Inputs{ui::Key{*name}};
  }
  const ui::Region* focused = ui::focused_region(table.scene, table.state.touch);
  if (focused != nullptr && focused->field) return std::nullopt;
  return Inputs{ui::Typed{std::get<std::string>(shortcut.key)}};
}

std::optional<Inputs> reach(const Table& table, const Suits& suits) {
  if (table.hands != Hands::Mouse) {
    for (const auto& shortcut : table.scene.shortcuts) {
      if (!suits(shortcut.action)) continue;
      if (auto inputs = press(table, shortcut)) return inputs;
    }
  }
  for (const auto& region : table.scene.regions) {
    if (!region.enabled || region.field || !suits(region.action)) continue;
    return table.hands == Hands::Keys ? walk(table, region) : click(table.scene, region);
  }
  return std::nullopt;
}

// Cards and items are taken up before they are put somewhere.
std::optional<ui::Action> taking(const model::Event& wish) {
  if (const auto* place = std::get_if<model::PlaceOption>(&wish)) return ui::Action{"hold", place->option};
  if (const auto* match = std::get_if<model::MatchOption>(&wish)) return ui::Action{"item", match->option};
  return std::nullopt;
}

std::optional<Inputs> fill(const Table& table, const ui::Region* field, const std::string& text) {
  if (field == nullptr || !field->enabled || !field->field) return std::nullopt;
  const ui::Region* focused = ui::focused_region(table.scene, table.state.touch);
  const bool there = focused != nullptr && focused->id == field->id;
  if (!there && table.hands == Hands::Keys) return Inputs{ui::Key{ui::KeyName::Tab}};
  Inputs inputs;
  if (!there) inputs = click(table.scene, *field);
  if (!field->field->text.empty()) inputs.emplace_back(ui::Key{ui::KeyName::SelectAll});
  inputs.emplace_back(ui::Typed{text});
  return inputs;
}

// An arrow's step, or a press where the value lies.
std::optional<Inputs> slide(const Table& table, const SlideTo& wish) {
  const ui::Region* region = ui::find_region(table.scene, wish.slider);
  if (region == nullptr || !region->enabled || !region->slider) return std::nullopt;
  const ui::SliderRange& range = *region->slider;
  if (table.hands == Hands::Keys) {
    const ui::Region* focused = ui::focused_region(table.scene, table.state.touch);
    if (focused == nullptr || focused->id != region->id) return Inputs{ui::Key{ui::KeyName::Tab}};
    return Inputs{ui::Key{wish.value < range.value ? ui::KeyName::Left : ui::KeyName::Right}};
  }
  const float share = static_cast<float>(wish.value) / static_cast<float>(range.max);
  const ui::Point at{range.left + range.width * share, region->rect.centre().y};
  return Inputs{ui::Pointer{ui::PointerAction::Moved, at}, ui::Pointer{ui::PointerAction::Pressed, at},
                ui::Pointer{ui::PointerAction::Released, at}};
}

const ui::Region* first_field(const ui::Scene& scene) {
  const auto field = std::find_if(scene.regions.begin(), scene.regions.end(),
                                  [](const ui::Region& region) { return region.field && region.enabled; });
  return field == scene.regions.end() ? nullptr : &*field;
}

std::optional<Inputs> presses(const Table& table, const model::Event& wish, const model::Model& model) {
  if (const auto* text = std::get_if<model::SetNumericText>(&wish)) {
    return fill(table, first_field(table.scene), text->text);
  }
  if (const auto* text = std::get_if<model::SetAnswerText>(&wish)) return fill(table, first_field(table.scene), text->text);
  auto inputs = reach(table, [&](const ui::Action& action) {
    screens::ViewState trial = table.state;
    std::vector<model::Event> events;
    if (!screens::act(model, trial, action, events)) return false;
    if (trial.missed_only != table.state.missed_only) return false;  // a filter that only happens to lead there
    return std::any_of(events.begin(), events.end(), [&](const model::Event& event) { return same(event, wish); });
  });
  const auto take = taking(wish);
  if (inputs || !take) return inputs;
  return reach(table, [&](const ui::Action& action) { return action == *take; });
}

}  // namespace

std::optional<std::vector<ui::Input>> presses_for(const Wish& wish, const model::Model& model,
                                                  const screens::ViewState& state, const ui::Scene& scene, Hands hands) {
  const Table table{state, scene, hands};
  if (const auto* event = std::get_if<model::Event>(&wish)) return presses(table, *event, model);
  if (const auto* into = std::get_if<FillField>(&wish)) return fill(table, ui::find_region(scene, into->field), into->text);
  if (const auto* place = std::get_if<SlideTo>(&wish)) return slide(table, *place);
  const auto& wanted = std::get<ui::Action>(wish);
  return reach(table, [&](const ui::Action& action) { return action == wanted; });
}

}  // namespace certamen::client_app
