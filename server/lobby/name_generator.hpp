// Friendly names for rooms in which nobody types one: an adjective and an animal, in the player's language.
//
// Pure; the same entropy gives the same name. In Spanish the adjective agrees with the animal's gender.
#pragma once

#include "proto/wire/types.hpp"
#include "server/lobby/name.hpp"
#include "server/lobby/room_code.hpp"

namespace certamen::lobby {

// How many different names there are in one language, before numbers are put behind them.
[[nodiscard]] std::size_t generated_name_count();
// One of them by its number, below generated_name_count().
[[nodiscard]] std::string generated_name(wire::Language language, std::size_t number);

// A name that is free; nothing when everything that could be given is taken.
[[nodiscard]] std::optional<PlayerName> generate_name(wire::Language language, const Entropy& entropy,
                                                      const IsFree& is_free);

}  // namespace certamen::lobby
