#include "tests/sim/checkers/everything_ends.hpp"

namespace certamen::sim {
namespace {

// Every player who is here and was asked has answered, and at least one has.
bool waits_for_nobody(const room::Room& room) {
  const std::uint32_t number = room.question_number();
  bool anybody = false;
  for (const auto& [seat, member] : room.members()) {
    if (!member.plays || !member.connected || member.first_question > number) continue;
    if (!member.given[number - 1]) return false;
    anybody = true;
  }
  return anybody;
}

}  // namespace

void EverythingEnds::entry_committed(const Story& story, const journal::Entry&, const std::vector<room::Effect>&) {
  const room::Room& room = *story.room;
  if (room.closed() || room.paused() || room.phase() != wire::Phase::Asking) return;
  if (waits_for_nobody(room)) {
    report("room {} keeps question {} open, and everybody who is there has answered", story.code, room.question_number());
  }
}

void EverythingEnds::probe() {
  if (!sight().server.up()) return;
  const Instant overdue = sight().server.now() - plan_.tick_lateness_max - lateness_allowed;
  for (const auto& [game, story] : sight().stories.all()) {
    const room::Room* room = sight().server.find_room(story->code);
    if (room == nullptr || !room->deadline() || *room->deadline() >= overdue) continue;
    report("room {} sleeps in phase {} past its deadline", story->code, static_cast<int>(room->phase()));
  }
}

void EverythingEnds::over() {
  if (!sight().server.up()) return report("the server is down at the end");
  for (const auto& [game, stored] : sight().disk.games()) {
    if (!stored.closed) report("room {} is not closed at the end", stored.code);
  }
  for (const auto& hub : sight().server.hubs()) {
    if (hub->rooms().count() > 0) report("a hub holds {} rooms at the end", hub->rooms().count());
    if (hub->session_count() > 0) report("a hub holds {} sessions at the end", hub->session_count());
  }
}

}  // namespace certamen::sim
