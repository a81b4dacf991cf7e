#include "client/screens/view_state.hpp"

#include <algorithm>

namespace certamen::screens {

namespace {

auto find_beneath(const ViewState& state, const std::string& scene) {
  return std::find_if(state.beneath.begin(), state.beneath.end(),
                      [&](const Whereabouts& each) { return each.scene == scene; });
}

}  // namespace

Whereabouts whereabouts(const ViewState& state, const std::string& scene) {
  if (state.scene == scene) {
    return {scene, state.page, state.tab, state.held, state.search, state.missed_only, state.touch.scrolled};
  }
  const auto found = find_beneath(state, scene);
  return found == state.beneath.end() ? Whereabouts{.scene = scene} : *found;
}

Whereabouts left_behind(const ViewState& state, const std::string& scene) {
  Whereabouts left = whereabouts(state, scene);
  if (scene.starts_with("ranking")) left.page = 0;
  return left;
}

void enter(ViewState& state, const std::string& scene, const std::string& page) {
  const Whereabouts next = whereabouts(state, scene);
  const auto found = find_beneath(state, scene);
  if (found != state.beneath.end()) {
    state.beneath.erase(found, state.beneath.end());
  } else if (scene == page) {
    state.beneath.clear();
  } else if (!state.beneath.empty() && state.beneath.front().scene != page) {
    state.beneath = {Whereabouts{.scene = page}};  // the match went on under it
  } else {
    state.beneath.push_back(left_behind(state, state.scene));
  }
  state.scene = scene;
  state.touch = {};
  state.touch.scrolled = next.scrolled;
  state.history = {};
  state.page = next.page;
  state.tab = next.tab;
  state.held = next.held;
  state.search = next.search;
  state.missed_only = next.missed_only;
}

}  // namespace certamen::screens
