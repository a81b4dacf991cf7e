#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "proto/wire/codec.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/proto/message_generator.hpp"
#include "tests/unit/proto/sample_messages.hpp"

// Frames as they were first sent, in hexadecimal: tests/golden/frames/README.md says why none is ever changed.
namespace certamen::proto_test {
namespace {

std::filesystem::path golden_path(const std::string& name) {
  return std::filesystem::path(CERTAMEN_SOURCE_DIR) / "tests/golden/frames" / (name + ".hex");
}

std::string to_hex(std::span<const std::byte> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::size_t bytes_a_line = 32;
  std::string hex;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    hex.push_back(digits[std::to_integer<std::size_t>(bytes[i] >> 4U)]);
    hex.push_back(digits[std::to_integer<std::size_t>(bytes[i] & std::byte{0x0F})]);
    hex.push_back((i + 1) % bytes_a_line == 0 || i + 1 == bytes.size() ? '\n' : ' ');
  }
  return hex;
}

std::vector<std::byte> from_hex(const std::string& hex) {
  std::vector<std::byte> bytes;
  std::istringstream words(hex);
  for (std::string word; words >> word;) bytes.push_back(static_cast<std::byte>(std::stoul(word, nullptr, 16)));
  return bytes;
}

// The golden's frame. Goldens are created where they are missing and asked for, and never overwritten.
std::vector<std::byte> golden(const std::string& name, const wire::Frame& frame) {
  const std::filesystem::path path = golden_path(name);
  if (!std::filesystem::exists(path) && std::getenv("CERTAMEN_UPDATE_GOLDENS") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << to_hex(frame.bytes());
  }
  std::ifstream file(path);
  INFO(path.string() << " is missing; a new message kind gets its golden with CERTAMEN_UPDATE_GOLDENS=1");
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return from_hex(text.str());
}

template <class Decode, class Message>
void check_golden(const std::string& name, const Message& message, const Decode& decode) {
  CAPTURE(name);
  const wire::Frame frame = wire::encode(message);
  const std::vector<std::byte> kept = golden(name, frame);
  CHECK(to_hex(kept) == to_hex(frame.bytes()));
  wire::FrameReader reader(wire::server_frame_bytes_max);
  REQUIRE(reader.feed(kept));
  const auto body = reader.next();
  REQUIRE(body);
  REQUIRE(*body);
  const auto decoded = decode(**body);
  REQUIRE(decoded);
  CHECK(*decoded == message);
}

}  // namespace

TEST_CASE("client messages are sent and read as they always were") {
  std::set<std::size_t> seen;
  for (const ClientSample& sample : client_samples()) {
    seen.insert(sample.message.index());
    check_golden(sample.name, sample.message, wire::decode_client);
  }
  CHECK(seen.size() == client_kind_count);
}

TEST_CASE("server messages are sent and read as they always were") {
  std::set<std::size_t> seen;
  std::set<std::size_t> room_facts;
  std::set<std::size_t> seat_facts;
  for (const ServerSample& sample : server_samples()) {
    seen.insert(sample.message.index());
    if (const auto* room = std::get_if<wire::RoomEvent>(&sample.message)) room_facts.insert(room->fact.index());
    if (const auto* seat = std::get_if<wire::SeatEvent>(&sample.message)) seat_facts.insert(seat->fact.index());
    check_golden(sample.name, sample.message, wire::decode_server);
  }
  CHECK(seen.size() == server_kind_count);
  CHECK(room_facts.size() == room_fact_count);
  CHECK(seat_facts.size() == seat_fact_count);
}

TEST_CASE("every golden frame belongs to a sample") {
  std::set<std::string> names;
  for (const ClientSample& sample : client_samples()) CHECK(names.insert(sample.name).second);
  for (const ServerSample& sample : server_samples()) CHECK(names.insert(sample.name).second);
  for (const auto& entry : std::filesystem::directory_iterator(golden_path("any").parent_path())) {
    if (entry.path().extension() != ".hex") continue;
    CAPTURE(entry.path().string());
    CHECK(names.contains(entry.path().stem().string()));
  }
}

}  // namespace certamen::proto_test
