#include "tests/sim/checkers/replay.hpp"

namespace certamen::sim {

void Replay::entry_committed(const Story& story, const journal::Entry&, const std::vector<room::Effect>&) {
  if (story.broken) report("the story of room {} breaks: {}", story.code, *story.broken);
}

void Replay::room_replayed(const Story& story, const room::Room& room) {
  ++replays_;
  if (story.room->digest() != room.digest()) report("room {} comes back from its journal as another", story.code);
}

void Replay::journal_refused(const wire::RoomCode& code, const std::string& why) {
  report("the journal of room {} does not replay: {}", code, why);
}

void Replay::probe() {
  if (!sight().server.up() || sight().server.letters_on_their_way() > 0) return;
  for (const auto& [game, story] : sight().stories.all()) {
    const room::Room* room = sight().server.find_room(story->code);
    if (room == nullptr || sight().server.entries_unsafe(game) > 0) continue;
    if (room->digest() != story->room->digest()) report("room {} is not what its journal makes of it", story->code);
  }
}

void Replay::over() {
  for (const auto& [game, stored] : sight().disk.games()) check_journal(game, stored);
}

void Replay::check_journal(hub::GameId game, const Game& stored) {
  ++replays_;
  std::vector<std::string> bytes = stored.entries;
  saboteur_.tamper(bytes);
  std::vector<journal::Entry> entries;
  for (const std::string& each : bytes) {
    auto entry = journal::decode(each);
    if (!entry) return report("the journal of room {} is not readable: {}", stored.code, entry.error().what);
    if (journal::encode(*entry) != each) report("an entry of room {} is not encoded as it was read", stored.code);
    entries.push_back(std::move(*entry));
  }
  const auto room = journal::replay(entries);
  if (!room) return report("the journal of room {} does not replay: {}", stored.code, room.error().what);
  if (room->digest() != sight().stories.find(game)->room->digest()) {
    report("the journal of room {} gives another room than the one that was", stored.code);
  }
}

}  // namespace certamen::sim
