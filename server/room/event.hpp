// Everything that can happen to a room, in the past tense.
//
// Plain values. The journal keeps those a room accepted (effect Record), each with its instant: replaying them gives the
// same room. Tickets are present only as digests, so a journal proves nobody's seat.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "proto/wire/messages.hpp"
#include "server/exam/question.hpp"

namespace certamen::room {

using TicketDigest = std::array<std::uint8_t, 32>;  // SHA-256

// Compares every byte whatever the first difference, so that timing tells nothing about a ticket.
[[nodiscard]] inline bool same_digest(const TicketDigest& left, const TicketDigest& right) {
  unsigned difference = 0;
  for (std::size_t i = 0; i < left.size(); ++i) difference |= static_cast<unsigned>(left[i] ^ right[i]);
  return difference == 0;
}

// The first event of every room. The opener gets the first seat, as host.
struct Opened {
  wire::RoomSettings settings;
  std::uint64_t seed = 0;  // of the draw and of every shuffle
  std::string host_name;
  std::string host_name_key;  // the folded name, by which twins are found
  TicketDigest seat_digest{};
  TicketDigest host_digest{};
  wire::Language language = wire::Language::English;
  bool releases_lobby_seats = false;  // see lobby_seat_time; rooms of older journals keep every seat
  std::string host_name_look{};       // the name as it looks, by which other twins are found; none in older journals
  std::string password_hash{};        // Argon2id of what those who join must say; empty: nothing
  bool ties_within_error = false;     // see exam::rank; rooms of older journals compare times to the tenth
  bool awaits_host = false;           // also where the players are the pace; rooms of older journals went on without one
  bool bounds_orders = false;         // see orders_max; rooms of older journals obeyed for ever
  bool operator==(const Opened&) const = default;
};
struct Joined {
  std::string name;
  std::string name_key;
  wire::Role role = wire::Role::Player;  // Player or Spectator
  TicketDigest seat_digest{};
  wire::Language language = wire::Language::English;
  std::optional<TicketDigest> nonce_digest{};    // names the wish: repeated, it means the seat already given
  std::string name_look{};                       // as in Opened
  std::optional<TicketDigest> address_digest{};  // of where it comes from; for bans, not journaled
  bool operator==(const Joined&) const = default;
};
struct Resumed {
  TicketDigest seat_digest{};
  wire::Language language = wire::Language::English;
  std::optional<TicketDigest> rights_digest{};  // of a ticket made for one whose first ticket for its rights may be lost
  bool operator==(const Resumed&) const = default;
};
struct Disconnected {
  wire::SeatId seat;
  bool operator==(const Disconnected&) const = default;
};
struct Left {
  wire::SeatId seat;
  bool operator==(const Left&) const = default;
};
// The round trips of a connection as the server measured them: pongs sent, until their echoes were received.
struct RoundTrips {
  wire::Duration lowest{};
  wire::Duration latest{};
  wire::Duration jitter{};  // the mean of what they were above the lowest
  bool operator==(const RoundTrips&) const = default;
};
struct Answered {
  wire::SeatId seat;
  std::uint32_t question_number = 0;
  wire::Answer answer;
  wire::Instant received_at{};  // at the socket; this instant alone decides whether it counts
  wire::Instant chosen_at{};    // what the client claims; believed within the bounds of fair_time.hpp
  std::optional<wire::Certainty> certainty{};
  std::optional<RoundTrips> round_trips{};  // as far as they were measured; without them no stamp is believed
  std::uint32_t vote = 1;                   // on this question
  bool operator==(const Answered&) const = default;
};
struct Commanded {
  wire::SeatId seat;
  wire::Order command = wire::Command::Start;
  TicketDigest host_digest{};                    // of the ticket shown, the host's or a co-host's
  std::string name_key{};                        // with RenameMember
  std::string name_look{};                       // as in Opened
  std::optional<TicketDigest> rights_digest{};   // with HandOver, AppointCohost, TakeOver: of the ticket made for it
  std::optional<TicketDigest> address_digest{};  // with a ban: of the address to keep out
  std::optional<wire::Moment> at{};              // as in CommandRoom; not kept in the journal, which has what was obeyed
  bool operator==(const Commanded&) const = default;
};
struct PaperDrawn {
  exam::Paper paper;
  bool operator==(const PaperDrawn&) const = default;
};
// The bank holds fewer questions than the settings ask for.
struct PaperRefused {
  bool operator==(const PaperRefused&) const = default;
};
// A member reads another language from now on. Changes nothing in the room.
struct LanguageChosen {
  wire::SeatId seat;
  wire::Language language = wire::Language::English;
  bool operator==(const LanguageChosen&) const = default;
};
// A member wants to see the finished match again. Changes nothing in the room.
struct ReviewAsked {
  wire::SeatId seat;
  wire::Language language = wire::Language::English;
  bool operator==(const ReviewAsked&) const = default;
};
// A player of an exam marks a question, or takes the mark away.
struct Flagged {
  wire::SeatId seat;
  std::uint32_t question_number = 0;
  bool flagged = true;
  bool operator==(const Flagged&) const = default;
};
// A player of an exam is done.
struct HandedIn {
  wire::SeatId seat;
  bool operator==(const HandedIn&) const = default;
};
// A member wants to see the exam's paper. Changes nothing in the room.
struct PaperAsked {
  wire::SeatId seat;
  wire::Language language = wire::Language::English;
  bool operator==(const PaperAsked&) const = default;
};
// A player chooses the own team.
struct TeamChosen {
  wire::SeatId seat;
  wire::TeamNumber team = 1;
  bool operator==(const TeamChosen&) const = default;
};
// The server was restarted: every connection is gone, time stood still.
struct Recovered {
  bool operator==(const Recovered&) const = default;
};
// The journal cannot be written for now; nothing can be acknowledged, so the clock must stand still.
struct StorageFailed {
  bool operator==(const StorageFailed&) const = default;
};
struct StorageReturned {
  bool operator==(const StorageReturned&) const = default;
};
// A deadline the room asked for has come.
struct Tick {
  bool operator==(const Tick&) const = default;
};

using Event =
    std::variant<Opened, Joined, Resumed, Disconnected, Left, Answered, Commanded, PaperDrawn, PaperRefused, LanguageChosen,
                 ReviewAsked, Recovered, StorageFailed, StorageReturned, Tick, Flagged, HandedIn, PaperAsked, TeamChosen>;

}  // namespace certamen::room
