// A socket that hears what servers tell a group of this machine, on a free port of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "proto/wire/beacon.hpp"

namespace certamen::test {

struct HeardBeacon {
  std::string host;  // whence it came
  wire::Beacon beacon;
};

class BeaconEar {
 public:
  // Throws when the machine has no multicast, not even on its loopback interface: then nothing can be shown here.
  BeaconEar();
  ~BeaconEar();
  BeaconEar(const BeaconEar&) = delete;
  BeaconEar& operator=(const BeaconEar&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  // ADDRESS:PORT of the group, for --beacon-to.
  [[nodiscard]] std::string group() const;
  // ADDRESS:PORT of this socket alone.
  [[nodiscard]] std::string alone() const;

  // The next one that `wanted` accepts; nothing when half a minute passes without.
  template <class Wanted>
  [[nodiscard]] std::optional<HeardBeacon> next(const Wanted& wanted) {
    for (;;) {
      auto heard = next();
      if (!heard || wanted(heard->beacon)) return heard;
    }
  }
  [[nodiscard]] std::optional<HeardBeacon> next();

 private:
  int socket_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace certamen::test
