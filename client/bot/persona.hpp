// A made-up person who plays: a name, a temper, and habits of guessing.
//
// Pure and seeded: the same persona before the same question decides the same. A persona knows only what the board shows
// everyone. It cannot know the key, so its skill is the kind that needs none: better personas lean towards what test
// writers tend to make right, the longer and more careful option, and take numbers from the prompt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "client/model/model.hpp"
#include "client/model/random.hpp"

namespace certamen::bot {

struct Persona {
  std::string name;
  std::uint32_t skill_percent = 50;    // how strongly the hints above sway a guess
  std::uint32_t haste_percent = 50;    // how early within the time allowed
  std::uint32_t absence_permille = 0;  // how often no answer is given at all
  model::Random random;
  bool operator==(const Persona&) const = default;
};

struct Decision {
  std::uint32_t question_number = 0;
  std::optional<wire::Answer> answer;          // nothing: lets this one pass
  wire::Duration after{};                      // from the opening of the question; less than its time allowed
  std::optional<wire::Certainty> certainty{};  // where the scoring asks for one
  std::uint32_t vote = 1;
  bool operator==(const Decision&) const = default;
};

// The `index`th persona of a crowd; indices give distinct names, seeds other tempers.
[[nodiscard]] Persona make_persona(std::uint64_t seed, std::uint32_t index);

// What the persona will do about the question in `room`, and when. Requires room.announced and room.asked. Draws from the
// persona's generator: ask once a question.
[[nodiscard]] Decision decide(Persona& persona, const model::Room& room);

}  // namespace certamen::bot
