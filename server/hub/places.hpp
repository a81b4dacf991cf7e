// Who speaks for which seat of a shard's rooms, as of the last step, told of it or not: each session for one seat at most,
// each seat by one session at most.
//
// Pure; owned by Rooms. Lookups take the logarithm of the sessions; what takes longer says so.
#pragma once

#include <map>
#include <optional>

#include "server/hub/address.hpp"
#include "server/hub/letter.hpp"

namespace certamen::hub {

struct Place {
  wire::RoomCode code;
  wire::SeatId seat;
  AddressKey address{};  // the session's
};

class Places {
 public:
  using Speakers = std::map<wire::SeatId, SessionId>;

  // Null when the session has none.
  [[nodiscard]] const Place* find(const SessionId& session) const;
  // Null when nobody speaks for the seat.
  [[nodiscard]] const SessionId* speaker(const wire::RoomCode& code, wire::SeatId seat) const;
  // All of one room.
  [[nodiscard]] const Speakers& speakers(const wire::RoomCode& code) const;
  // From now on the session speaks for this seat, for no other, and nobody else does: returns who did, if it was another.
  std::optional<SessionId> take(const SessionId& session, const Place& place);
  void release(const SessionId& session);
  // Nobody speaks for a seat of this room any more; takes as long as it has members.
  void drop(const wire::RoomCode& code);

 private:
  std::map<SessionId, Place> by_session_;
  std::map<wire::RoomCode, Speakers> by_room_;
};

}  // namespace certamen::hub
