#include <algorithm>
#include <array>

#include "certamen/v1/beacon.pb.h"
#include "proto/wire/beacon.hpp"
#include "proto/wire/codec_parts.hpp"
#include "proto/wire/require.hpp"

namespace certamen::wire {
namespace {

using codec::Check;
namespace pb = codec::pb;

constexpr std::array<std::byte, 5> head = {std::byte{'C'}, std::byte{'R'}, std::byte{'T'}, std::byte{'M'},
                                           std::byte{beacon_version}};
constexpr std::size_t fingerprint_bytes = 32;
constexpr std::string_view digits = "0123456789ABCDEF";

// "3A:F1:..." and the bytes it stands for.
std::string text_of_fingerprint(const std::string& bytes) {
  std::string text;
  for (const char letter : bytes) {
    const auto byte = static_cast<std::uint8_t>(letter);
    if (!text.empty()) text.push_back(':');
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 0x0FU]);
  }
  return text;
}

std::string bytes_of_fingerprint(const std::string& text) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < text.size(); at += 3) {
    const std::size_t high = digits.find(text[at]);
    const std::size_t low = digits.find(text[at + 1]);
    require(high != std::string_view::npos && low != std::string_view::npos, "a fingerprint is hexadecimal");
    bytes.push_back(static_cast<char>(static_cast<std::uint8_t>(high << 4U | low)));
  }
  require(bytes.empty() || bytes.size() == fingerprint_bytes, "a fingerprint is a SHA-256");
  return bytes;
}

std::string line(const std::string& text, std::size_t bytes_max, std::string_view field, Check& check) {
  return check.that(text.size() <= bytes_max && presentable(text), field) ? text : std::string{};
}

Beacon take(const pb::Beacon& from, Check& check) {
  Beacon to;
  to.server = from.server();
  to.server_name = line(from.server_name(), server_name_bytes_max, "beacon.server_name", check);
  to.port = static_cast<std::uint16_t>(codec::bounded(from.port(), 1, 65'535, "beacon.port", check));
  const std::size_t length = from.fingerprint().size();
  check.that(length == 0 || length == fingerprint_bytes, "beacon.fingerprint");
  to.fingerprint = text_of_fingerprint(from.fingerprint());
  to.question_count = from.question_count();
  check.that(static_cast<std::size_t>(from.rooms_size()) <= beacon_rooms_max, "beacon.rooms");
  for (const auto& room : from.rooms()) {
    to.rooms.push_back({codec::room_code(room.code(), check), line(room.title(), name_bytes_max, "beacon.title", check),
                        codec::bounded(room.player_count(), 0, seats_per_room_max, "beacon.player_count", check)});
  }
  return to;
}

// The next code point, moving `at` behind it; zero for what is not UTF-8. Protobuf refuses such texts on the wire, but
// checks none before it is sent, and has no public check.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(at);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if ((first >= 0x80 && first < 0xC0) || first >= 0xF8 || length > text.size() - at) return 0;
  constexpr std::array<std::uint32_t, 5> first_masks = {0, 0x7F, 0x1F, 0x0F, 0x07};
  constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};  // what is less has a shorter form
  std::uint32_t point = first & first_masks[length];
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
    point = point << 6U | (byte(at + i) & 0x3FU);
  }
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < least[length] || point > 0x10FFFF || surrogate) return 0;
  at += length;
  return point;
}

bool shows(std::uint32_t point) {
  const auto within = [point](std::uint32_t first, std::uint32_t last) { return point >= first && point <= last; };
  const bool control = point < 0x20 || within(0x7F, 0x9F);
  const bool unseen = point == 0xAD || point == 0x61C || point == 0xFEFF || within(0x180B, 0x180F) || point == 0x200B ||
                      within(0x200E, 0x200F) || within(0x2028, 0x202E) || within(0x2060, 0x206F) || within(0xFFF0, 0xFFFB);
  return !control && !unseen && !within(0xE0000, 0x10FFFF);
}

}  // namespace

std::vector<std::byte> encode(const Beacon& beacon) {
  pb::Beacon body;
  body.set_server(beacon.server);
  body.set_server_name(beacon.server_name);
  body.set_port(beacon.port);
  body.set_fingerprint(bytes_of_fingerprint(beacon.fingerprint));
  body.set_question_count(beacon.question_count);
  for (const BeaconRoom& room : beacon.rooms) {
    if (static_cast<std::size_t>(body.rooms_size()) == beacon_rooms_max) break;
    auto* added = body.add_rooms();
    added->set_code(room.code);
    if (presentable(room.title)) added->set_title(room.title);
    added->set_player_count(room.player_count);
    if (head.size() + body.ByteSizeLong() > beacon_bytes_max) body.mutable_rooms()->RemoveLast();
  }
  const std::string text = body.SerializeAsString();
  std::vector<std::byte> datagram(head.begin(), head.end());
  for (const char letter : text) datagram.push_back(static_cast<std::byte>(letter));
  require(datagram.size() <= beacon_bytes_max, "a beacon without rooms fits a datagram");
  return datagram;
}

Result<Beacon> decode_beacon(std::span<const std::byte> datagram) {
  if (datagram.size() > beacon_bytes_max) return fault("a beacon is at most 508 bytes");
  if (datagram.size() < head.size() || !std::equal(head.begin(), head.end(), datagram.begin())) {
    return fault("not a beacon of this version");
  }
  const auto bytes = datagram.subspan(head.size());
  pb::Beacon body;
  if (!body.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return fault("the body is no beacon");
  Check check;
  Beacon beacon = take(body, check);
  if (!check.ok()) return fault(check.sentence());
  return beacon;
}

bool presentable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (const std::uint32_t point = next_code_point(text, at); !shows(point)) return false;
  }
  return true;
}

}  // namespace certamen::wire
