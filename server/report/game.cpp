#include "server/report/game.hpp"

#include <algorithm>

namespace certamen::report {

Rebuilt rebuild(const Game& game, std::optional<std::size_t> until, const journal::Witness& witness) {
  Rebuilt rebuilt;
  std::vector<journal::Entry> entries;
  std::size_t end = std::min(game.entries.size(), until.value_or(game.entries.size()));
  if (game.missing_entry != 0 && game.missing_entry <= end) {
    rebuilt.broken = Breakdown{game.missing_entry, "the entry is missing"};
    end = game.missing_entry - 1;
  }
  for (std::size_t i = 0; i < end; ++i) {
    auto entry = journal::decode(game.entries[i]);
    if (!entry) {
      rebuilt.broken = Breakdown{i + 1, entry.error().what};
      break;
    }
    entries.push_back(std::move(*entry));
  }
  if (entries.empty()) {
    if (!rebuilt.broken) rebuilt.broken = Breakdown{1, "the journal is empty"};
    return rebuilt;
  }
  std::size_t told = 0;
  auto room = journal::replay(entries, [&](const journal::Replayed& replayed) {
    told = replayed.number;
    witness(replayed);
  });
  if (!room) {
    rebuilt.broken = Breakdown{told + 1, room.error().what};
    if (told == 0) return rebuilt;
    entries.resize(told);
    room = journal::replay(entries);
  }
  if (room) rebuilt.room = std::move(*room);
  return rebuilt;
}

std::string phase_word(const room::Room& room) {
  switch (room.phase()) {
    case wire::Phase::Gathering: return room.closed() ? "closed" : "gathering";
    case wire::Phase::Drawing: return "drawing";
    case wire::Phase::Reading: return "reading";
    case wire::Phase::Asking: return "asking";
    case wire::Phase::Revealing: return "revealing";
    case wire::Phase::Ranking: return "ranking";
    case wire::Phase::Finished: return "finished";
    case wire::Phase::Examining: return "examining";
    case wire::Phase::Discussing: return "discussing";
  }
  return {};
}

}  // namespace certamen::report
