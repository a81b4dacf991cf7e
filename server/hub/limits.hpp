// Every limit of the server that is not one of the wire, in one place, and their names for the operator.
//
// Plain values. Times are given to set_limit in milliseconds, everything else as a plain number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "proto/wire/result.hpp"
#include "proto/wire/time.hpp"

namespace certamen::hub {

struct Limits {
  std::size_t sessions_per_shard_max = 20'000;
  std::size_t rooms_per_shard_max = 2'000;
  std::size_t held_entries_per_room_max = 5'000;  // steps waiting for their commit, while the disk is slow
  wire::Duration greeting_time{5'000'000};        // from connection to Hello, the encryption's handshake included
  wire::Duration silence_time{45'000'000};        // without a byte; clients ping far more often
  wire::Duration sweep_interval{1'000'000};
  wire::Duration heartbeat_interval{250'000};
  std::int64_t wishes_burst = 60;  // token bucket of a session: so many at once,
  std::int64_t wishes_per_second = 30;
  std::int64_t wishes_debt_max = 200;  // wishes refused in a row before the session is let go
  std::int64_t review_price = 20;      // a review answers with many frames
  std::int64_t snapshot_price = 5;     // so much for a wish that answers with a whole room

  std::size_t passwords_in_check_max = 500;  // a shard; checking is slow on purpose

  // Per network address (IPv4 /32, IPv6 /64), of the whole server.
  std::size_t sessions_per_address_max = 1'500;
  std::int64_t new_sessions_per_address_burst = 3'000;  // a school that connects, and connects again after a restart
  std::int64_t new_sessions_per_address_per_minute = 3'000;
  std::size_t rooms_per_address_max = 300;
  std::int64_t new_rooms_per_address_burst = 200;
  std::int64_t new_rooms_per_address_per_minute = 60;
  std::int64_t failed_tries_per_address_burst = 300;  // wrong room codes and wrong tickets
  std::int64_t failed_tries_per_address_per_minute = 60;
  std::int64_t failed_tries_kept_for_first = 100;  // of the burst, for connections that have not failed yet
  std::int64_t failed_tries_burst = 3'000;         // of all addresses together
  std::int64_t failed_tries_per_minute = 1'200;
  std::size_t addresses_max = 50'000;          // remembered a shard
  wire::Duration address_memory{600'000'000};  // after its last connection, room or failure
};

// One limit as the operator sees it.
struct NamedLimit {
  std::string name;
  std::string meaning;
  std::int64_t value = 0;  // milliseconds for times
};
[[nodiscard]] std::vector<NamedLimit> named_limits(const Limits& limits);

// Sets one limit from "name=value". A fault names what is wrong: no such limit, not a number, below its least or beyond
// its most value.
[[nodiscard]] wire::Result<void> set_limit(Limits& limits, std::string_view assignment);

}  // namespace certamen::hub
