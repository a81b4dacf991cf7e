#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

const room::Room* Checker::room_at_rest(const Program& program) const {
  const model::Model& model = program.model();
  if (!program.running() || !model.room || model.room->resuming || model.leaving || model.entry) return nullptr;
  if (model.connection.link != model::Link::Online || !sight_.network.at_rest(program.connection())) return nullptr;
  if (!sight_.server.up() || sight_.server.letters_on_their_way() > 0) return nullptr;
  const Story* story = sight_.stories.find(model.room->code);
  if (story == nullptr || sight_.server.entries_unsafe(story->game) > 0) return nullptr;
  return sight_.server.find_room(model.room->code);
}

std::optional<Instant> phase_end(const room::Room& room) {
  if (room.members().empty()) return std::nullopt;  // a lobby that everybody left, and lost their seats
  const wire::Snapshot seen = room.snapshot(room.members().begin()->first, wire::Language::English);
  Instant end{};
  switch (seen.phase) {
    case wire::Phase::Gathering:
    case wire::Phase::Drawing:
    case wire::Phase::Finished: break;
    case wire::Phase::Reading: end = seen.announced->opens_at; break;
    case wire::Phase::Asking: end = seen.asked->closes_at; break;
    case wire::Phase::Revealing: end = seen.revealed->continues_at; break;
    case wire::Phase::Ranking: end = seen.ranking->continues_at; break;
    case wire::Phase::Examining: end = seen.exam->closes_at; break;
    case wire::Phase::Discussing: end = seen.discussion->continues_at; break;
  }
  if (end == Instant{}) return std::nullopt;
  return end;
}

}  // namespace certamen::sim
