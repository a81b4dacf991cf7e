#include "server/journal/journal.hpp"

#include <algorithm>

#include "proto/wire/require.hpp"
#include "server/journal/journal_parts.hpp"

namespace certamen::journal {
namespace {

using wire::codec::Check;

constexpr std::size_t password_hash_bytes_max = 256;

std::string bytes_of(const room::TicketDigest& digest) {
  return {digest.begin(), digest.end()};
}

room::TicketDigest digest_of(const std::string& bytes, Check& check) {
  room::TicketDigest digest{};
  if (check.that(bytes.size() == digest.size(), "digest")) {
    std::transform(bytes.begin(), bytes.end(), digest.begin(), [](char byte) { return static_cast<std::uint8_t>(byte); });
  }
  return digest;
}

std::optional<room::TicketDigest> optional_digest_of(const std::string& bytes, Check& check) {
  if (bytes.empty()) return std::nullopt;
  return digest_of(bytes, check);
}

void put(const room::Opened& from, pb::Entry& to) {
  auto* message = to.mutable_opened();
  wire::codec::put(from.settings, *message->mutable_settings());
  message->set_seed(from.seed);
  message->set_host_name(from.host_name);
  message->set_host_name_key(from.host_name_key);
  message->set_seat_digest(bytes_of(from.seat_digest));
  message->set_host_digest(bytes_of(from.host_digest));
  message->set_releases_lobby_seats(from.releases_lobby_seats);
  message->set_host_name_look(from.host_name_look);
  message->set_password_hash(from.password_hash);
  message->set_ties_within_error(from.ties_within_error);
  message->set_awaits_host(from.awaits_host);
  message->set_bounds_orders(from.bounds_orders);
}
void put(const room::Joined& from, pb::Entry& to) {
  auto* message = to.mutable_joined();
  message->set_name(from.name);
  message->set_name_key(from.name_key);
  message->set_role(wire::codec::schema_enum<certamen::v1::Role>(from.role));
  message->set_seat_digest(bytes_of(from.seat_digest));
  if (from.nonce_digest) message->set_nonce_digest(bytes_of(*from.nonce_digest));
  message->set_name_look(from.name_look);
}
void put(const room::Resumed& from, pb::Entry& to) {
  to.mutable_resumed()->set_seat_digest(bytes_of(from.seat_digest));
  if (from.rights_digest) to.mutable_resumed()->set_rights_digest(bytes_of(*from.rights_digest));
}
void put(const room::Disconnected& from, pb::Entry& to) {
  to.mutable_disconnected()->set_seat(from.seat.value);
}
void put(const room::Left& from, pb::Entry& to) {
  to.mutable_left()->set_seat(from.seat.value);
}
void put(const room::Answered& from, pb::Entry& to) {
  auto* message = to.mutable_answered();
  message->set_seat(from.seat.value);
  message->set_question_number(from.question_number);
  wire::codec::put(from.answer, *message->mutable_answer());
  message->set_received_at_micros(wire::micros(from.received_at));
  message->set_chosen_at_micros(wire::micros(from.chosen_at));
  message->set_certainty(wire::codec::optional_schema_enum<certamen::v1::Certainty>(from.certainty));
  message->set_vote(wire::codec::vote_said(from.vote));
  if (!from.round_trips) return;
  auto* round_trips = message->mutable_round_trips();
  round_trips->set_lowest_micros(from.round_trips->lowest.count());
  round_trips->set_latest_micros(from.round_trips->latest.count());
  round_trips->set_jitter_micros(from.round_trips->jitter.count());
}
void put(const room::Commanded& from, pb::Entry& to) {
  auto* message = to.mutable_commanded();
  message->set_seat(from.seat.value);
  message->set_host_digest(bytes_of(from.host_digest));
  if (const auto* plain = std::get_if<wire::Command>(&from.command)) {
    message->set_command(wire::codec::schema_enum<certamen::v1::Command>(*plain));
    return;
  }
  wire::codec::put(from.command, *message->mutable_order());
  message->set_name_key(from.name_key);
  message->set_name_look(from.name_look);
  if (from.rights_digest) message->set_rights_digest(bytes_of(*from.rights_digest));
  if (from.address_digest) message->set_address_digest(bytes_of(*from.address_digest));
}
void put(const room::PaperDrawn& from, pb::Entry& to) {
  journal::put(from.paper, *to.mutable_paper_drawn());
}
void put(const room::PaperRefused&, pb::Entry& to) {
  to.mutable_paper_refused();
}
void put(const room::Recovered&, pb::Entry& to) {
  to.mutable_recovered();
}
void put(const room::StorageFailed&, pb::Entry& to) {
  to.mutable_storage_failed();
}
void put(const room::StorageReturned&, pb::Entry& to) {
  to.mutable_storage_returned();
}
void put(const room::Tick&, pb::Entry& to) {
  to.mutable_tick();
}
void put(const room::Flagged& from, pb::Entry& to) {
  to.mutable_flagged()->set_seat(from.seat.value);
  to.mutable_flagged()->set_question_number(from.question_number);
  to.mutable_flagged()->set_flagged(from.flagged);
}
void put(const room::HandedIn& from, pb::Entry& to) {
  to.mutable_handed_in()->set_seat(from.seat.value);
}
void put(const room::TeamChosen& from, pb::Entry& to) {
  to.mutable_team_chosen()->set_seat(from.seat.value);
  to.mutable_team_chosen()->set_team(from.team);
}
void put(const room::LanguageChosen&, pb::Entry&) {
  wire::require(false, "a language choice is not journaled");
}
void put(const room::ReviewAsked&, pb::Entry&) {
  wire::require(false, "a review is not journaled");
}
void put(const room::PaperAsked&, pb::Entry&) {
  wire::require(false, "a look at the paper is not journaled");
}

std::string name(const std::string& value, std::string_view field, Check& check) {
  return wire::codec::text(value, wire::name_bytes_max, field, check);
}

room::Opened take(const pb::Opened& from, Check& check) {
  return {wire::codec::take(from.settings(), check),
          from.seed(),
          name(from.host_name(), "opened.host_name", check),
          from.host_name_key(),
          digest_of(from.seat_digest(), check),
          digest_of(from.host_digest(), check),
          wire::Language::English,
          from.releases_lobby_seats(),
          from.host_name_look(),
          wire::codec::text(from.password_hash(), password_hash_bytes_max, "opened.password_hash", check),
          from.ties_within_error(),
          from.awaits_host(),
          from.bounds_orders()};
}

room::Joined take(const pb::Joined& from, Check& check) {
  const auto role = wire::codec::plain_enum(from.role(), wire::Role::Spectator, "joined.role", check);
  check.that(role != wire::Role::Host, "joined.role");
  room::Joined joined{name(from.name(), "joined.name", check), from.name_key(), role, digest_of(from.seat_digest(), check),
                      wire::Language::English};
  joined.name_look = from.name_look();
  joined.nonce_digest = optional_digest_of(from.nonce_digest(), check);
  return joined;
}

wire::Duration round_trip(std::int64_t micros, Check& check) {
  constexpr wire::Duration longest = std::chrono::hours(1);
  const wire::Duration length{micros};
  check.that(length >= wire::Duration::zero() && length <= longest, "answered.round_trips");
  return length;
}

room::Commanded take(const pb::Commanded& from, Check& check) {
  room::Commanded commanded{{from.seat()}, wire::Command::Start, digest_of(from.host_digest(), check)};
  if (!from.has_order()) {
    commanded.command = wire::codec::plain_enum(from.command(), wire::Command::End, "command", check);
    return commanded;
  }
  commanded.command = wire::codec::take_order(from.order(), check);
  check.that(!std::holds_alternative<wire::Command>(commanded.command), "order");
  commanded.name_key = from.name_key();
  commanded.name_look = from.name_look();
  commanded.rights_digest = optional_digest_of(from.rights_digest(), check);
  commanded.address_digest = optional_digest_of(from.address_digest(), check);
  return commanded;
}

room::Answered take(const pb::Answered& from, Check& check) {
  std::optional<room::RoundTrips> measured;
  if (from.has_round_trips()) {
    measured = {round_trip(from.round_trips().lowest_micros(), check), round_trip(from.round_trips().latest_micros(), check),
                round_trip(from.round_trips().jitter_micros(), check)};
  }
  return {{from.seat()},
          from.question_number(),
          wire::codec::take(from.answer(), check),
          wire::codec::instant(from.received_at_micros(), "answered.received_at", check),
          wire::codec::instant(from.chosen_at_micros(), "answered.chosen_at", check),
          wire::codec::optional_plain_enum(from.certainty(), wire::Certainty::High, "answered.certainty", check),
          measured,
          wire::codec::vote(from.vote(), "answered.vote", check)};
}

room::Event take_event(const pb::Entry& from, Check& check) {
  using Kind = pb::Entry::EventCase;
  switch (from.event_case()) {
    case Kind::kOpened: return take(from.opened(), check);
    case Kind::kJoined: return take(from.joined(), check);
    case Kind::kResumed:
      return room::Resumed{digest_of(from.resumed().seat_digest(), check), wire::Language::English,
                           optional_digest_of(from.resumed().rights_digest(), check)};
    case Kind::kDisconnected: return room::Disconnected{{from.disconnected().seat()}};
    case Kind::kLeft: return room::Left{{from.left().seat()}};
    case Kind::kAnswered: return take(from.answered(), check);
    case Kind::kCommanded: return take(from.commanded(), check);
    case Kind::kPaperDrawn: return room::PaperDrawn{journal::take(from.paper_drawn(), check)};
    case Kind::kPaperRefused: return room::PaperRefused{};
    case Kind::kRecovered: return room::Recovered{};
    case Kind::kStorageFailed: return room::StorageFailed{};
    case Kind::kStorageReturned: return room::StorageReturned{};
    case Kind::kTick: return room::Tick{};
    case Kind::kFlagged: {
      const std::uint32_t number = from.flagged().question_number();
      check.that(number >= 1 && number <= wire::questions_per_match_max, "flagged.question_number");
      return room::Flagged{{from.flagged().seat()}, number, from.flagged().flagged()};
    }
    case Kind::kHandedIn: return room::HandedIn{{from.handed_in().seat()}};
    case Kind::kTeamChosen:
      return room::TeamChosen{
          {from.team_chosen().seat()},
          wire::codec::bounded(from.team_chosen().team(), 1, wire::teams_max, "team_chosen.team", check)};
    case Kind::EVENT_NOT_SET: break;
  }
  check.that(false, "event");
  return room::Tick{};
}

}  // namespace

std::string encode(const Entry& entry) {
  pb::Entry schema;
  schema.set_at_micros(wire::micros(entry.at));
  std::visit([&schema](const auto& event) { put(event, schema); }, entry.event);
  return schema.SerializeAsString();
}

wire::Result<Entry> decode(const std::string& bytes) {
  pb::Entry schema;
  if (!schema.ParseFromString(bytes)) return wire::fault("a journal entry is not readable");
  Check check;
  Entry entry{take_event(schema, check), wire::codec::instant(schema.at_micros(), "at", check)};
  if (!check.ok()) return wire::fault("a journal entry is damaged: " + check.sentence());
  return entry;
}

}  // namespace certamen::journal
