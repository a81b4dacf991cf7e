// The one door through which a Model changes.
//
// Pure: the same model, event and instant give the same model and commands.
#pragma once

#include <optional>
#include <vector>

#include "client/model/events.hpp"
#include "client/model/model.hpp"

namespace certamen::model {

// Applies one event at local instant `now` (never earlier than any before) and returns what must be done, in order.
// Intents that make no sense at the moment change nothing.
[[nodiscard]] std::vector<Command> update(Model& model, const Event& event, Instant now);

// The local instant at which the model next wants a Tick, if it waits for anything. May lie in the past: then at once.
[[nodiscard]] std::optional<Instant> deadline(const Model& model);

}  // namespace certamen::model
