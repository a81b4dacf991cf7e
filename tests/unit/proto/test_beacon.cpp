#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <span>
#include <sstream>
#include <string>

#include "certamen/v1/beacon.pb.h"
#include "proto/tls/identity.hpp"
#include "proto/wire/beacon.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/proto/sample_beacon.hpp"

// What a server tells the local network, as bytes; tests/golden/beacons/README.md says why the golden is never changed.
namespace certamen::wire {
namespace {

using Datagram = std::vector<std::byte>;
constexpr std::size_t head_bytes = 5;

std::string to_hex(const Datagram& bytes) {
  std::ostringstream hex;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = std::to_integer<std::size_t>(bytes[i]);
    hex << digits[byte >> 4U] << digits[byte & 0x0FU] << ((i + 1) % 32 == 0 || i + 1 == bytes.size() ? '\n' : ' ');
  }
  return hex.str();
}

// The sample with a breach that only the schema can say.
Datagram breached(const std::function<void(v1::Beacon&)>& breach) {
  const Datagram sound = encode(proto_test::sample_beacon());
  v1::Beacon body;
  REQUIRE(body.ParseFromArray(sound.data() + head_bytes, static_cast<int>(sound.size() - head_bytes)));
  breach(body);
  Datagram datagram(sound.begin(), sound.begin() + head_bytes);
  for (const char letter : body.SerializeAsString()) datagram.push_back(static_cast<std::byte>(letter));
  return datagram;
}

void check_refused(const std::string& field, const std::function<void(v1::Beacon&)>& breach) {
  CAPTURE(field);
  const auto decoded = decode_beacon(breached(breach));
  REQUIRE_FALSE(decoded);
  CHECK(decoded.error().what == "field beacon." + field + " is missing or out of range");
}

}  // namespace

