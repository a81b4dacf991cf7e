// What a hub wants done by the threads and sockets around it.
#pragma once

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "proto/wire/codec.hpp"
#include "server/hub/counts.hpp"
#include "server/hub/letter.hpp"

namespace certamen::hub {

// Send the frame to these sessions of this shard.
struct Transmit {
  std::vector<std::uint64_t> sessions;
  wire::Frame frame;
};
// Close this session's connection once what was transmitted has left.
struct Disconnect {
  std::uint64_t session = 0;
};
struct PostShard {
  std::uint32_t shard = 0;
  ShardLetter letter;
};
struct PostDisk {
  DiskWish letter;
};
using Output = std::variant<Transmit, Disconnect, PostShard, PostDisk>;

// Collects outputs; turns what stays on this shard into transmissions and the rest into letters.
class Outputs {
 public:
  // `counts` outlives this.
  Outputs(std::uint32_t shard, Counts& counts, wire::Instant now) : shard_(shard), counts_(counts), now_(now) {}

  void transmit(std::uint64_t session, const wire::ServerMessage& message) {
    count(message);
    items_.emplace_back(Transmit{{session}, wire::encode(message)});
  }
  void transmit(std::vector<std::uint64_t> sessions, wire::Frame frame) {
    items_.emplace_back(Transmit{std::move(sessions), std::move(frame)});
  }
  void disconnect(std::uint64_t session) { items_.emplace_back(Disconnect{session}); }
  void post(std::uint32_t shard, ShardLetter letter) { items_.emplace_back(PostShard{shard, std::move(letter)}); }
  void post(DiskWish letter) { items_.emplace_back(PostDisk{std::move(letter)}); }

  // Counts a refusal or a farewell; called for every message to one session.
  void count(const wire::ServerMessage& message) {
    if (const auto* rejected = std::get_if<wire::Rejected>(&message)) ++counts_.refusals[rejected->reason];
    if (const auto* goodbye = std::get_if<wire::Goodbye>(&message)) ++counts_.farewells[goodbye->reason];
  }
  // An answer received at that instant is being acknowledged.
  void count_acknowledgement(wire::Instant received_at) { counts_.acknowledgement.add(now_ - received_at); }

  [[nodiscard]] std::uint32_t shard() const { return shard_; }
  [[nodiscard]] std::vector<Output> take() { return std::exchange(items_, {}); }

 private:
  std::uint32_t shard_;
  Counts& counts_;
  wire::Instant now_;
  std::vector<Output> items_;
};

}  // namespace certamen::hub
