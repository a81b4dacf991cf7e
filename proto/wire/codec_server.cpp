#include "proto/wire/codec.hpp"
#include "proto/wire/codec_parts.hpp"

namespace certamen::wire {
namespace codec {
namespace {

void put_message(const Welcome& from, pb::ServerMessage& to) {
  auto* message = to.mutable_welcome();
  message->set_protocol(from.protocol);
  message->set_server_version(from.server_version);
  message->set_bank_hash(from.bank_hash);
  message->set_bank_question_count(from.bank_question_count);
  for (const std::string& address : from.reachable) message->add_reachable(address);
}
void put_message(const Pong& from, pb::ServerMessage& to) {
  auto* message = to.mutable_pong();
  message->set_nonce(from.nonce);
  message->set_received_at_micros(micros(from.received_at));
  message->set_sent_at_micros(micros(from.sent_at));
}
void put_message(const TopicsListed& from, pb::ServerMessage& to) {
  auto* message = to.mutable_topics_listed();
  for (const TopicSummary& topic : from.topics) {
    auto* summary = message->add_topics();
    summary->set_id(topic.id);
    summary->set_title(topic.title);
    summary->set_domain(schema_enum<pb::ExamDomain>(topic.domain));
    summary->set_question_count(topic.question_count);
  }
}
void put_message(const RoomJoined& from, pb::ServerMessage& to) {
  auto* message = to.mutable_room_joined();
  message->set_code(from.code);
  message->set_seat(from.seat.value);
  message->set_role(schema_enum<pb::Role>(from.role));
  message->set_plays(from.plays);
  if (from.ticket) message->set_ticket(ticket_bytes_of(*from.ticket));
  if (from.host_ticket) message->set_host_ticket(ticket_bytes_of(*from.host_ticket));
  put(from.snapshot, *message->mutable_snapshot());
}
void put_message(const RoomLeft&, pb::ServerMessage& to) {
  to.mutable_room_left();
}
void put_message(const RoomEvent& from, pb::ServerMessage& to) {
  put(from, *to.mutable_room_event());
}
void put_message(const SeatEvent& from, pb::ServerMessage& to) {
  put(from, *to.mutable_seat_event());
}
void put_message(const RoomTroubled& from, pb::ServerMessage& to) {
  to.mutable_room_troubled()->set_storage_failing(from.storage_failing);
}
void put_message(const Rejected& from, pb::ServerMessage& to) {
  to.mutable_rejected()->set_reason(schema_enum<pb::Refusal>(from.reason));
  to.mutable_rejected()->set_question_number(from.question_number);
  to.mutable_rejected()->set_suggestion(from.suggestion);
}
void put_message(const Goodbye& from, pb::ServerMessage& to) {
  auto* message = to.mutable_goodbye();
  message->set_reason(schema_enum<pb::Farewell>(from.reason));
  message->set_protocol_min(from.protocol_min);
  message->set_protocol_max(from.protocol_max);
}

Welcome take(const pb::Welcome& from, Check& check) {
  Welcome to;
  to.protocol = bounded(from.protocol(), protocol_version_min, protocol_version_max, "welcome.protocol", check);
  to.server_version = text(from.server_version(), version_text_bytes_max, "welcome.server_version", check);
  to.bank_hash = text(from.bank_hash(), 128, "welcome.bank_hash", check);
  to.bank_question_count = from.bank_question_count();
  check.that(static_cast<std::size_t>(from.reachable_size()) <= reachable_addresses_max, "welcome.reachable");
  for (const std::string& address : from.reachable()) {
    to.reachable.push_back(text(address, address_bytes_max, "welcome.reachable", check));
  }
  return to;
}
TopicsListed take(const pb::TopicsListed& from, Check& check) {
  TopicsListed to;
  if (!check.that(static_cast<std::size_t>(from.topics_size()) <= topics_max, "topics")) return to;
  for (const auto& topic : from.topics()) {
    to.topics.push_back({text(topic.id(), topic_id_bytes_max, "topics.id", check),
                         text(topic.title(), topic_title_bytes_max, "topics.title", check),
                         plain_enum(topic.domain(), ExamDomain::General, "topics.domain", check), topic.question_count()});
  }
  return to;
}
RoomJoined take(const pb::RoomJoined& from, Check& check) {
  RoomJoined to;
  to.code = room_code(from.code(), check);
  to.seat = {bounded(from.seat(), 1, ~std::uint32_t{0}, "joined.seat", check)};
  to.role = plain_enum(from.role(), Role::Spectator, "joined.role", check);
  to.plays = from.plays();
  if (!from.ticket().empty()) to.ticket = ticket(from.ticket(), "joined.ticket", check);
  if (!from.host_ticket().empty()) to.host_ticket = ticket(from.host_ticket(), "joined.host_ticket", check);
  to.snapshot = take(from.snapshot(), check);
  return to;
}

// Both have gaps in their numbers, so the schema says which values there are.
Refusal refusal(pb::Refusal reason, Check& check) {
  const bool known = reason != pb::REFUSAL_UNSPECIFIED && pb::Refusal_IsValid(reason);
  return check.that(known, "rejected.reason") ? static_cast<Refusal>(static_cast<int>(reason) - 1) : Refusal{};
}
Farewell farewell(pb::Farewell reason, Check& check) {
  const bool known = reason != pb::FAREWELL_UNSPECIFIED && pb::Farewell_IsValid(reason);
  return check.that(known, "goodbye.reason") ? static_cast<Farewell>(static_cast<int>(reason) - 1) : Farewell{};
}

ServerMessage take_message(const pb::ServerMessage& from, Check& check) {
  using Kind = pb::ServerMessage::MessageCase;
  switch (from.message_case()) {
    case Kind::kWelcome: return take(from.welcome(), check);
    case Kind::kPong:
      return Pong{from.pong().nonce(), instant(from.pong().received_at_micros(), "pong.received_at", check),
                  instant(from.pong().sent_at_micros(), "pong.sent_at", check)};
    case Kind::kTopicsListed: return take(from.topics_listed(), check);
    case Kind::kRoomJoined: return take(from.room_joined(), check);
    case Kind::kRoomLeft: return RoomLeft{};
    case Kind::kRoomEvent: return take(from.room_event(), check);
    case Kind::kSeatEvent: return take(from.seat_event(), check);
    case Kind::kRoomTroubled: return RoomTroubled{from.room_troubled().storage_failing()};
    case Kind::kRejected:
      return Rejected{refusal(from.rejected().reason(), check), from.rejected().question_number(),
                      text(from.rejected().suggestion(), name_bytes_max, "rejected.suggestion", check)};
    case Kind::kGoodbye:
      return Goodbye{farewell(from.goodbye().reason(), check), from.goodbye().protocol_min(), from.goodbye().protocol_max()};
    case Kind::MESSAGE_NOT_SET: break;
  }
  check.that(false, "message");
  return RoomLeft{};
}

}  // namespace
}  // namespace codec

Frame encode(const ServerMessage& message) {
  codec::pb::ServerMessage schema;
  std::visit([&schema](const auto& fact) { codec::put_message(fact, schema); }, message);
  return Frame::from_body(schema.SerializeAsString());
}

Result<ServerMessage> decode_server(std::span<const std::byte> body) {
  codec::pb::ServerMessage schema;
  if (body.size() > server_frame_bytes_max || !schema.ParseFromArray(body.data(), static_cast<int>(body.size()))) {
    return fault("not a server message");
  }
  codec::Check check;
  ServerMessage message = codec::take_message(schema, check);
  if (!check.ok()) return fault(check.sentence());
  return message;
}

}  // namespace certamen::wire
