#include "server/app/recovery.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "server/journal/journal.hpp"

namespace certamen::app {
namespace {

wire::Result<RecoveredRoom> replay(const store::StoredGame& game) {
  if (game.missing_entry != 0) return wire::fault(fmt::format("entry {} is missing", game.missing_entry));
  std::vector<journal::Entry> entries;
  for (const std::string& bytes : game.entries) {
    auto entry = journal::decode(bytes);
    if (!entry) return tl::unexpected(entry.error());
    entries.push_back(std::move(*entry));
  }
  auto room = journal::replay(entries);
  if (!room) return tl::unexpected(room.error());
  return RecoveredRoom{game.game, game.code, std::move(*room), entries.size(), entries.back().at};
}

}  // namespace

wire::Result<std::vector<RecoveredRoom>> recover_rooms(store::Store& store) {
  const auto games = store.open_games();
  if (!games) return tl::unexpected(games.error());
  std::vector<RecoveredRoom> rooms;
  for (const store::StoredGame& game : *games) {
    auto recovered = replay(game);
    if (!recovered) {
      spdlog::error("room {} is quarantined, its journal does not replay: {}", game.code, recovered.error().what);
      if (auto done = store.quarantine(game.game, recovered.error().what); !done) return tl::unexpected(done.error());
    } else if (recovered->room.closed()) {
      store::Batch batch;
      // The finish and the end may both be journaled while the wish to keep the results was lost with the server.
      if (auto results = recovered->room.results()) batch.results.push_back({game.game, std::move(*results)});
      batch.closed_games.push_back(game.game);
      if (auto done = store.commit(batch); !done) return tl::unexpected(done.error());
    } else {
      rooms.push_back(std::move(*recovered));
    }
  }
  return rooms;
}

}  // namespace certamen::app
