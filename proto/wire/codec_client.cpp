#include "proto/wire/codec.hpp"
#include "proto/wire/codec_parts.hpp"

namespace certamen::wire {
namespace codec {
namespace {

void put_message(const Hello& from, pb::ClientMessage& to) {
  auto* message = to.mutable_hello();
  message->set_protocol_min(from.protocol_min);
  message->set_protocol_max(from.protocol_max);
  message->set_client_version(from.client_version);
  message->set_language(schema_enum<pb::Language>(from.language));
  message->set_server_password(from.server_password);
}
void put_message(const Ping& from, pb::ClientMessage& to) {
  to.mutable_ping()->set_nonce(from.nonce);
  to.mutable_ping()->set_echo(from.echo);
}
void put_message(const ChooseLanguage& from, pb::ClientMessage& to) {
  to.mutable_choose_language()->set_language(schema_enum<pb::Language>(from.language));
}
void put_message(const BrowseTopics&, pb::ClientMessage& to) {
  to.mutable_browse_topics();
}
void put_message(const OpenRoom& from, pb::ClientMessage& to) {
  put(from.settings, *to.mutable_open_room()->mutable_settings());
  to.mutable_open_room()->set_name(from.name);
  to.mutable_open_room()->set_password(from.password);
}
void put_message(const JoinRoom& from, pb::ClientMessage& to) {
  auto* message = to.mutable_join_room();
  message->set_code(from.code);
  message->set_name(from.name);
  message->set_role(schema_enum<pb::Role>(from.role));
  if (from.nonce) message->set_nonce(ticket_bytes_of(*from.nonce));
  message->set_password(from.password);
}
void put_message(const ResumeSeat& from, pb::ClientMessage& to) {
  to.mutable_resume_seat()->set_code(from.code);
  to.mutable_resume_seat()->set_ticket(ticket_bytes_of(from.ticket));
}
void put_message(const LeaveRoom&, pb::ClientMessage& to) {
  to.mutable_leave_room();
}
void put_message(const SubmitAnswer& from, pb::ClientMessage& to) {
  auto* message = to.mutable_submit_answer();
  message->set_question_number(from.question_number);
  put(from.answer, *message->mutable_answer());
  message->set_chosen_at_micros(micros(from.chosen_at));
  message->set_certainty(optional_schema_enum<pb::Certainty>(from.certainty));
  message->set_vote(vote_said(from.vote));
}
void put_message(const CommandRoom& from, pb::ClientMessage& to) {
  put(from.command, *to.mutable_command_room());
  to.mutable_command_room()->set_host_ticket(ticket_bytes_of(from.host_ticket));
  if (!from.at) return;
  auto* at = to.mutable_command_room()->mutable_at();
  at->set_phase(schema_enum<pb::Phase>(from.at->phase));
  at->set_question_number(from.at->question_number);
}
void put_message(const ReviewMatch&, pb::ClientMessage& to) {
  to.mutable_review_match();
}
void put_message(const FetchPaper&, pb::ClientMessage& to) {
  to.mutable_fetch_paper();
}
void put_message(const FlagQuestion& from, pb::ClientMessage& to) {
  to.mutable_flag_question()->set_question_number(from.question_number);
  to.mutable_flag_question()->set_flagged(from.flagged);
}
void put_message(const HandIn&, pb::ClientMessage& to) {
  to.mutable_hand_in();
}
void put_message(const ChooseTeam& from, pb::ClientMessage& to) {
  to.mutable_choose_team()->set_team(from.team);
}

Hello take(const pb::Hello& from, Check& check) {
  Hello to;
  to.protocol_min = from.protocol_min();
  to.protocol_max = from.protocol_max();
  check.that(to.protocol_min >= 1 && to.protocol_min <= to.protocol_max, "hello.protocol_min");
  to.client_version = text(from.client_version(), version_text_bytes_max, "hello.client_version", check);
  to.language = plain_enum(from.language(), Language::Spanish, "hello.language", check);
  to.server_password = text(from.server_password(), password_bytes_max, "hello.server_password", check);
  return to;
}
OpenRoom take(const pb::OpenRoom& from, Check& check) {
  return {take(from.settings(), check), text(from.name(), name_bytes_max, "open_room.name", check),
          text(from.password(), password_bytes_max, "open_room.password", check)};
}
JoinRoom take(const pb::JoinRoom& from, Check& check) {
  JoinRoom to;
  to.code = room_code(from.code(), check);
  to.name = text(from.name(), name_bytes_max, "join_room.name", check);
  to.role = plain_enum(from.role(), Role::Spectator, "join_room.role", check);
  check.that(to.role != Role::Host, "join_room.role");
  if (!from.nonce().empty()) to.nonce = ticket(from.nonce(), "join_room.nonce", check);
  to.password = text(from.password(), password_bytes_max, "join_room.password", check);
  return to;
}
SubmitAnswer take(const pb::SubmitAnswer& from, Check& check) {
  SubmitAnswer to;
  to.question_number = bounded(from.question_number(), 1, questions_per_match_max, "submit_answer.question_number", check);
  to.answer = take(from.answer(), check);
  to.chosen_at = instant(from.chosen_at_micros(), "submit_answer.chosen_at", check);
  to.certainty = optional_plain_enum(from.certainty(), Certainty::High, "submit_answer.certainty", check);
  to.vote = vote(from.vote(), "submit_answer.vote", check);
  return to;
}
CommandRoom take(const pb::CommandRoom& from, Check& check) {
  CommandRoom to{take_order(from, check), ticket(from.host_ticket(), "command_room.host_ticket", check)};
  if (!from.has_at()) return to;
  to.at = {plain_enum(from.at().phase(), Phase::Discussing, "command_room.at.phase", check),
           bounded(from.at().question_number(), 0, questions_per_match_max, "command_room.at.question_number", check)};
  return to;
}

FlagQuestion take(const pb::FlagQuestion& from, Check& check) {
  return {bounded(from.question_number(), 1, questions_per_match_max, "flag_question.question_number", check),
          from.flagged()};
}

ClientMessage take_message(const pb::ClientMessage& from, Check& check) {
  using Kind = pb::ClientMessage::MessageCase;
  switch (from.message_case()) {
    case Kind::kHello: return take(from.hello(), check);
    case Kind::kPing: return Ping{from.ping().nonce(), from.ping().echo()};
    case Kind::kChooseLanguage:
      return ChooseLanguage{plain_enum(from.choose_language().language(), Language::Spanish, "language", check)};
    case Kind::kBrowseTopics: return BrowseTopics{};
    case Kind::kOpenRoom: return take(from.open_room(), check);
    case Kind::kJoinRoom: return take(from.join_room(), check);
    case Kind::kResumeSeat:
      return ResumeSeat{room_code(from.resume_seat().code(), check), ticket(from.resume_seat().ticket(), "ticket", check)};
    case Kind::kLeaveRoom: return LeaveRoom{};
    case Kind::kSubmitAnswer: return take(from.submit_answer(), check);
    case Kind::kCommandRoom: return take(from.command_room(), check);
    case Kind::kReviewMatch: return ReviewMatch{};
    case Kind::kFetchPaper: return FetchPaper{};
    case Kind::kFlagQuestion: return take(from.flag_question(), check);
    case Kind::kHandIn: return HandIn{};
    case Kind::kChooseTeam: return ChooseTeam{bounded(from.choose_team().team(), 1, teams_max, "choose_team.team", check)};
    case Kind::MESSAGE_NOT_SET: break;
  }
  check.that(false, "message");
  return Ping{};
}

}  // namespace
}  // namespace codec

Frame encode(const ClientMessage& message) {
  codec::pb::ClientMessage schema;
  std::visit([&schema](const auto& wish) { codec::put_message(wish, schema); }, message);
  return Frame::from_body(schema.SerializeAsString());
}

Result<ClientMessage> decode_client(std::span<const std::byte> body) {
  codec::pb::ClientMessage schema;
  if (body.size() > client_frame_bytes_max || !schema.ParseFromArray(body.data(), static_cast<int>(body.size()))) {
    return fault("not a client message");
  }
  codec::Check check;
  ClientMessage message = codec::take_message(schema, check);
  if (!check.ok()) return fault(check.sentence());
  return message;
}

}  // namespace certamen::wire
