// What hands do at a board to give an answer: from what lies on it now to what is meant.
//
// Pure.
#pragma once

#include <optional>
#include <vector>

#include "client/model/events.hpp"

namespace certamen::bot {

// The presses that are still missing, the last one of which gives the answer. Made again after each press they lead to the
// same end. Requires an open question that the answer fits.
[[nodiscard]] std::vector<model::Event> gestures_to(const model::Model& model, const wire::Answer& answer,
                                                    std::optional<wire::Certainty> certainty);

}  // namespace certamen::bot
