#include "client/app/presses.hpp"

#include <algorithm>

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
  return std::holds_alternative<model::ConfirmAnswer>(left) || std::holds_alternative<model::OpenReview>(left);
}

bool leads_to(const ui::Action& action, const model::Event& wish, const model::Model& model,
              const screens::ViewState& state) {
  screens::ViewState trial = state;
  std::vector<model::Event> events;
  if (!screens::act(model, trial, action, events)) return false;
  return std::any_of(events.begin(), events.end(), [&](const model::Event& event) { return same(event, wish); });
}

std::vector<ui::Input> press(const ui::Shortcut& shortcut) {
  if (const auto* name = std::get_if<ui::KeyName>(&shortcut.key)) return {ui::Key{*name}};
  return {ui::Typed{std::get<std::string>(shortcut.key)}};
}

std::vector<ui::Input> click(const ui::Region& region) {
  const ui::Point at{region.rect.x + region.rect.width / 2, region.rect.y + region.rect.height / 2};
  return {ui::Pointer{ui::PointerAction::Moved, at}, ui::Pointer{ui::PointerAction::Pressed, at},
          ui::Pointer{ui::PointerAction::Released, at}};
}

// Cards and items are taken up before they are put somewhere.
std::optional<ui::Action> taking(const model::Event& wish) {
  if (const auto* place = std::get_if<model::PlaceOption>(&wish)) return ui::Action{"hold", place->option};
  if (const auto* match = std::get_if<model::MatchOption>(&wish)) return ui::Action{"item", match->option};
  return std::nullopt;
}

std::optional<std::vector<ui::Input>> typing(const std::string& text, const screens::ViewState& state,
                                             const ui::Scene& scene) {
  const auto is_field = [](const ui::Region& region) { return region.kind == ui::RegionKind::Field && region.enabled; };
  const auto field = std::find_if(scene.regions.begin(), scene.regions.end(), is_field);
  if (field == scene.regions.end()) return std::nullopt;
  const ui::Region* focused = ui::focused_region(scene, state.touch);
  std::vector<ui::Input> inputs;
  if (focused == nullptr || focused->id != field->id) inputs = click(*field);
  inputs.emplace_back(ui::Typed{text});
  return inputs;
}

}  // namespace

std::optional<std::vector<ui::Input>> presses_for(const model::Event& wish, const model::Model& model,
                                                  const screens::ViewState& state, const ui::Scene& scene) {
  if (const auto* text = std::get_if<model::SetNumericText>(&wish)) return typing(text->text, state, scene);
  if (const auto* text = std::get_if<model::SetAnswerText>(&wish)) return typing(text->text, state, scene);
  for (const auto& shortcut : scene.shortcuts) {
    if (leads_to(shortcut.action, wish, model, state)) return press(shortcut);
  }
  for (const auto& region : scene.regions) {
    if (region.enabled && leads_to(region.action, wish, model, state)) return click(region);
  }
  const auto take = taking(wish);
  for (const auto& shortcut : scene.shortcuts) {
    if (take && shortcut.action == *take) return press(shortcut);
  }
  return std::nullopt;
}

}  // namespace certamen::client_app
