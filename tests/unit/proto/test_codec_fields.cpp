#include <functional>
#include <string>
#include <vector>

#include "certamen/v1/client.pb.h"
#include "certamen/v1/server.pb.h"
#include "proto/wire/codec.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/proto/sample_messages.hpp"

// What only the schema can say: a part left out, an enum not said, a ticket of the wrong length, an index that would be
// cut to a byte. Written with the generated classes, refused by the field's name.
namespace certamen::wire {
namespace {

template <class Schema>
Schema schema_of(const Frame& frame) {
  Schema schema;
  REQUIRE(schema.ParseFromArray(frame.body().data(), static_cast<int>(frame.body().size())));
  return schema;
}

template <class Schema>
auto decode(const Schema& schema) {
  const std::string bytes = schema.SerializeAsString();
  const auto body = std::as_bytes(std::span(bytes.data(), bytes.size()));
  if constexpr (std::is_same_v<Schema, v1::ClientMessage>) {
    return decode_client(body);
  } else {
    return decode_server(body);
  }
}

template <class Schema, class Message>
void check_refused(const Message& sound, const std::string& field, const std::function<void(Schema&)>& breach) {
  CAPTURE(field);
  Schema schema = schema_of<Schema>(encode(sound));
  REQUIRE(decode(schema));
  breach(schema);
  const auto decoded = decode(schema);
  REQUIRE_FALSE(decoded);
  CHECK(decoded.error().what == "field " + field + " is missing or out of range");
}

template <class Message>
void check_wish_refused(const std::string& field, const std::function<void(v1::ClientMessage&)>& breach) {
  check_refused<v1::ClientMessage>(ClientMessage{proto_test::sample<Message>()}, field, breach);
}

void check_told_refused(const ServerMessage& sound, const std::string& field,
                        const std::function<void(v1::ServerMessage&)>& breach) {
  check_refused<v1::ServerMessage>(sound, field, breach);
}

}  // namespace

TEST_CASE("a ticket of another length is refused") {
  for (const std::size_t length : {std::size_t{0}, ticket_bytes - 1, ticket_bytes + 1, std::size_t{100}}) {
    CAPTURE(length);
    const std::string bytes(length, 'T');
    check_wish_refused<ResumeSeat>("ticket", [&](auto& wish) { wish.mutable_resume_seat()->set_ticket(bytes); });
    check_wish_refused<CommandRoom>("command_room.host_ticket",
                                    [&](auto& wish) { wish.mutable_command_room()->set_host_ticket(bytes); });
    if (length == 0) continue;  // RoomJoined may leave its tickets out
    const ServerMessage joined{proto_test::sample<RoomJoined>()};
    check_told_refused(joined, "joined.ticket", [&](auto& told) { told.mutable_room_joined()->set_ticket(bytes); });
    check_told_refused(joined, "joined.host_ticket",
                       [&](auto& told) { told.mutable_room_joined()->set_host_ticket(bytes); });
  }
}

TEST_CASE("an enum that was not said is refused") {
  check_wish_refused<Hello>("hello.language", [](auto& wish) { wish.mutable_hello()->clear_language(); });
  check_wish_refused<ChooseLanguage>("language", [](auto& wish) { wish.mutable_choose_language()->clear_language(); });
  check_wish_refused<JoinRoom>("join_room.role", [](auto& wish) { wish.mutable_join_room()->clear_role(); });
  check_wish_refused<CommandRoom>("command_room.command", [](auto& wish) { wish.mutable_command_room()->clear_command(); });
  check_wish_refused<OpenRoom>("mode", [](auto& wish) { wish.mutable_open_room()->mutable_settings()->clear_mode(); });
  check_wish_refused<OpenRoom>(
      "domains", [](auto& wish) { wish.mutable_open_room()->mutable_settings()->add_domains(v1::EXAM_DOMAIN_UNSPECIFIED); });
  const ServerMessage paused{RoomEvent{1, RoomPaused{}}};
  check_told_refused(paused, "paused.reason",
                     [](auto& told) { told.mutable_room_event()->mutable_room_paused()->clear_reason(); });
  check_told_refused(ServerMessage{Rejected{}}, "rejected.reason",
                     [](auto& told) { told.mutable_rejected()->clear_reason(); });
  check_told_refused(ServerMessage{Goodbye{}}, "goodbye.reason", [](auto& told) { told.mutable_goodbye()->clear_reason(); });
}

TEST_CASE("an enum value of a later version is refused") {
  check_wish_refused<Hello>("hello.language",
                            [](auto& wish) { wish.mutable_hello()->set_language(static_cast<v1::Language>(4711)); });
  check_wish_refused<OpenRoom>(
      "pacing", [](auto& wish) { wish.mutable_open_room()->mutable_settings()->set_pacing(static_cast<v1::Pacing>(-3)); });
  check_wish_refused<CommandRoom>("command_room.command", [](auto& wish) {
    wish.mutable_command_room()->set_command(static_cast<v1::Command>(INT32_MIN));
  });
}

TEST_CASE("a part that must be there is missed by name") {
  check_wish_refused<OpenRoom>("mode", [](auto& wish) { wish.mutable_open_room()->clear_settings(); });
  check_wish_refused<SubmitAnswer>("answer", [](auto& wish) { wish.mutable_submit_answer()->clear_answer(); });
  check_wish_refused<SubmitAnswer>("answer",
                                   [](auto& wish) { wish.mutable_submit_answer()->mutable_answer()->clear_choice(); });
  check_told_refused(ServerMessage{proto_test::sample<RoomJoined>()}, "mode",
                     [](auto& told) { told.mutable_room_joined()->clear_snapshot(); });
  check_told_refused(ServerMessage{SeatEvent{1, proto_test::sample<QuestionReviewed>()}}, "asked.number",
                     [](auto& told) { told.mutable_seat_event()->mutable_question_reviewed()->clear_asked(); });
}

TEST_CASE("an index that would fit only when cut to a byte is refused") {
  check_wish_refused<SubmitAnswer>("answer.options", [](auto& wish) {
    wish.mutable_submit_answer()->mutable_answer()->mutable_choice()->add_options(256 + 7);
  });
  check_told_refused(ServerMessage{RoomEvent{1, proto_test::sample<QuestionRevealed>()}}, "revealed.key",
                     [](auto& told) { told.mutable_room_event()->mutable_question_revealed()->add_key(256); });
}

TEST_CASE("text that is not UTF-8 is refused") {
  v1::ClientMessage wish;
  wish.mutable_hello()->set_protocol_min(1);
  wish.mutable_hello()->set_protocol_max(1);
  wish.mutable_hello()->set_language(v1::LANGUAGE_ENGLISH);
  wish.mutable_hello()->set_client_version("version");
  std::string bytes = wish.SerializeAsString();
  REQUIRE(decode_client(std::as_bytes(std::span(bytes.data(), bytes.size()))));
  bytes[bytes.find("version")] = '\xC3';
  CHECK_FALSE(decode_client(std::as_bytes(std::span(bytes.data(), bytes.size()))));
}

}  // namespace certamen::wire
