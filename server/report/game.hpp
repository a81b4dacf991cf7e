// A game as its journal holds it, read and replayed for whoever looks back at it.
//
// Pure. What does not replay says at which entry and why; what lies before that is still told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/journal/journal.hpp"

namespace certamen::report {

struct Game {
  std::uint64_t id = 0;
  wire::RoomCode code;
  std::vector<std::string> entries;  // as the journal's bytes, from number 1
  std::size_t missing_entry = 0;     // the first number that is not there while later ones are; 0: none
};

struct Breakdown {
  std::size_t entry = 0;  // the first that cannot be replayed, from 1
  std::string why;
};

struct Rebuilt {
  std::optional<room::Room> room;  // after the last entry that could be replayed; none when that is not even the first
  std::optional<Breakdown> broken;
};

// Replays the entries up to number `until`, or all, and tells the witness each.
[[nodiscard]] Rebuilt rebuild(const Game& game, std::optional<std::size_t> until, const journal::Witness& witness);

// A phase in one English word, as stories and lists use it.
[[nodiscard]] std::string phase_word(const room::Room& room);

}  // namespace certamen::report
