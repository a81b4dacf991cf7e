// What a seed makes of a simulation: who comes, what the network and the disk are like, when the server dies.
//
// Plain values, so that a failure can print them and a test can set them by hand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/hub/config.hpp"
#include "tests/sim/dice.hpp"
#include "tests/sim/world.hpp"

namespace certamen::sim {

struct NetworkPlan {
  Duration delay_min{1ms};
  Duration delay_max{20ms};  // of a route; each way draws its own
  Duration jitter_max{2ms};
  std::uint32_t cut_percent = 30;        // writes that arrive in pieces
  std::optional<Duration> deaths_every;  // mean time between deaths of some connection
  std::optional<Duration> stalls_every;  // likewise for stalls
  Duration stall_max{2s};
  std::uint32_t half_open_percent = 20;         // deaths that an end does not hear of
  std::uint32_t slow_reader_percent = 0;        // of the routes
  std::uint64_t slow_bytes_per_second = 2'000;  // that such a reader takes
};

struct Spell {  // a time in which something is bad
  Instant from{};
  Instant until{};
};

struct DiskPlan {
  Duration commit_min{200us};
  Duration commit_max{8ms};
  std::vector<Spell> failing;  // nothing can be written
  std::vector<Spell> slow;     // commits take up to slow_max
  Duration slow_max{1500ms};
};

// The death or stop of the server: at a time, or soon after some room entered a phase.
struct CrashPlan {
  Instant not_before{};
  std::optional<wire::Phase> phase;
  Duration delay{};  // after the trigger
  Duration downtime{2s};
  bool politely = false;  // SIGTERM: everyone is told, everything is written
  std::uint32_t shards_after = 1;
};

struct Plan {
  std::uint64_t seed = 0;
  std::uint32_t shards = 1;
  Duration letter_max{8ms};  // between threads
  Duration tick_lateness_max{4ms};
  Duration chaos{90s};  // after this nothing breaks any more
  NetworkPlan network;
  DiskPlan disk;
  std::vector<CrashPlan> crashes;
  std::size_t outbox_bytes_max = std::size_t{256} * 1024;
  hub::Limits limits;
  std::uint32_t rooms = 2;
  std::uint32_t players_max = 8;  // a room
  std::uint32_t spectators = 1;   // in all
  std::uint32_t soloists = 1;
  std::uint32_t strangers = 2;          // speak garbage or pretend
  std::uint32_t mischief_percent = 20;  // players who send what no honest program sends
  std::uint32_t drift_ppm_max = 80;     // of the clients' clocks
};

[[nodiscard]] Plan make_plan(std::uint64_t seed, std::optional<std::uint32_t> shards);
[[nodiscard]] std::string describe(const Plan& plan);
// One machine, a perfect network and disk, nobody there: for scenes that a test plays by hand.
[[nodiscard]] Plan quiet_plan(std::uint64_t seed, std::uint32_t shards);

}  // namespace certamen::sim
