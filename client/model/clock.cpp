#include "client/model/clock.hpp"

#include <algorithm>

namespace certamen::model {

namespace {
constexpr std::size_t pings_in_flight_max = 8;  // older ones are forgotten; their pongs would be poor samples anyway
}

void restart(Clock& clock, wire::Instant local_now) {
  clock.samples.clear();
  clock.in_flight.clear();
  clock.pings_sent = 0;
  clock.next_ping_local = local_now;
}

wire::Ping ping(Clock& clock, wire::Instant local_now) {
  ++clock.pings_sent;
  clock.next_ping_local = local_now + (clock.pings_sent < ping_burst_count ? ping_burst_interval : ping_interval);
  if (clock.in_flight.size() == pings_in_flight_max) clock.in_flight.erase(clock.in_flight.begin());
  clock.in_flight.push_back({++clock.last_nonce, local_now});
  return wire::Ping{clock.last_nonce};
}

std::optional<wire::Ping> take(Clock& clock, const wire::Pong& pong, wire::Instant local_now) {
  const auto sent = std::find_if(clock.in_flight.begin(), clock.in_flight.end(),
                                 [&](const PingSent& each) { return each.nonce == pong.nonce; });
  if (sent == clock.in_flight.end()) return std::nullopt;
  const wire::Instant local_sent = sent->local_at;
  clock.in_flight.erase(sent);
  const wire::Ping echo{0, pong.nonce};

  const wire::Duration processing = pong.sent_at - pong.received_at;
  const wire::Duration round_trip = (local_now - local_sent) - processing;
  if (processing < wire::Duration::zero() || round_trip < wire::Duration::zero()) return echo;

  const wire::Duration there = pong.received_at - local_sent;
  const wire::Duration back = pong.sent_at - local_now;
  if (clock.samples.size() == clock_samples_max) clock.samples.erase(clock.samples.begin());
  clock.samples.push_back({(there + back) / 2, round_trip});

  const auto best = std::min_element(clock.samples.begin(), clock.samples.end(),
                                     [](const ClockSample& a, const ClockSample& b) { return a.round_trip < b.round_trip; });
  clock.synchronised = true;
  clock.offset = best->offset;
  clock.round_trip = best->round_trip;
  return echo;
}

wire::Instant to_server(const Clock& clock, wire::Instant local) {
  return local + clock.offset;
}
wire::Instant to_local(const Clock& clock, wire::Instant server) {
  return server - clock.offset;
}

}  // namespace certamen::model
