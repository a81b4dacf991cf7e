// How somebody who knows the question answers it: the gestures at the board, as the model's intents.
//
// Pure.
#pragma once

#include <optional>
#include <vector>

#include "client/model/events.hpp"
#include "tests/sim/dice.hpp"
#include "tests/sim/paper_source.hpp"

namespace certamen::sim {

// Gestures that give the question on the board a right answer, or another one; a guess may be right by chance. None when
// no question of the papers is on the board.
[[nodiscard]] std::vector<model::Event> answer_gestures(const model::Model& model, const PaperSource& papers, bool right,
                                                        Dice& dice);

// What a person would answer to a question of an exam's paper; nothing when the question is not known.
[[nodiscard]] std::optional<wire::Answer> paper_answer(const model::Model& model, const PaperSource& papers,
                                                       const wire::PaperQuestion& question, bool right, Dice& dice);

}  // namespace certamen::sim
