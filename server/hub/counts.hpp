// What one shard has counted since its start, for whoever watches the server run.
//
// Plain values, owned by the shard's thread; others get copies by letter. Nothing here decides anything.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>

#include "proto/wire/messages.hpp"

namespace certamen::hub {

// How long something took, in fixed buckets.
class Histogram {
 public:
  // Upper bounds, inclusive; one bucket more holds what took longer.
  static constexpr std::array<std::int64_t, 13> bounds_micros = {
      500, 1'000, 2'000, 5'000, 10'000, 20'000, 50'000, 100'000, 200'000, 500'000, 1'000'000, 2'000'000, 5'000'000};
  void add(wire::Duration duration) {
    std::size_t bucket = 0;
    while (bucket < bounds_micros.size() && duration.count() > bounds_micros[bucket]) ++bucket;
    ++buckets_[bucket];
    ++count_;
    sum_ += duration;
  }
  [[nodiscard]] std::uint64_t in_bucket(std::size_t bucket) const { return buckets_[bucket]; }
  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] wire::Duration sum() const { return sum_; }
  bool operator==(const Histogram&) const = default;

 private:
  std::array<std::uint64_t, bounds_micros.size() + 1> buckets_{};
  std::uint64_t count_ = 0;
  wire::Duration sum_{};
};

// Of a hub. The first four are as of now, the others sums.
struct Counts {
  std::uint64_t sessions = 0;
  std::uint64_t rooms = 0;
  std::uint64_t rooms_in_question = 0;  // reading or answering one, and not paused
  std::uint64_t steps_held = 0;         // waiting for their commit
  std::uint64_t sessions_opened = 0;
  std::map<wire::Refusal, std::uint64_t> refusals;    // wishes refused
  std::map<wire::Farewell, std::uint64_t> farewells;  // sessions let go
  Histogram acknowledgement;                          // from the receipt of an answer to its acknowledgement
};

// Of the wires around it.
struct Traffic {
  std::uint64_t bytes_received = 0;
  std::uint64_t bytes_sent = 0;
  std::uint64_t readers_dropped = 0;  // let more pile up than the outbox holds
};

struct ShardCounts {
  Counts hub;
  Traffic traffic;
  std::uint64_t connections = 0;
  std::uint64_t outbox_bytes = 0;  // waiting for sockets, all connections together
};

}  // namespace certamen::hub
