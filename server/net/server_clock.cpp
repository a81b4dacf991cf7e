#include "server/net/server_clock.hpp"

namespace certamen::net {

wire::Instant ServerClock::now() const {
  return start_ + std::chrono::duration_cast<wire::Duration>(std::chrono::steady_clock::now() - origin_);
}

std::chrono::steady_clock::time_point ServerClock::steady(wire::Instant instant) const {
  return origin_ + (instant - start_);
}

}  // namespace certamen::net
