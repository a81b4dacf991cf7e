// The estimate of the server's timeline, made from pings.
//
// Pure values and functions. Local instants are the client's own monotonic timeline, server instants the server's; both
// are wire::Instant and the name says which. A sample's round trip leaves out the time the server spent between
// receiving a ping and sending its pong. Of the recent samples the one with the lowest round trip wins: its offset is
// off by at most half that round trip, however uneven the two ways were.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "proto/wire/messages.hpp"
#include "proto/wire/time.hpp"

namespace certamen::model {

inline constexpr std::size_t clock_samples_max = 12;
inline constexpr std::size_t ping_burst_count = 5;
inline constexpr wire::Duration ping_burst_interval = std::chrono::milliseconds{60};
inline constexpr wire::Duration ping_interval = std::chrono::seconds{3};

struct ClockSample {
  wire::Duration offset{};  // server instant minus local instant
  wire::Duration round_trip{};
  bool operator==(const ClockSample&) const = default;
};

struct PingSent {
  std::uint64_t nonce = 0;
  wire::Instant local_at{};
  bool operator==(const PingSent&) const = default;
};

struct Clock {
  bool synchronised = false;  // at least one sample; the offset stays valid while the connection is lost
  wire::Duration offset{};    // of the best recent sample
  wire::Duration round_trip{};

  std::vector<ClockSample> samples;  // of this connection, oldest first, at most clock_samples_max
  std::vector<PingSent> in_flight;
  std::uint64_t last_nonce = 0;
  std::size_t pings_sent = 0;  // on this connection
  wire::Instant next_ping_local{};
  bool operator==(const Clock&) const = default;
};

// Forgets the samples and pings of an earlier connection; the old offset serves until the first new sample.
void restart(Clock& clock, wire::Instant local_now);

// Takes note of a ping sent now and says which nonce it carries; plans the next one.
[[nodiscard]] wire::Ping ping(Clock& clock, wire::Instant local_now);

// Takes the answer to a ping, and says what to send back at once so that the server can measure the way, too. Pongs nobody
// waits for are ignored and get nothing; those that claim more processing time than the whole round took are no samples.
[[nodiscard]] std::optional<wire::Ping> take(Clock& clock, const wire::Pong& pong, wire::Instant local_now);

[[nodiscard]] wire::Instant to_server(const Clock& clock, wire::Instant local);
[[nodiscard]] wire::Instant to_local(const Clock& clock, wire::Instant server);

}  // namespace certamen::model
