// Measures how long the ways to one client and back take, from pongs and their echoes.
//
// Pure; one a session. The server's own time between a ping and its pong is not in it. What a client can do is delay its
// echoes, which makes its round trips look longer, or guess a nonce and echo too early, which makes them look shorter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

#include "server/room/event.hpp"

namespace certamen::hub {

class RoundTripMeter {
 public:
  // Of so many recent round trips the lowest wins; with a ping every three seconds, those of a minute and a half.
  static constexpr std::size_t samples_max = 32;
  static constexpr std::size_t pongs_in_flight_max = 8;  // older ones are forgotten

  void pong_sent(std::uint64_t nonce, wire::Instant now);
  // Echoes of pongs that were never sent, or were echoed already, are ignored.
  void echoed(std::uint64_t nonce, wire::Instant now);
  // Nothing before the first echo.
  [[nodiscard]] std::optional<room::RoundTrips> measured() const;

 private:
  struct PongSent {
    std::uint64_t nonce = 0;
    wire::Instant at{};
  };
  std::deque<PongSent> in_flight_;
  std::deque<wire::Duration> samples_;  // oldest first
};

}  // namespace certamen::hub
