#include "tests/sim/checkers/admission.hpp"

#include <algorithm>

namespace certamen::sim {
namespace {

// The seat from which something was done; nothing for what nobody did.
std::optional<wire::SeatId> doer_of(const room::Event& event) {
  return std::visit(
      [](const auto& each) -> std::optional<wire::SeatId> {
        if constexpr (requires { each.seat; }) return each.seat;
        return std::nullopt;
      },
      event);
}

// A copy of a wish that was granted gets the seat of the first, whatever the seat is called by now.
bool sits_already(const room::Room& room, const room::Joined& joined) {
  return joined.nonce_digest && std::any_of(room.members().begin(), room.members().end(), [&joined](const auto& entry) {
           return entry.second.nonce_digest == joined.nonce_digest && entry.second.role == joined.role;
         });
}

}  // namespace

void Admission::check(const Story& story, const Door& door, const room::Joined& joined) {
  if (sits_already(*story.room, joined)) return;
  if (door.locked) report("room {} is locked and takes {} in", story.code, joined.name);
  if (door.banned_names.contains(joined.name_key))
    report("room {} takes {} in again, who is banned", story.code, joined.name);
}

void Admission::obey(const Story& story, Door& door, const wire::Order& order) {
  if (const auto* lock = std::get_if<wire::LockRoom>(&order)) door.locked = lock->locked;
  const auto* remove = std::get_if<wire::RemoveMember>(&order);
  if (remove == nullptr) return;
  ++removals_;
  const auto member = story.room->members().find(remove->seat);
  if (member == story.room->members().end()) {
    return report("room {} removes seat {}, which is nobody's", story.code, remove->seat.value);
  }
  door.removed.insert(remove->seat);
  door.dead_tickets.insert(member->second.digest);
  if (remove->banned && !member->second.name_key.empty()) door.banned_names.insert(member->second.name_key);
}

void Admission::entry_next(const Story& story, const journal::Entry& entry) {
  Door& door = doors_[story.game];
  const auto seat = doer_of(entry.event);
  if (seat && door.removed.contains(*seat)) {
    report("room {}: {} from seat {}, which was removed", story.code, name_of(entry.event), seat->value);
  }
  if (const auto* joined = std::get_if<room::Joined>(&entry.event)) check(story, door, *joined);
  if (const auto* resumed = std::get_if<room::Resumed>(&entry.event)) {
    if (door.dead_tickets.contains(resumed->seat_digest)) {
      report("room {} lets somebody in by the ticket of a removed seat", story.code);
    }
  }
  if (const auto* commanded = std::get_if<room::Commanded>(&entry.event)) obey(story, door, commanded->command);
}

void Admission::check_password(const FrameSent& sent, const wire::RoomJoined& joined) {
  if (joined.host_ticket && sent.presence.openings_wished > 0) {
    passwords_[joined.code] = sent.presence.openings_passwords;
    return;
  }
  const auto wanted = passwords_.find(joined.code);
  if (!joined.ticket || wanted == passwords_.end() || wanted->second.contains("")) return;
  ++passwords_checked_;
  const auto said = sent.presence.passwords_said.find(joined.code);
  const bool right =
      said != sent.presence.passwords_said.end() &&
      std::any_of(said->second.begin(), said->second.end(), [&](const auto& each) { return wanted->second.contains(each); });
  if (!right) report("room {} takes connection {} in without its password", joined.code, sent.connection);
}

void Admission::frame_sent(const FrameSent& sent) {
  if (const auto* joined = std::get_if<wire::RoomJoined>(&sent.message)) check_password(sent, *joined);
  const auto* rejected = std::get_if<wire::Rejected>(&sent.message);
  if (rejected == nullptr) return;
  const bool kept_out = rejected->reason == wire::Refusal::Banned || rejected->reason == wire::Refusal::RoomLocked;
  if (kept_out) ++refusals_;
}

// When nothing is on its way any more, those who were removed are no longer connected to the seat.
void Admission::probe() {
  if (!sight().server.up() || sight().server.letters_on_their_way() > 0) return;
  for (const Program* program : sight().programs) {
    if (!program->running() || program->connection() == 0 || !sight().network.at_rest(program->connection())) continue;
    const auto& place = sight().attendance.of(program->connection()).place;
    const Story* story = place ? sight().stories.find(place->code) : nullptr;
    if (story == nullptr || sight().server.entries_unsafe(story->game) > 0) continue;
    if (doors_[story->game].removed.contains(place->seat)) {
      report("{} was removed from room {} and is still connected to it", program->label(), story->code);
    }
  }
}

}  // namespace certamen::sim
