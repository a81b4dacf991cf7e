// How a running server is, as its operator may know it: no names, no codes, no tickets.
//
// Plain values; each thread's part is a copy that it made itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/hub/counts.hpp"

namespace certamen::status {

struct DiskCounts {
  std::uint64_t inbox = 0;      // letters not read yet
  std::uint64_t waiting = 0;    // entries read and not committed
  std::uint64_t committed = 0;  // entries
  hub::Histogram commit;        // how long each transaction took; entries over commits is the size of a group
  bool failing = false;         // the data file cannot be written
  std::uint64_t games_pruned = 0;
};

struct Report {
  std::string version;
  std::uint64_t uptime_seconds = 0;
  std::uint64_t bank_questions = 0;
  bool listening = false;
  bool draining = false;
  std::vector<std::optional<hub::ShardCounts>> shards;  // nothing for one that did not answer in time
  DiskCounts disk;
};

// Every shard answers: the process is worth keeping.
[[nodiscard]] bool healthy(const Report& report);

// Why new players should not be sent here now, in one phrase; empty when they should.
[[nodiscard]] std::string unready_because(const Report& report);

// In Prometheus' text format.
[[nodiscard]] std::string metrics_text(const Report& report);

}  // namespace certamen::status
