// Games for reports, as the data file holds them.
#pragma once

#include "server/report/game.hpp"
#include "tests/unit/server/recorded_match.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {

inline report::Game game_of(const std::vector<journal::Entry>& entries) {
  report::Game game{4711, "K7Q2MX", {}, 0};
  for (const journal::Entry& entry : entries) game.entries.push_back(journal::encode(entry));
  return game;
}

inline report::Game recorded_game() {
  return game_of(recorded_match().entries);
}

// What happened in a world so far.
inline report::Game game_of(const RoomWorld& world) {
  std::vector<journal::Entry> entries;
  for (const auto& [event, at] : world.story()) entries.push_back({event, at});
  return game_of(entries);
}

}  // namespace certamen::server_test
