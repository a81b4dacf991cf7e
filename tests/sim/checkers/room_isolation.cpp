#include "tests/sim/checkers/room_isolation.hpp"

#include <algorithm>

namespace certamen::sim {
namespace {

bool said(const Story& story, std::uint64_t sequence, std::uint64_t hash) {
  const auto found = story.said.find(sequence);
  return found != story.said.end() && std::find(found->second.begin(), found->second.end(), hash) != found->second.end();
}

}  // namespace

void RoomIsolation::frame_sent(const FrameSent& sent) {
  if (const auto* event = std::get_if<wire::RoomEvent>(&sent.message)) {
    check_event(sent, *event);
  } else if (const auto* seat_event = std::get_if<wire::SeatEvent>(&sent.message)) {
    check_seat_event(sent, *seat_event);
  } else if (const auto* joined = std::get_if<wire::RoomJoined>(&sent.message)) {
    check_joined(sent, *joined);
  }
}

void RoomIsolation::check_event(const FrameSent& sent, const wire::RoomEvent& event) {
  ++events_checked_;
  if (!sent.presence.place) return report("connection {} sits nowhere and is sent a room's event", sent.connection);
  const std::uint64_t hash = hash_of(sent.frame.bytes());
  const Story* own = sight().stories.find(sent.presence.place->code);
  if (own != nullptr && said(*own, event.sequence, hash)) return;
  for (const auto& [game, other] : sight().stories.all()) {
    if (other.get() != own && said(*other, event.sequence, hash)) {
      return report("connection {} of room {} is sent event {} of room {}", sent.connection, sent.presence.place->code,
                    event.sequence, other->code);
    }
  }
  report("connection {} of room {} is sent an event {} that its room did not say", sent.connection,
         sent.presence.place->code, event.sequence);
}

// Now: a member who joined as a player may be the host.
bool RoomIsolation::is_host(const room::Room& room, wire::SeatId seat) {
  const auto member = room.members().find(seat);
  return member != room.members().end() && member->second.role == wire::Role::Host;
}

void RoomIsolation::check_seat_event(const FrameSent& sent, const wire::SeatEvent& event) {
  ++events_checked_;
  if (!sent.presence.place) return report("connection {} sits nowhere and is sent a seat's event", sent.connection);
  const Story* own = sight().stories.find(sent.presence.place->code);
  if (own == nullptr || !own->room || event.sequence > own->room->sequence()) {
    report("connection {} of room {} is sent a seat's event of a sequence the room has not reached", sent.connection,
           sent.presence.place->code);
  }
  const bool fairness = std::holds_alternative<wire::FairnessReported>(event.fact);
  const bool was_host = sent.presence.place->role == wire::Role::Host;  // and has not yet heard that it is no more
  if (fairness && !was_host && own != nullptr && own->room && !is_host(*own->room, sent.presence.place->seat)) {
    report("connection {} is no host of room {} and is told everyone's round trips", sent.connection,
           sent.presence.place->code);
  }
  const bool progress = std::holds_alternative<wire::ProgressCounted>(event.fact);
  if (progress && sent.presence.place->role == wire::Role::Player) {
    report("connection {} only plays in room {} and is told how many answered", sent.connection, sent.presence.place->code);
  }
}

void RoomIsolation::check_joined(const FrameSent& sent, const wire::RoomJoined& joined) {
  const bool opened = joined.host_ticket && sent.presence.openings_wished > 0;
  if (!opened && !sent.presence.codes_wished.contains(joined.code) &&
      !(sent.presence.place && sent.presence.place->code == joined.code)) {
    report("connection {} enters room {} and never asked for it", sent.connection, joined.code);
  }
}

}  // namespace certamen::sim
