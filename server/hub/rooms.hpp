// The rooms of one shard: steps them, journals what they record, and holds what they say until it is safe.
//
// Pure; owned by a Hub. Output commit: the effects of a step leave only when the disk has committed every entry recorded
// up to that step, in the order of the steps. So nobody ever sees the effect of an event that a crash could undo.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "proto/wire/beacon.hpp"
#include "server/hub/addresses.hpp"
#include "server/hub/config.hpp"
#include "server/hub/output.hpp"
#include "server/hub/places.hpp"
#include "server/lobby/name.hpp"
#include "server/room/room.hpp"

namespace certamen::hub {

class Rooms {
 public:
  // `config` and `addresses` must outlive this.
  Rooms(const Config& config, Addresses& addresses) : config_(config), addresses_(addresses) {}

  void on(const RoomWish& wish, wire::Instant now, Outputs& out);
  void on(const SessionGone& gone, wire::Instant now, Outputs& out);
  void on(const EntriesCommitted& committed, wire::Instant now, Outputs& out);
  void on(const PaperReady& ready, wire::Instant now, Outputs& out);
  void on(const StorageTrouble& trouble, wire::Instant now, Outputs& out);
  void on(const PasswordHashed& hashed, wire::Instant now, Outputs& out);
  void on(const PasswordVerified& verified, wire::Instant now, Outputs& out);
  // Ticks every room whose deadline has come.
  void tick(wire::Instant now, Outputs& out);
  // Takes over a room that was replayed from its journal of `entry_count` entries.
  void restore(const wire::RoomCode& code, GameId game, room::Room room, std::uint64_t entry_count, wire::Instant now,
               Outputs& out);

  [[nodiscard]] std::optional<wire::Instant> deadline() const;
  [[nodiscard]] std::size_t count() const { return rooms_.size(); }
  // Whether some room is counting time down, so that a crash would need to know when it happened.
  [[nodiscard]] bool any_counting() const;
  // Rooms with a running question, and steps that wait for their commit.
  [[nodiscard]] std::size_t in_question_count() const;
  [[nodiscard]] std::size_t held_count() const;
  // From now on no question begins and no room opens; those that run end as they would.
  void drain();
  // Those whose hosts agreed to be listed, while they take players, as far as their members know of them.
  [[nodiscard]] std::vector<wire::BeaconRoom> listed();  // in listing.cpp
  [[nodiscard]] const room::Room* find(const wire::RoomCode& code) const;

 private:
  struct Seated {
    SessionId session;
    wire::Language language = wire::Language::English;
    wire::Role role = wire::Role::Player;  // as it was told; the room may be ahead of the disk
  };
  // Whoever caused a step, and the tickets a new seat is to get.
  struct Author {
    std::optional<SessionId> session;
    wire::Language language = wire::Language::English;
    std::optional<wire::Ticket> ticket;
    std::optional<wire::Ticket> host_ticket;     // or one for a co-host's rights
    std::optional<wire::Instant> answered_at{};  // when the answer that is being taken was received
    std::vector<SessionId> displaced{};          // who spoke for the seat before, told of it or not
    AddressKey address{};
    std::map<wire::SeatId, SessionId> dismissed{};  // who spoke for the seats that this step took away
  };
  struct Held {
    std::uint64_t entries_needed = 0;
    Author author;
    std::vector<room::Effect> effects;
  };
  struct Hosted {
    wire::RoomCode code;
    GameId game = 0;
    room::Room room;
    std::uint64_t entries_recorded = 0;
    std::uint64_t entries_committed = 0;
    std::deque<Held> held;
    std::map<wire::SeatId, Seated> seated;  // as told to the members
    std::optional<wire::Instant> scheduled;
    std::optional<AddressKey> opener{};  // not known of a room that was replayed
  };

