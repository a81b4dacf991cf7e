// Rooms from the journals of the last run.
#pragma once

#include <vector>

#include "server/room/room.hpp"
#include "server/store/store.hpp"

namespace certamen::app {

struct RecoveredRoom {
  std::uint64_t game = 0;
  wire::RoomCode code;
  room::Room room;
  std::uint64_t entry_count = 0;
  wire::Instant last_instant{};  // of the last entry
};

// Replays every open game. One whose journal does not replay is quarantined in the data file and reported in the log; a
// room that was closed by its last event is closed in the data file too, its results kept. A fault only when the file cannot
// be read.
[[nodiscard]] wire::Result<std::vector<RecoveredRoom>> recover_rooms(store::Store& store);

}  // namespace certamen::app
