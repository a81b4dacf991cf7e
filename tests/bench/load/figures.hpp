// What one phase of a load cost.
#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tests/bench/load/cpu_clock.hpp"
#include "tests/bench/load/crowd.hpp"

namespace certamen::bench {

// Times in microseconds.
struct Figures {
  std::string phase;
  std::uint64_t messages = 0;   // that the server delivered
  double bytes = 0;             // of one of them, on average
  std::uint64_t surplus = 0;    // more than were expected
  double server_cpu = 0;        // in all
  double load_cpu = 0;          // of the load itself, in all
  double begun = 0;             // on the machine's steady clock, as perf -k CLOCK_MONOTONIC has it
  double wall = 0;              // from the order to the last delivery
  double spread = 0;            // from the first delivery to the last
  std::vector<double> waits{};  // from sending to what answers it, one a sender; may be empty
};

// With the waits' 50th, 95th and 99th percentile and the longest instead of all of them.
[[nodiscard]] nlohmann::json to_json(const Figures& figures);

// Runs from its construction to finish().
class Stopwatch {
 public:
  explicit Stopwatch(pid_t server);
  // One message of so many bytes was delivered now.
  void delivered(std::size_t bytes);
  // When the server has done what follows the last delivery.
  [[nodiscard]] Figures finish(std::string phase);
  [[nodiscard]] Moment begun() const { return begun_; }

 private:
  CpuClock server_;
  CpuClock own_;
  std::chrono::nanoseconds server_before_;
  std::chrono::nanoseconds own_before_;
  Moment begun_;
  Moment first_{};
  Moment last_{};
  std::uint64_t messages_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace certamen::bench
