#include <algorithm>

#include "server/hub/rooms.hpp"
#include "server/lobby/ticket.hpp"

namespace certamen::hub {

// Gives a command what a room cannot have: names that were looked at, new tickets, and where people come from.
void Rooms::command(Hosted& hosted, const RoomWish& wish, const wire::CommandRoom& command, wire::SeatId seat,
                    wire::Instant now, Outputs& out) {
  Author author{wish.session, wish.language, std::nullopt, std::nullopt};
  author.address = wish.address;
  room::Commanded commanded{seat, command.command, lobby::digest_of(command.host_ticket)};
  if (auto* rename = std::get_if<wire::RenameMember>(&commanded.command)) {
    const auto name = admitted(rename->name);
    if (!name) return refuse(wish.session, wire::Refusal::NameInvalid, true, out);
    rename->name = name->shown;
    commanded.name_key = name->key;
    commanded.name_look = name->look;
  }
  const auto* appoint = std::get_if<wire::AppointCohost>(&commanded.command);
  const bool grants = (appoint != nullptr && appoint->appointed) ||
                      std::holds_alternative<wire::HandOver>(commanded.command) ||
                      std::holds_alternative<wire::TakeOver>(commanded.command);
  if (grants) {
    author.host_ticket = lobby::new_ticket(config_.entropy);
    commanded.rights_digest = lobby::digest_of(*author.host_ticket);
  }
  const auto* remove = std::get_if<wire::RemoveMember>(&commanded.command);
  if (remove != nullptr && remove->banned) commanded.address_digest = address_to_ban(hosted, remove->seat);
  commanded.at = command.at;
  step(hosted, commanded, std::move(author), now, out);
}

// Where this member comes from; nothing when it is away, or when another member comes from there, too: one ban must not
// keep out a whole school.
std::optional<room::TicketDigest> Rooms::address_to_ban(const Hosted& hosted, wire::SeatId seat) const {
  const SessionId* speaker = places_.speaker(hosted.code, seat);
  if (speaker == nullptr) return std::nullopt;
  const AddressKey& address = places_.find(*speaker)->address;
  const Places::Speakers& speakers = places_.speakers(hosted.code);
  const bool shared = std::any_of(speakers.begin(), speakers.end(), [&](const auto& entry) {
    return entry.first != seat && places_.find(entry.second)->address == address;
  });
  if (shared) return std::nullopt;
  return lobby::address_digest(address.bytes, hosted.game);
}

// From now on nobody speaks for this seat; that they are told waits for the disk.
void Rooms::dismiss(const Hosted& hosted, const room::Dismiss& effect, Author& author) {
  const SessionId* speaker = places_.speaker(hosted.code, effect.seat);
  if (speaker == nullptr) return;
  const SessionId session = *speaker;
  author.dismissed[effect.seat] = session;
  leaving_.insert(session);
  places_.release(session);
}

void Rooms::tell_rights(Hosted& hosted, const Author& author, const room::Grant& grant, Outputs& out) const {
  const auto seated = hosted.seated.find(grant.seat);
  if (seated == hosted.seated.end()) return;  // one that comes back is told by its snapshot
  wire::RightsChanged rights{grant.rights, std::nullopt};
  if (grant.rights != wire::Rights::None) rights.ticket = author.host_ticket;
  wire::Role& role = seated->second.role;
  const auto member = hosted.room.members().find(grant.seat);
  const bool plays = member != hosted.room.members().end() && member->second.plays;
  if (grant.rights == wire::Rights::Host) {
    role = wire::Role::Host;
  } else if (role == wire::Role::Host) {
    role = plays ? wire::Role::Player : wire::Role::Spectator;
  }
  deliver(seated->second.session, wire::SeatEvent{grant.sequence, rights}, out);
}

}  // namespace certamen::hub
