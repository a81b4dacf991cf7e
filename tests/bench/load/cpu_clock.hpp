// How much CPU time a process has used, all its threads together, user and kernel, as the kernel counts it (nanoseconds).
#pragma once

#include <sys/types.h>

#include <chrono>

namespace certamen::bench {

class CpuClock {
 public:
  explicit CpuClock(pid_t process);
  // Zero once the process is gone.
  [[nodiscard]] std::chrono::nanoseconds spent() const;

 private:
  clockid_t clock_ = 0;
};

// Kilobytes of the process in memory now, and those of it that no file stands behind.
struct Memory {
  long resident_kib = 0;
  long own_kib = 0;
};
[[nodiscard]] Memory memory_of(pid_t process);

}  // namespace certamen::bench
