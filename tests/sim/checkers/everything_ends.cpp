#include "tests/sim/checkers/everything_ends.hpp"

#include "client/model/queries.hpp"

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

void EverythingEnds::entry_next(const Story& story, const journal::Entry&) {
  was_paused_ = story.room && story.room->paused();
}

void EverythingEnds::entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>&) {
  const room::Room& room = *story.room;
  // An answer, a departure, also one against the own will, and the end of a pause are reasons to end a question; somebody's
  // return is none.
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  const bool removed = commanded != nullptr && std::holds_alternative<wire::RemoveMember>(commanded->command);
  const bool went =
      removed || std::holds_alternative<room::Left>(entry.event) || std::holds_alternative<room::Disconnected>(entry.event);
  if (!went && !was_paused_ && !std::holds_alternative<room::Answered>(entry.event)) return;
  if (room.closed() || room.paused() || room.phase() != wire::Phase::Asking) return;
  if (waits_for_nobody(room)) {
    report("room {} keeps question {} open, and everybody who is there has answered", story.code, room.question_number());
  }
}

void EverythingEnds::probe() {
  if (!sight().server.up()) return;
  check_deadlines();
  check_waiting();
}

void EverythingEnds::check_waiting() {
  if (sight().server.letters_on_their_way() > 0 || sight().disk.waiting_since() || sight().disk.owes_words()) return;
  for (const Program* program : sight().programs) {
    const model::Model& model = program->model();
    if (!program->running() || model.connection.link != model::Link::Online) continue;
    if (!sight().network.at_rest(program->connection())) continue;
    const std::string& who = program->label();
    if (model.entry) report("{} asked to enter a room and will never hear of it", who);
    if (model.leaving) report("{} asked to leave a room and will never hear of it", who);
    if (!model.room) continue;
    const model::Room& room = *model.room;
    // What was played stays on screen when the room is closed; nobody answers for it any more.
    if (room.finished && sight().server.find_room(room.code) == nullptr) continue;
    if (room.resuming) report("{} asked for its seat in room {} and will never hear of it", who, room.code);
    if (room.command_sent) report("{} commanded room {} and will never hear of it", who, room.code);
    const bool open = room.phase == wire::Phase::Asking && !room.paused && !room.resuming && !room.storage_failing;
    if (open && room.own.pending && !room.own.pending->resend_at_local) {
      report("{} answered question {} of room {} and will never hear of it", who, room.own.pending->question_number,
             room.code);
    }
    if (room.review_asked && !room.resuming && room.review.size() < model::review_total(model)) {
      report("{} asked for the review of room {} and will never get it", who, room.code);
    }
  }
}

void EverythingEnds::check_deadlines() {
  const Instant overdue = sight().server.now() - plan_.tick_lateness_max - lateness_allowed;
  for (const auto& [game, story] : sight().stories.all()) {
    const room::Room* room = sight().server.find_room(story->code);
    if (room == nullptr || !room->deadline() || *room->deadline() >= overdue) continue;
    const bool in_question = room->phase() == wire::Phase::Reading || room->phase() == wire::Phase::Asking;
    if (sight().server.draining() && (!in_question || room->paused())) continue;  // rests until the next life
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