TEST_CASE("a beacon is sent and read as it always was") {
  const std::filesystem::path path = std::filesystem::path(CERTAMEN_SOURCE_DIR) / "tests/golden/beacons/beacon.hex";
  const Datagram datagram = encode(proto_test::sample_beacon());
  if (!std::filesystem::exists(path) && std::getenv("CERTAMEN_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path) << to_hex(datagram);
  }
  std::ifstream file(path);
  REQUIRE(file.good());
  std::ostringstream kept;
  kept << file.rdbuf();
  CHECK(kept.str() == to_hex(datagram));
  const auto decoded = decode_beacon(datagram);
  REQUIRE(decoded);
  CHECK(*decoded == proto_test::sample_beacon());
  CHECK(tls::is_fingerprint(decoded->fingerprint));
}

TEST_CASE("a plain server without a name or rooms has a beacon, too") {
  const Beacon bare{7, "", 1, "", 0, {}};
  const auto decoded = decode_beacon(encode(bare));
  REQUIRE(decoded);
  CHECK(*decoded == bare);
}

TEST_CASE("a beacon carries as many rooms as fit, in their order, and is never longer than a datagram") {
  Beacon beacon = proto_test::sample_beacon();
  beacon.server_name = std::string(server_name_bytes_max, 'n');
  beacon.rooms.assign(40, {"K7W2RX", "Profesora Núñez", 900});
  beacon.rooms.front().title = "first";
  beacon.rooms[1].title = std::string(name_bytes_max, 'x');
  const Datagram datagram = encode(beacon);
  CHECK(datagram.size() <= beacon_bytes_max);
  CHECK(datagram.size() > beacon_bytes_max - 40);
  const auto decoded = decode_beacon(datagram);
  REQUIRE(decoded);
  REQUIRE(decoded->rooms.size() >= 3);
  CHECK(decoded->rooms.size() < 40);
  CHECK(decoded->rooms[0].title == "first");
  CHECK(decoded->rooms[1].title == beacon.rooms[1].title);
  CHECK(decoded->server_name == beacon.server_name);

  beacon.rooms.assign(100, {"K7W2RX", "", 0});
  beacon.server_name.clear();
  beacon.fingerprint.clear();
  const auto most = decode_beacon(encode(beacon));
  REQUIRE(most);
  CHECK(most->rooms.size() == beacon_rooms_max);
}

TEST_CASE("a room that does not fit leaves its place to one that does") {
  Beacon beacon = proto_test::sample_beacon();
  beacon.fingerprint.clear();
  beacon.rooms.assign(4, {"K7W2RX", std::string(name_bytes_max, 'x'), 3});
  beacon.rooms.push_back({"ABCDEF", "small", 1});
  const auto decoded = decode_beacon(encode(beacon));
  REQUIRE(decoded);
  CHECK(decoded->rooms.size() == 4);
  CHECK(decoded->rooms.back() == beacon.rooms.back());
}

TEST_CASE("a title that cannot be shown is left out, and the room is told of all the same") {
  Beacon beacon = proto_test::sample_beacon();
  beacon.rooms.front().title = "\u202Eback to front";
  const auto decoded = decode_beacon(encode(beacon));
  REQUIRE(decoded);
  REQUIRE(decoded->rooms.size() == 2);
  CHECK(decoded->rooms.front() == BeaconRoom{"K7W2RX", "", 12});
}

TEST_CASE("what is not a beacon of this version is refused") {
  const Datagram sound = encode(proto_test::sample_beacon());
  for (std::size_t at = 0; at < head_bytes; ++at) {
    CAPTURE(at);
    Datagram other = sound;
    other[at] ^= std::byte{0x40};
    CHECK_FALSE(decode_beacon(other));
    CHECK_FALSE(decode_beacon(Datagram(sound.begin(), sound.begin() + static_cast<std::ptrdiff_t>(at))));
  }
  Datagram cut = sound;
  cut.pop_back();
  CHECK_FALSE(decode_beacon(cut));
  Datagram later = sound;  // a field of a later version in its body is no hindrance
  for (const int byte : {0xF8, 0x7C, 0x2A}) later.push_back(static_cast<std::byte>(byte));
  CHECK(decode_beacon(later).value() == proto_test::sample_beacon());
  const Datagram head_alone(sound.begin(), sound.begin() + head_bytes);
  CHECK_FALSE(decode_beacon(head_alone));  // a port is needed
}

TEST_CASE("a beacon longer than a datagram is refused, however sound it is") {
  const Datagram longer = breached([](v1::Beacon& body) {
    for (int i = 0; i < 30; ++i) *body.add_rooms() = body.rooms(0);
  });
  REQUIRE(longer.size() > beacon_bytes_max);
  CHECK_FALSE(decode_beacon(longer));
}

TEST_CASE("values out of range are refused by their names") {
  check_refused("port", [](v1::Beacon& body) { body.set_port(0); });
  check_refused("port", [](v1::Beacon& body) { body.set_port(65'536); });
  check_refused("fingerprint", [](v1::Beacon& body) { body.set_fingerprint("short"); });
  check_refused("fingerprint", [](v1::Beacon& body) { body.set_fingerprint(std::string(33, 'x')); });
  check_refused("server_name", [](v1::Beacon& body) { body.set_server_name(std::string(server_name_bytes_max + 1, 'n')); });
  check_refused("server_name", [](v1::Beacon& body) { body.set_server_name("two\nlines"); });
  check_refused("server_name", [](v1::Beacon& body) { body.set_server_name("\x1B[2J"); });
  check_refused("title", [](v1::Beacon& body) { body.mutable_rooms(0)->set_title("\u202Eback to front"); });
  check_refused("title", [](v1::Beacon& body) { body.mutable_rooms(0)->set_title(std::string(name_bytes_max + 1, 't')); });
  check_refused("player_count", [](v1::Beacon& body) { body.mutable_rooms(1)->set_player_count(seats_per_room_max + 1); });
  check_refused("rooms", [](v1::Beacon& body) {
    body.clear_rooms();
    for (std::size_t i = 0; i <= beacon_rooms_max; ++i) body.add_rooms()->set_code("ABCDEF");
    body.clear_fingerprint();
  });
  const auto code = decode_beacon(breached([](v1::Beacon& body) { body.mutable_rooms(0)->set_code("a/../b"); }));
  CHECK_FALSE(code);
}

TEST_CASE("only what shows as what it is may be shown") {
  for (const char* text :
       {"", "Aula 3", "Instituto Núñez · planta 2", "教室", "🦉", "\u00A0", "👩\u200D🏫", "می\u200Cخواهم"})
    CHECK(presentable(text));
  for (const char* text : {"\t", "\x7F", "\u0085", "\u200B", "\u200F", "\u2028", "\u202E", "\u2066", "\uFEFF", "\u00AD",
                           "\U000E0041", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xFF", "a\x80"}) {
    CAPTURE(text);
    CHECK_FALSE(presentable(text));
  }
  CHECK_FALSE(presentable(std::string_view("\0", 1)));
}

TEST_CASE("bytes that are no UTF-8, or a longer form of a character than it needs, are not shown") {
  for (const char* text : {"\u00A1", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFD", "\U00010000"}) {
    CAPTURE(text);
    CHECK(presentable(text));
  }
  const char* const overlong[] = {"\xC0\xAF",     "\xC1\xBF",         "\xE0\x80\xAF",     "\xE0\x82\xA9",
                                  "\xE0\x9F\xBF", "\xF0\x80\x80\xAF", "\xF0\x82\x82\xA9", "\xF0\x8F\xBF\xBD"};
  const char* const surrogates[] = {"\xED\xA0\x80", "\xED\xBF\xBF", "\xED\xA0\xBD\xED\xB8\x80"};
  const char* const beyond[] = {"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE"};
  for (const std::span<const char* const> kind : {std::span<const char* const>(overlong), {surrogates}, {beyond}}) {
    for (const char* text : kind) {
      CAPTURE(text);
      CHECK_FALSE(presentable(text));
      CHECK_FALSE(decode_beacon(breached([text](v1::Beacon& body) { body.mutable_rooms(0)->set_title(text); })));
    }
  }
}

}  // namespace certamen::wire
