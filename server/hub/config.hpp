// What a hub is told at its birth, and every limit of the server that is not one of the wire.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "proto/wire/time.hpp"
#include "server/hub/bank_summary.hpp"
#include "server/lobby/room_code.hpp"

namespace certamen::hub {

struct Limits {
  std::size_t sessions_per_shard_max = 20'000;
  std::size_t rooms_per_shard_max = 2'000;
  std::size_t held_entries_per_room_max = 5'000;  // steps waiting for their commit, while the disk is slow
  wire::Duration greeting_time{5'000'000};        // from connection to Hello
  wire::Duration silence_time{45'000'000};        // without a byte; clients ping far more often
  wire::Duration sweep_interval{1'000'000};
  wire::Duration heartbeat_interval{250'000};
  std::int64_t wishes_burst = 60;  // token bucket of a session: so many at once,
  std::int64_t wishes_per_second = 30;
  std::int64_t wishes_debt_max = 200;  // wishes refused in a row before the session is let go
  std::int64_t review_price = 20;      // a review answers with many frames
  std::int64_t snapshot_price = 5;     // so much for a wish that answers with a whole room
};

struct Config {
  std::uint32_t shard = 0;
  std::uint32_t shard_count = 1;
  std::string server_version;
  BankSummary bank;  // at the start; BankRenewed brings later ones
  Limits limits;
  lobby::Entropy entropy;
  std::optional<std::uint64_t> match_seed;  // given: the papers of this server's rooms are the same at every start
};

}  // namespace certamen::hub
