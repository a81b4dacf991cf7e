// What the act_*.cpp files share: an action as their handlers see it. Nobody else includes this.
//
// Each file knows the actions of one topic and gives them as a table; act.cpp looks them up.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "client/model/queries.hpp"
#include "client/screens/screens.hpp"

namespace certamen::screens {

using Events = std::vector<model::Event>;

struct Wish {
  const model::Model& model;
  ViewState& state;
  std::int64_t value;
  Events& events;

  template <class Event>
  void want(Event event) const {
    events.emplace_back(std::move(event));
  }
};
using Handler = void (*)(const Wish&);
using Handlers = std::map<std::string, Handler, std::less<>>;

[[nodiscard]] const Handlers& start_actions();    // into and out of rooms, settings, what lies over a screen
[[nodiscard]] const Handlers& board_actions();    // a question, a paper, the review
[[nodiscard]] const Handlers& console_actions();  // a host's orders: members, questions
[[nodiscard]] const Handlers& host_actions();     // a rehearsal, a class report
// Changes of a draft's settings, "solo." and "host." with the name of what changes. False when there is no such one.
bool change_draft(const model::Model& model, const ui::Action& action, Events& events);

[[nodiscard]] inline std::size_t index_of(std::int64_t value, std::size_t count) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(value, 0, static_cast<std::int64_t>(count) - 1));
}

}  // namespace certamen::screens
