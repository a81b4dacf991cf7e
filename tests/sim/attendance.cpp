#include "tests/sim/attendance.hpp"

#include <algorithm>

namespace certamen::sim {

void Attendance::wished(ConnectionId connection, const wire::ClientMessage& wish) {
  Presence& presence = present_[connection];
  if (const auto* join = std::get_if<wire::JoinRoom>(&wish)) {
    presence.codes_wished.insert(join->code);
    presence.passwords_said[join->code].insert(join->password);
  }
  if (const auto* resume = std::get_if<wire::ResumeSeat>(&wish)) {
    presence.codes_wished.insert(resume->code);
    presence.ticket_shown = resume->ticket;
  }
  if (const auto* open = std::get_if<wire::OpenRoom>(&wish)) {
    ++presence.openings_wished;
    presence.openings_passwords.insert(open->password);
  }
}

void Attendance::told(ConnectionId connection, const wire::ServerMessage& message) {
  Presence& presence = present_[connection];
  if (const auto* joined = std::get_if<wire::RoomJoined>(&message)) {
    presence.place = SeatPlace{joined->code, joined->seat, joined->role, joined->plays};
    if (joined->host_ticket) {
      presence.openings_wished = 0;
      presence.openings_passwords.clear();
    }
    auto& ever = ever_in_[{joined->code, joined->seat}];
    if (std::find(ever.begin(), ever.end(), connection) == ever.end()) ever.push_back(connection);
  }
  if (std::holds_alternative<wire::RoomLeft>(message)) presence.place.reset();
  const auto* event = std::get_if<wire::SeatEvent>(&message);
  const auto* rights = event == nullptr ? nullptr : std::get_if<wire::RightsChanged>(&event->fact);
  if (rights == nullptr || !presence.place) return;
  SeatPlace& place = *presence.place;
  const bool was_host = place.role == wire::Role::Host;
  if (rights->rights == wire::Rights::Host) place.role = wire::Role::Host;
  if (rights->rights == wire::Rights::None && was_host) {
    place.role = place.plays ? wire::Role::Player : wire::Role::Spectator;
  }
}

const Presence& Attendance::of(ConnectionId connection) const {
  static const Presence nobody;
  const auto found = present_.find(connection);
  return found == present_.end() ? nobody : found->second;
}

const std::vector<ConnectionId>& Attendance::ever_in(const wire::RoomCode& code, wire::SeatId seat) const {
  static const std::vector<ConnectionId> nobody;
  const auto found = ever_in_.find({code, seat});
  return found == ever_in_.end() ? nobody : found->second;
}

}  // namespace certamen::sim
