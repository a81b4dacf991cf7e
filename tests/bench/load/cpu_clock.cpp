#include "tests/bench/load/cpu_clock.hpp"

#include <time.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace certamen::bench {

CpuClock::CpuClock(pid_t process) {
  ::clock_getcpuclockid(process, &clock_);
}

std::chrono::nanoseconds CpuClock::spent() const {
  timespec time{};
  if (::clock_gettime(clock_, &time) != 0) return {};
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

Memory memory_of(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/status");
  Memory memory;
  for (std::string word; file >> word;) {
    if (word == "VmRSS:") file >> memory.resident_kib;
    if (word == "RssAnon:") file >> memory.own_kib;
  }
  return memory;
}

}  // namespace certamen::bench
