// Who sits where, as the frames and wishes on the wires tell it: no look into the server or the clients.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "proto/wire/messages.hpp"
#include "tests/sim/network.hpp"

namespace certamen::sim {

struct SeatPlace {
  wire::RoomCode code;
  wire::SeatId seat;
  wire::Role role = wire::Role::Player;  // of late: a host may hand over
  bool plays = true;
  auto operator<=>(const SeatPlace&) const = default;
};

struct Presence {
  std::optional<SeatPlace> place;         // by the last RoomJoined or RoomLeft sent
  std::set<wire::RoomCode> codes_wished;  // that this client ever asked to enter
  std::optional<wire::Ticket> ticket_shown;
  std::uint32_t openings_wished = 0;                               // OpenRoom not yet answered by a room
  std::set<std::string> openings_passwords;                        // of those
  std::map<wire::RoomCode, std::set<std::string>> passwords_said;  // with wishes to join
};

class Attendance {
 public:
  // A client wrote this wish on its connection.
  void wished(ConnectionId connection, const wire::ClientMessage& wish);
  // The server handed this message to the network for that connection. Checkers look before this is called.
  void told(ConnectionId connection, const wire::ServerMessage& message);

  [[nodiscard]] const Presence& of(ConnectionId connection) const;
  // Every connection that was ever told that it sits there, oldest first.
  [[nodiscard]] const std::vector<ConnectionId>& ever_in(const wire::RoomCode& code, wire::SeatId seat) const;

 private:
  std::map<ConnectionId, Presence> present_;
  std::map<std::pair<wire::RoomCode, wire::SeatId>, std::vector<ConnectionId>> ever_in_;
};

}  // namespace certamen::sim
