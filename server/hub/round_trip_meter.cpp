#include "server/hub/round_trip_meter.hpp"

#include <algorithm>
#include <numeric>

namespace certamen::hub {

void RoundTripMeter::pong_sent(std::uint64_t nonce, wire::Instant now) {
  if (in_flight_.size() == pongs_in_flight_max) in_flight_.pop_front();
  in_flight_.push_back({nonce, now});
}

void RoundTripMeter::echoed(std::uint64_t nonce, wire::Instant now) {
  const auto sent =
      std::find_if(in_flight_.begin(), in_flight_.end(), [nonce](const PongSent& each) { return each.nonce == nonce; });
  if (sent == in_flight_.end()) return;
  if (samples_.size() == samples_max) samples_.pop_front();
  samples_.push_back(now - sent->at);
  in_flight_.erase(sent);
}

std::optional<room::RoundTrips> RoundTripMeter::measured() const {
  if (samples_.empty()) return std::nullopt;
  room::RoundTrips measured;
  measured.lowest = *std::min_element(samples_.begin(), samples_.end());
  measured.latest = samples_.back();
  const auto total = std::accumulate(samples_.begin(), samples_.end(), wire::Duration::zero());
  measured.jitter = total / static_cast<std::int64_t>(samples_.size()) - measured.lowest;
  return measured;
}

}  // namespace certamen::hub