  // With a password in the wish both wait for the worker first, and are called again with its answer.
  void open(const RoomWish& wish, const wire::OpenRoom& open, const std::string& password_hash, wire::Instant now,
            Outputs& out);
  void enter(const RoomWish& wish, bool password_is_right, wire::Instant now, Outputs& out);
  void resume_seat(Hosted& hosted, const RoomWish& wish, const wire::ResumeSeat& resume, Author author, wire::Instant now,
                   Outputs& out);
  void join_room(Hosted& hosted, const RoomWish& wish, const wire::JoinRoom& join, bool password_is_right, Author author,
                 wire::Instant now, Outputs& out);
  void wish_of_member(const RoomWish& wish, const Place& place, wire::Instant now, Outputs& out);
  void step(Hosted& hosted, const room::Event& event, Author author, wire::Instant now, Outputs& out);
  void keep(Hosted& hosted, const room::Event& event, Author author, std::vector<room::Effect> effects, wire::Instant now,
            Outputs& out);
  void reschedule(Hosted& hosted);
  void refuse(const SessionId& session, wire::Refusal reason, bool still_seated, Outputs& out);
  void send_results(const Hosted& hosted, const room::SendResults& effect, Outputs& out) const;
  void let_in(Hosted& hosted, const Author& author, const room::Seat& effect, Outputs& out);

  // passwords.cpp
  void await_password(const RoomWish& wish, DiskWish question, bool still_seated, Outputs& out);
  void while_in_check(const RoomWish& wish, Outputs& out);
  [[nodiscard]] std::optional<RoomWish> take_from_check(const SessionId& session);

  // naming.cpp
  [[nodiscard]] std::optional<lobby::PlayerName> admitted(const std::string& typed) const;
  [[nodiscard]] lobby::IsFree free_in(const room::Room* room) const;
  [[nodiscard]] std::optional<lobby::PlayerName> name_of_host(const RoomWish& wish, const wire::OpenRoom& open) const;
  [[nodiscard]] std::optional<lobby::PlayerName> name_of_guest(const RoomWish& wish, const wire::JoinRoom& join,
                                                               const room::Room& room) const;
  void offer_free_name(const room::Joined& joined, const room::Room& room, std::vector<room::Effect>& effects) const;

  // commanding.cpp
  void command(Hosted& hosted, const RoomWish& wish, const wire::CommandRoom& command, wire::SeatId seat, wire::Instant now,
               Outputs& out);
  [[nodiscard]] std::optional<room::TicketDigest> address_to_ban(const Hosted& hosted, wire::SeatId seat) const;
  void dismiss(const Hosted& hosted, const room::Dismiss& effect, Author& author);
  void tell_rights(Hosted& hosted, const Author& author, const room::Grant& grant, Outputs& out) const;

  // release.cpp
  bool release(Hosted& hosted, wire::Instant now, Outputs& out);  // false when the room was closed and dropped
  void recycle(std::vector<room::Effect> effects);
  bool carry_out(Hosted& hosted, const Author& author, room::Effect& effect, wire::Instant now, Outputs& out);
  void broadcast(const Hosted& hosted, const room::Broadcast& effect, Outputs& out) const;
  void deliver(const SessionId& session, const wire::ServerMessage& message, Outputs& out) const;
  void deliver(const std::map<std::uint32_t, std::vector<std::uint64_t>>& by_shard, const wire::Frame& frame,
               Outputs& out) const;
  void drop(const wire::RoomCode& code, wire::Instant now, Outputs& out);

  const Config& config_;
  Addresses& addresses_;
  std::map<wire::RoomCode, Hosted> rooms_;
  wire::RoomCode listed_last_;  // where the next listing goes on
  std::map<GameId, wire::RoomCode> code_of_game_;
  Places places_;
  // Left, but the leaving is not safe yet: until then their shard must not think them free to sit elsewhere.
  std::set<SessionId> leaving_;
  std::map<SessionId, RoomWish> in_check_;  // wait for the worker's word about their password
  std::set<std::pair<wire::Instant, wire::RoomCode>> schedule_;
  std::vector<std::vector<room::Effect>> spare_effects_;  // empty, for later steps
  std::uint64_t rooms_opened_ = 0;
  bool storage_failing_ = false;
  bool draining_ = false;
};

}  // namespace certamen::hub
