// Every action that any screen offers, done by the keyboard alone and by the mouse alone, with the same effect.
//
// What a scene offers are its regions, its shortcuts, and what can be dragged onto what. The hands are real inputs: Tab,
// Space, Enter and the shortcuts on one side; clicks, the wheel and drags on the other. Fields are clicked, but written in
// with keys.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "client/model/update.hpp"
#include "client/screens/screens.hpp"
#include "tests/golden/samples.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

constexpr std::size_t presses_max = 3;  // on the way to what a shortcut or a drag does at once

// What came of an input: for the model, and for what only the screens know.
struct Effect {
  std::vector<std::size_t> events;  // which
  model::Model model;
  screens::ViewState state;  // but for where the hands are
  bool operator==(const Effect&) const = default;
};

struct Table {
  const golden::Sample& sample;
  ui::Size window;

  [[nodiscard]] ui::Scene scene(const screens::ViewState& state) const {
    return screens::view(sample.model, state, sample.now, window);
  }
  [[nodiscard]] std::vector<model::Event> give(screens::ViewState& state, const ui::Input& input) const {
    return screens::on_input(sample.model, state, input, sample.now, window);
  }
  // As it is once the scene has had any input at all, with nothing in the hands.
  [[nodiscard]] screens::ViewState settled(screens::ViewState state) const {
    state.touch.drag.reset();
    (void)give(state, ui::Pointer{ui::PointerAction::Left, {}});
    return state;
  }
  [[nodiscard]] screens::ViewState start() const { return settled(sample.state); }
  [[nodiscard]] Effect effect(const std::vector<model::Event>& events, screens::ViewState after) const {
    Effect effect{{}, sample.model, {}};
    for (const model::Event& event : events) {
      effect.events.push_back(event.index());
      (void)model::update(effect.model, event, sample.now);
    }
    effect.model.updated_at_local = sample.model.updated_at_local;
    const bool writes = after.touch.focused == "text.search";  // the one place to which an action takes the hands
    after = settled(std::move(after));
    after.touch = {};
    if (writes) after.touch.focused = "text.search";
    after.history = {};
    after.beneath = {};  // by which dialogues one came is no effect
    effect.state = std::move(after);
    return effect;
  }
  [[nodiscard]] Effect of(const ui::Action& action) const {
    screens::ViewState after = start();
    std::vector<model::Event> events;
    (void)screens::act(sample.model, after, action, events);
    return effect(events, after);
  }
  [[nodiscard]] bool without_effect(const Effect& effect) const {
    return effect.model == sample.model && effect.state == this->effect({}, sample.state).state;
  }
  // The inputs one after another; the model stands still meanwhile.
  [[nodiscard]] std::vector<model::Event> after(screens::ViewState& state, const std::vector<ui::Input>& inputs) const {
    std::vector<model::Event> all;
    for (const ui::Input& input : inputs) {
      auto events = give(state, input);
      all.insert(all.end(), events.begin(), events.end());
    }
    return all;
  }
  [[nodiscard]] Effect of(screens::ViewState state, const std::vector<ui::Input>& inputs) const {
    const auto events = after(state, inputs);
    return effect(events, state);
  }
};

std::vector<ui::Input> click(ui::Point at) {
  return {ui::Pointer{ui::PointerAction::Moved, at}, ui::Pointer{ui::PointerAction::Pressed, at},
          ui::Pointer{ui::PointerAction::Released, at}};
}

bool pressable(const ui::Region& region) {
  return region.enabled && (region.kind == ui::RegionKind::Button || region.kind == ui::RegionKind::Choice);
}

std::vector<ui::Input> press(const ui::Shortcut& shortcut) {
  if (const auto* name = std::get_if<ui::KeyName>(&shortcut.key)) return {ui::Key{*name}};
  return {ui::Typed{std::get<std::string>(shortcut.key)}};
}

// The hands at every place to which Tab takes them, beginning where the scene begins.
std::vector<screens::ViewState> tab_stops(const Table& table, const screens::ViewState& from, std::size_t count) {
  std::vector<screens::ViewState> stops{from};
  for (std::size_t i = 0; i < count; ++i) {
    screens::ViewState next = stops.back();
    (void)table.give(next, ui::Key{ui::KeyName::Tab});
    stops.push_back(std::move(next));
  }
  return stops;
}

const screens::ViewState* stop_at(const std::vector<screens::ViewState>& stops, const std::string& id) {
  const auto found =
      std::find_if(stops.begin() + 1, stops.end(), [&](const auto& each) { return each.touch.focused == id; });
  return found == stops.end() ? nullptr : &*found;
}

