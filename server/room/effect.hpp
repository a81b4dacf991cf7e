// What a room wants done, in the imperative. The hub carries it out, in order.
#pragma once

#include <variant>
#include <vector>

#include "proto/wire/messages.hpp"
#include "server/exam/draw.hpp"

namespace certamen::room {

// Journal the event of this step; every other effect of this and later steps waits until that is safe.
struct Record {};

// To every member. One message for all, or one per language (indexed by wire::index_of).
struct Broadcast {
  std::vector<wire::ServerMessage> by_language;
};
// To one member, if connected.
struct SendSeat {
  wire::SeatId seat;
  wire::ServerMessage message;
};
// To each of these members, if connected, the own result. One effect for all: a room may have a thousand players, and an
// effect is as large as the largest message.
struct SendResults {
  struct Own {
    wire::SeatId seat;
    wire::OwnResult result;
  };
  std::uint64_t sequence = 0;  // of the SeatEvents
  std::vector<Own> results;
};
// To one member, if connected, in the language it reads.
struct TellSeat {
  wire::SeatId seat;
  std::vector<wire::ServerMessage> by_language;  // indexed by wire::index_of
};
// To hosts and spectators.
struct SendWatchers {
  wire::ServerMessage message;
};
// To whoever caused this step's event, seated or not.
struct Reply {
  wire::ServerMessage message;
};
// Whoever caused this step's event now sits here; a connection that sat here before is to be told goodbye.
struct Seat {
  wire::SeatId seat;
  wire::Role role = wire::Role::Player;
  bool plays = true;
  wire::Snapshot snapshot;
};
// The member of this seat is no longer one.
struct Unseat {
  wire::SeatId seat;
};
// Likewise, and its connection is to be told this goodbye and closed.
struct Dismiss {
  wire::SeatId seat;
  wire::Farewell reason = wire::Farewell::Kicked;
};
// What this seat may command from now on; with the ticket that was made for this step, unless it is nothing.
struct Grant {
  wire::SeatId seat;
  wire::Rights rights = wire::Rights::None;
  std::uint64_t sequence = 0;  // of the last RoomEvent before it
};
struct RequestPaper {
  exam::DrawSpec spec;
};
// The match is over; keep its standings beyond the room.
struct KeepResults {
  wire::MatchFinished results;  // every player's row, not only the best
};
// Nobody needs the room any more. Its members are to be let go, the room dropped.
struct Close {};

using Effect = std::variant<Record, Broadcast, SendSeat, SendWatchers, Reply, Seat, Unseat, RequestPaper, KeepResults, Close,
                            Dismiss, Grant, TellSeat, SendResults>;

}  // namespace certamen::room
