#include "server/hub/places.hpp"

namespace certamen::hub {

const Place* Places::find(const SessionId& session) const {
  const auto found = by_session_.find(session);
  return found == by_session_.end() ? nullptr : &found->second;
}

const Places::Speakers& Places::speakers(const wire::RoomCode& code) const {
  static const Speakers nobody;
  const auto room = by_room_.find(code);
  return room == by_room_.end() ? nobody : room->second;
}

const SessionId* Places::speaker(const wire::RoomCode& code, wire::SeatId seat) const {
  const Speakers& all = speakers(code);
  const auto found = all.find(seat);
  return found == all.end() ? nullptr : &found->second;
}

std::optional<SessionId> Places::take(const SessionId& session, const Place& place) {
  std::optional<SessionId> displaced;
  if (const SessionId* before = speaker(place.code, place.seat); before != nullptr && *before != session) displaced = *before;
  if (displaced) by_session_.erase(*displaced);
  release(session);
  by_session_[session] = place;
  by_room_[place.code][place.seat] = session;
  return displaced;
}

void Places::release(const SessionId& session) {
  const auto found = by_session_.find(session);
  if (found == by_session_.end()) return;
  const auto room = by_room_.find(found->second.code);
  room->second.erase(found->second.seat);
  if (room->second.empty()) by_room_.erase(room);
  by_session_.erase(found);
}

void Places::drop(const wire::RoomCode& code) {
  const auto room = by_room_.find(code);
  if (room == by_room_.end()) return;
  for (const auto& [seat, session] : room->second) by_session_.erase(session);
  by_room_.erase(room);
}

}  // namespace certamen::hub
