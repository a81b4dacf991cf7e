// The load on the floor: the same numbers and sizes as on Certamen, without a protocol.
#pragma once

#include "tests/bench/load/figures.hpp"

namespace certamen::bench {

class FloorLoad {
 public:
  // Connects so many clients to the floor at the port, which is process `server`.
  FloorLoad(std::uint16_t port, pid_t server, std::size_t clients);

  [[nodiscard]] Figures fan_out(std::uint32_t bytes);
  // Every client answers at once.
  [[nodiscard]] Figures storm();

 private:
  // Until every client has heard so many bytes.
  void await(std::size_t bytes, Stopwatch& watch);

  Crowd crowd_;
  pid_t server_;
  std::vector<std::size_t> heard_;  // bytes, by link; the first one only asks
  std::vector<Moment> heard_at_;
};

}  // namespace certamen::bench
