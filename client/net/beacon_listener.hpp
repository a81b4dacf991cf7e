// Hears what servers tell the local network of themselves.
//
// Used on the thread that runs its loop. Hears only, sends nothing but the memberships of its groups, which it renews as
// networks come and go. What is no beacon is dropped, and of a flood all but beacons_a_second_max.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

#include "client/net/fact.hpp"
#include "proto/wire/result.hpp"

namespace boost::asio {
class io_context;
}

namespace certamen::client_net {

inline constexpr std::size_t beacons_a_second_max = 64;

class BeaconListener {
 public:
  BeaconListener(boost::asio::io_context& context, std::function<void(const Fact&)> report);
  // Nothing is reported any more.
  ~BeaconListener();
  BeaconListener(const BeaconListener&) = delete;
  BeaconListener& operator=(const BeaconListener&) = delete;

  // Begins, beside any other listener of this machine. A fault when there is no such port to be had in any family.
  [[nodiscard]] wire::Result<void> begin(std::uint16_t port);

 private:
  struct Parts;
  std::shared_ptr<Parts> parts_;
};

}  // namespace certamen::client_net
