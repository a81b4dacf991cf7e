// The servers that the local network tells of.
//
// Plain values. What is told is nobody's word: an entry is a place to knock at, and who connects meets the certificate
// there. Few and short-lived, whatever strangers send.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "proto/wire/beacon.hpp"
#include "proto/wire/time.hpp"

namespace certamen::model {

inline constexpr std::size_t found_servers_max = 32;
inline constexpr wire::Duration found_time = std::chrono::seconds{10};  // without a word, then it is gone
// Heard on several ways a server keeps the first one's address, until that is silent for so long.
inline constexpr wire::Duration found_address_time = 3 * wire::beacon_interval;

struct FoundServer {
  std::uint32_t number = 0;  // of its appearance, never reused
  std::string address;       // HOST:PORT
  wire::Beacon beacon;       // the latest; no room's code twice
  wire::Instant seen_local{};
  wire::Instant address_seen_local{};
  bool operator==(const FoundServer&) const = default;
};

}  // namespace certamen::model
