#include "tests/sim/checkers/succession.hpp"

#include <algorithm>

namespace certamen::sim {
namespace {

bool host_is_there(const room::Room& room) {
  return std::any_of(room.members().begin(), room.members().end(),
                     [](const auto& entry) { return entry.second.role == wire::Role::Host && entry.second.connected; });
}

bool waits_for_host(const room::Room& room) {
  if (!room.paused() || room.members().empty()) return false;
  const wire::Snapshot seen = room.snapshot(room.members().begin()->first, wire::Language::English);
  return seen.paused->reason == wire::PauseReason::HostGone;
}

}  // namespace

void Succession::entry_next(const Story& story, const journal::Entry& entry) {
  if (!story.room || !std::holds_alternative<room::Commanded>(entry.event)) return;
  host_was_there_ = host_is_there(*story.room);
  waited_for_host_ = waits_for_host(*story.room);
}

void Succession::entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>&) {
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  if (commanded == nullptr) return;
  if (const auto* handed = std::get_if<wire::HandOver>(&commanded->command)) check(story, handed->seat);
  if (!std::holds_alternative<wire::TakeOver>(commanded->command)) return;
  ++takeovers_;
  if (waited_for_host_) ++goings_on_;
  if (host_was_there_)
    report("room {} is taken over by seat {} from a host who is there", story.code, commanded->seat.value);
  check(story, commanded->seat);
  const auto heir = story.room->members().find(commanded->seat);
  const bool there = heir != story.room->members().end() && heir->second.connected;
  if (there && waits_for_host(*story.room)) report("room {} has a new host and still waits for one", story.code);
}

void Succession::check(const Story& story, wire::SeatId heir) {
  for (const auto& [seat, member] : story.room->members()) {
    if ((member.role == wire::Role::Host) == (seat == heir)) continue;
    report("room {} has the host's rights at seat {}, and seat {} was to have them", story.code, seat.value, heir.value);
  }
}

}  // namespace certamen::sim