// One press from somewhere.
struct Press {
  screens::ViewState from;
  std::vector<ui::Input> inputs;
};
using Presses = std::vector<Press> (*)(const Table&, const screens::ViewState&);

std::vector<Press> by_mouse(const Table& table, const screens::ViewState& state) {
  std::vector<Press> all;
  const ui::Scene scene = table.scene(state);
  for (const ui::Region& region : scene.regions) {
    if (region.enabled) all.push_back({state, click(region.rect.centre())});
  }
  const ui::Point middle{scene.size.width / 2, scene.size.height / 2};
  all.push_back({state, {ui::Wheel{middle, 1}}});
  all.push_back({state, {ui::Wheel{middle, -1}}});
  return all;
}

std::vector<Press> by_keys(const Table& table, const screens::ViewState& state) {
  std::vector<Press> all;
  const ui::Scene scene = table.scene(state);
  for (const ui::Shortcut& shortcut : scene.shortcuts) all.push_back({state, press(shortcut)});
  for (const auto& stop : tab_stops(table, state, scene.regions.size())) all.push_back({stop, {ui::Typed{" "}}});
  return all;
}

// Something that is done at once, and its name for people.
struct Goal {
  std::string name;
  Effect effect;
};

// What the model is told counts, wherever the screens stand then.
bool comes_to(const Effect& effect, const Effect& wanted) {
  if (wanted.events.empty()) return effect == wanted;
  return effect.events == wanted.events && effect.model == wanted.model;
}

// The goals that no presses come to: some that the model does not hear of, and one more.
std::vector<Goal> unreached(const Table& table, const screens::ViewState& start, Presses presses, std::vector<Goal> goals) {
  std::erase_if(goals, [&](const Goal& goal) { return table.without_effect(goal.effect); });
  std::vector<screens::ViewState> level{start};
  std::vector<screens::ViewState> seen = level;
  for (std::size_t depth = 0; depth < presses_max && !goals.empty(); ++depth) {
    std::vector<screens::ViewState> next;
    for (const screens::ViewState& from : level) {
      for (const Press& each : presses(table, from)) {
        screens::ViewState state = each.from;
        const auto events = table.after(state, each.inputs);
        const Effect effect = table.effect(events, state);
        std::erase_if(goals, [&](const Goal& goal) { return comes_to(effect, goal.effect); });
        if (goals.empty()) return {};
        state = effect.state;
        if (!events.empty() || std::find(seen.begin(), seen.end(), state) != seen.end()) continue;
        seen.push_back(state);
        next.push_back(state);
      }
    }
    level = std::move(next);
  }
  return goals;
}

using Findings = std::vector<std::string>;

// A slider moves by an arrow and by a press elsewhere on it.
void try_slider(const Table& table, const ui::Region& region, const screens::ViewState& there, Findings& found) {
  const bool full = region.slider->value == region.slider->max;
  const std::vector<ui::Input> arrow{ui::Key{full ? ui::KeyName::Left : ui::KeyName::Right}};
  if (table.of(there, arrow).model == table.sample.model) found.push_back("no arrow moves " + region.id);
  const ui::Point end{full ? region.slider->left : region.slider->left + region.slider->width, region.rect.centre().y};
  if (table.of(table.start(), click(end)).model == table.sample.model) found.push_back("no press moves " + region.id);
}

// Where the region lies once the wheel has brought it into sight.
ui::Point seen_at(const Table& table, screens::ViewState& state, const std::string& id) {
  constexpr int turns_max = 1'000;
  for (int turn = 0; turn < turns_max; ++turn) {
    const ui::Scene scene = table.scene(state);
    const auto region =
        std::find_if(scene.regions.begin(), scene.regions.end(), [&](const ui::Region& each) { return each.id == id; });
    const ui::Point middle = region->rect.centre();
    const std::optional<ui::Rect> shown = ui::shown_part(scene, *region);
    const auto area = std::find_if(scene.scrolls.begin(), scene.scrolls.end(),
                                   [&](const ui::ScrollArea& each) { return each.id == region->scroll; });
    if (area == scene.scrolls.end() || (shown && ui::contains(*shown, middle))) return middle;
    const ui::Point at = area->rect.centre();
    (void)table.give(state, ui::Wheel{at, middle.y > at.y ? -1.0F : 1.0F});
  }
  return {};
}

