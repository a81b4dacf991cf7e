// What a server says of itself to the local network, every few seconds, so that nobody has to type its address.
//
// Pure. One datagram: the bytes "CRTM", one byte of version, and a body of the schema. Nobody answers it, and nothing in it
// is proved: whoever connects still meets the server's certificate. Decoding checks every range, so what comes out can be
// shown; a datagram of another version or kind is a Fault.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "proto/wire/limits.hpp"
#include "proto/wire/result.hpp"
#include "proto/wire/types.hpp"

namespace certamen::wire {

inline constexpr std::uint8_t beacon_version = 1;
inline constexpr std::uint16_t beacon_port = 7117;                      // UDP
inline constexpr std::string_view beacon_group = "239.255.71.17";       // of the organisation: routers keep it in
inline constexpr std::string_view beacon_group_v6 = "ff02::4365:7274";  // of the link
inline constexpr Duration beacon_interval = std::chrono::seconds{2};

struct BeaconRoom {
  RoomCode code;
  std::string title;  // its host's name; may be empty
  std::uint32_t player_count = 0;
  bool operator==(const BeaconRoom&) const = default;
};

struct Beacon {
  std::uint64_t server = 0;  // random, for as long as the server runs: it is one server, however many addresses it has
  std::string server_name;   // may be empty
  std::uint16_t port = 0;    // TCP; the address is the datagram's own
  std::string fingerprint;   // of its certificate, as people compare it; empty where connections are plain
  std::uint32_t question_count = 0;
  std::vector<BeaconRoom> rooms;  // open ones whose hosts agreed to be listed; as many as fit
  bool operator==(const Beacon&) const = default;
};

// At most beacon_bytes_max bytes: of the rooms, in their order, those that still fit; without a title that is not
// presentable(). Requires a server's name that is, names within their limits, a port, and a fingerprint or none.
[[nodiscard]] std::vector<std::byte> encode(const Beacon& beacon);
[[nodiscard]] Result<Beacon> decode_beacon(std::span<const std::byte> datagram);

// One line that shows as what it is: UTF-8 without control characters, line ends, or what turns or hides text. The joiners
// that some scripts and emoji are written with are no such thing.
[[nodiscard]] bool presentable(std::string_view text);

}  // namespace certamen::wire
