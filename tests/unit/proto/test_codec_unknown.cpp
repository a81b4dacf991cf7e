#include <string>

#include "proto/wire/codec.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/proto/message_generator.hpp"

namespace certamen::wire {
namespace {

std::span<const std::byte> bytes_of(const std::string& text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

std::string text_of(std::span<const std::byte> bytes) {
  std::string text;
  for (const std::byte byte : bytes) text.push_back(static_cast<char>(byte));
  return text;
}

// Field 1999 as protobuf writes it, once as a number and once as five letters: what a later version may add.
const std::string unknown_number("\xF8\x7C\x2A", 3);
const std::string unknown_text("\xFA\x7C\x05later", 8);

}  // namespace

TEST_CASE("fields of a later version are ignored in every client message") {
  for (std::size_t kind = 0; kind < proto_test::client_kind_count; ++kind) {
    CAPTURE(kind);
    const ClientMessage message = proto_test::MessageGenerator(7).client(kind);
    const std::string body = text_of(encode(message).body());
    const auto decoded = decode_client(bytes_of(unknown_number + body + unknown_text));
    REQUIRE(decoded);
    CHECK(*decoded == message);
  }
}

TEST_CASE("fields of a later version are ignored in every server message") {
  for (std::size_t kind = 0; kind < proto_test::server_kind_count; ++kind) {
    CAPTURE(kind);
    const ServerMessage message = proto_test::MessageGenerator(7).server(kind);
    const std::string body = text_of(encode(message).body());
    const auto decoded = decode_server(bytes_of(unknown_text + body + unknown_number));
    REQUIRE(decoded);
    CHECK(*decoded == message);
  }
}

TEST_CASE("a field of a later version inside a message is ignored") {
  // Ping{nonce: 5} with an unknown field 2 inside the inner message.
  const auto decoded = decode_client(bytes_of(std::string("\x12\x04\x08\x05\x10\x07", 6)));
  REQUIRE(decoded);
  CHECK(*decoded == ClientMessage{Ping{5}});
}

TEST_CASE("a message kind of a later version is refused") {
  // Only the unknown field: to this version, an envelope without a letter.
  const auto client = decode_client(bytes_of(unknown_text));
  REQUIRE_FALSE(client);
  CHECK(client.error().what == "field message is missing or out of range");
  const auto server = decode_server(bytes_of(unknown_text));
  REQUIRE_FALSE(server);
  CHECK(server.error().what == "field message is missing or out of range");
}

TEST_CASE("a fact of a later version is refused") {
  // RoomEvent{sequence: 3} and SeatEvent{sequence: 3} without a fact that this version knows.
  const auto room = decode_server(bytes_of(std::string("\x32\x05\x08\x03\xF8\x7C\x2A", 7)));
  REQUIRE_FALSE(room);
  CHECK(room.error().what == "field room_event.fact is missing or out of range");
  const auto seat = decode_server(bytes_of(std::string("\x3A\x05\x08\x03\xF8\x7C\x2A", 7)));
  REQUIRE_FALSE(seat);
  CHECK(seat.error().what == "field seat_event.fact is missing or out of range");
}

TEST_CASE("an empty body is refused") {
  CHECK_FALSE(decode_client({}));
  CHECK_FALSE(decode_server({}));
}

TEST_CASE("a greeting of versions to come is understood, so that it can be answered") {
  const ClientMessage future{Hello{7, 9, "9.0", Language::Spanish}};
  const auto decoded = decode_client(encode(future).body());
  REQUIRE(decoded);
  CHECK(*decoded == future);
}

TEST_CASE("bytes that are no message are refused") {
  for (const std::string& garbage :
       {std::string("GET / HTTP/1.1\r\n\r\n"), std::string("\x16\x03\x01\x02", 4), std::string(64, '\xFF'),
        std::string("\x0A\x7F", 2), std::string("\x0A\x03\x1A\x01\xC3", 5)}) {
    CAPTURE(garbage);
    CHECK_FALSE(decode_client(bytes_of(garbage)));
    CHECK_FALSE(decode_server(bytes_of(garbage)));
  }
}

TEST_CASE("a message cut short anywhere is refused or another message, never a crash") {
  for (std::size_t kind = 0; kind < proto_test::server_kind_count; ++kind) {
    const std::string body = text_of(encode(proto_test::MessageGenerator(3).server(kind)).body());
    const std::size_t step = std::max<std::size_t>(1, body.size() / 500);
    for (std::size_t length = 0; length < body.size(); length += step) {
      const auto decoded = decode_server(bytes_of(body.substr(0, length)));
      if (!decoded) continue;
      const auto again = decode_server(encode(*decoded).body());
      REQUIRE(again);
      REQUIRE(*again == *decoded);
    }
  }
}

TEST_CASE("a body over its limit is refused unread") {
  std::string padded = text_of(encode(ClientMessage{Ping{1}}).body());
  while (padded.size() <= client_frame_bytes_max) padded += unknown_text;
  CHECK_FALSE(decode_client(bytes_of(padded)));
  std::string long_padded = text_of(encode(ServerMessage{RoomLeft{}}).body());
  while (long_padded.size() <= server_frame_bytes_max) long_padded += unknown_text;
  CHECK_FALSE(decode_server(bytes_of(long_padded)));
}

}  // namespace certamen::wire
