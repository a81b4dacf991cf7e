// What there is to hear in what happens to a model.
//
// Pure, one owner. Tell it of the model after every event and as often as the clock should be heard; it compares with the
// last time. The clock ticks every second from ten seconds on and twice a second from five, for whoever has not answered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/model/model.hpp"
#include "client/model/queries.hpp"
#include "client/sound/recipe.hpp"

namespace certamen::sound {

class Ear {
 public:
  // What is to be heard now, by the person's preferences nothing where they want silence. A room that was not there the last
  // time is entered in silence, whatever goes on in it.
  [[nodiscard]] std::vector<Cue> listen(const model::Model& model, model::Instant now);

 private:
  // What is remembered of a room.
  struct Heard {
    std::string room;
    wire::Phase phase = wire::Phase::Gathering;
    std::uint32_t question = 0;
    model::AnswerState answer = model::AnswerState::None;
    std::uint32_t judged = 0;  // the last question whose own result is known
    std::size_t people = 0;
    bool podium = false;      // it stands: after a freeze the last questions are resolved first
    std::uint32_t ticks = 0;  // of the open question that are over
  };
  [[nodiscard]] static Heard heard_in(const model::Model& model, model::Instant now);

  std::optional<Heard> last_;
};

// How loud, 0 to 1: silent when sounds are off, and in an exam simulation unless they are asked for there.
[[nodiscard]] float loudness(const model::Model& model);

}  // namespace certamen::sound