void try_regions(const Table& table, const ui::Scene& scene, const std::vector<screens::ViewState>& stops, Findings& found) {
  for (const ui::Region& region : scene.regions) {
    if (!region.enabled) continue;
    const screens::ViewState* there = stop_at(stops, region.id);
    if (there == nullptr) {
      found.push_back("Tab does not reach " + region.id);
      continue;
    }
    if (region.slider) try_slider(table, region, *there, found);
    screens::ViewState pointed = table.start();
    const ui::Point at = seen_at(table, pointed, region.id);
    const auto clicked = table.after(pointed, click(at));
    if (region.field && pointed.touch.focused != region.id) found.push_back("a click does not reach " + region.id);
    if (!pressable(region)) continue;
    const Effect wanted = table.of(region.action);
    if (table.effect(clicked, pointed) != wanted) found.push_back("a click does something else on " + region.id);
    if (table.of(*there, {ui::Typed{" "}}) != wanted) found.push_back("Space does something else on " + region.id);
    const bool enter = region.kind == ui::RegionKind::Button;
    if (enter && table.of(*there, {ui::Key{ui::KeyName::Enter}}) != wanted) {
      found.push_back("Enter does something else on " + region.id);
    }
  }
}

std::string named(const ui::Shortcut& shortcut) {
  const auto* letter = std::get_if<std::string>(&shortcut.key);
  const std::string key =
      letter != nullptr ? *letter : fmt::format("key {}", static_cast<int>(std::get<ui::KeyName>(shortcut.key)));
  return fmt::format("{} -> {} {}", key, shortcut.action.name, shortcut.action.value);
}

void try_shortcuts(const Table& table, const ui::Scene& scene, const std::vector<screens::ViewState>& stops,
                   Findings& found) {
  std::vector<Goal> goals;
  std::vector<std::string> waiting;
  for (const ui::Shortcut& shortcut : scene.shortcuts) {
    goals.push_back({named(shortcut), table.of(shortcut.action)});
    // A key that is pressed too soon says what is missing; a button waits until nothing is.
    const bool waits = std::any_of(scene.regions.begin(), scene.regions.end(), [&](const ui::Region& region) {
      return !region.enabled && region.action == shortcut.action;
    });
    if (waits) waiting.push_back(goals.back().name);
    // In a field a letter is written, and Enter belongs to a button that was walked to; elsewhere they mean what they say.
    const Effect& wanted = goals.back().effect;
    screens::ViewState unwalked = table.start();
    unwalked.touch = {};
    const auto means_it = [&](const auto& stop) { return table.of(stop, press(shortcut)) == wanted; };
    const bool means = means_it(unwalked) || std::any_of(stops.begin(), stops.end(), means_it);
    const bool taken_back = !table.sample.state.search.empty() && shortcut.key == ui::Shortcut{ui::KeyName::Escape, {}}.key;
    if (!means && !taken_back) found.push_back("nowhere does it mean what it says: " + goals.back().name);
  }
  // The program ends by the window's own button, too; and what was typed to be looked for is taken back by typing.
  std::erase_if(goals, [&](const Goal& goal) {
    const bool elsewhere = goal.name.ends_with("-> quit 0") || goal.name.ends_with("-> search.clear 0");
    return elsewhere || std::find(waiting.begin(), waiting.end(), goal.name) != waiting.end();
  });
  for (const Goal& goal : unreached(table, table.start(), by_mouse, goals)) {
    found.push_back("the mouse does not come to " + goal.name);
  }
}

void try_drags(const Table& table, const ui::Scene& scene, Findings& found) {
  std::vector<Goal> goals;
  for (const ui::Region& from : scene.regions) {
    if (!from.enabled || !from.drag) continue;
    for (const ui::Region& to : scene.regions) {
      if (!to.drop || to.drop->name != from.drag->name || to.id == from.id) continue;
      goals.push_back({from.id + " to " + to.id, table.of({from.drag->name, from.drag->value + to.drop->value})});
    }
  }
  screens::ViewState empty_handed = table.start();
  empty_handed.held = 0;
  for (const Goal& goal : unreached(table, empty_handed, by_mouse, goals)) found.push_back("no clicks drag " + goal.name);
  for (const Goal& goal : unreached(table, empty_handed, by_keys, goals)) found.push_back("no keys drag " + goal.name);
}

std::string listed(const Findings& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("every action of every screen can be done by the keyboard alone and by the mouse alone") {
  Findings all;
  for (const auto& sample : golden::samples(wire::Language::English, golden::Wording::Typical)) {
    const Table table{sample, {1280, 720}};
    const ui::Scene scene = table.scene(table.start());
    const auto stops = tab_stops(table, table.start(), scene.regions.size() + 1);
    Findings found;
    try_regions(table, scene, stops, found);
    try_shortcuts(table, scene, stops, found);
    try_drags(table, scene, found);
    for (const std::string& each : found) all.push_back(sample.name + ": " + each);
  }
  CHECK(listed(all) == "");
}
