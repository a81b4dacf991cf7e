// What the actions of all screens mean: model events, or a change of the view state. The act_*.cpp files know them by topic.
#include "client/screens/act_parts.hpp"

namespace certamen::screens {

bool act(const model::Model& model, ViewState& state, const ui::Action& action, std::vector<model::Event>& events) {
  for (const Handlers* topic : {&start_actions(), &board_actions(), &console_actions(), &host_actions()}) {
    const auto handler = topic->find(action.name);
    if (handler == topic->end()) continue;
    handler->second({model, state, action.value, events});
    return true;
  }
  return change_draft(model, action, events);
}

}  // namespace certamen::screens
