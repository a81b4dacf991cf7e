// What a hub wants done by the threads and sockets around it.
#pragma once

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "proto/wire/codec.hpp"
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
  explicit Outputs(std::uint32_t shard) : shard_(shard) {}

  void transmit(std::uint64_t session, const wire::ServerMessage& message) {
    items_.emplace_back(Transmit{{session}, wire::encode(message)});
  }
  void transmit(std::vector<std::uint64_t> sessions, wire::Frame frame) {
    items_.emplace_back(Transmit{std::move(sessions), std::move(frame)});
  }
  void disconnect(std::uint64_t session) { items_.emplace_back(Disconnect{session}); }
  void post(std::uint32_t shard, ShardLetter letter) { items_.emplace_back(PostShard{shard, std::move(letter)}); }
  void post(DiskWish letter) { items_.emplace_back(PostDisk{std::move(letter)}); }

  [[nodiscard]] std::uint32_t shard() const { return shard_; }
  [[nodiscard]] std::vector<Output> take() { return std::exchange(items_, {}); }

 private:
  std::uint32_t shard_;
  std::vector<Output> items_;
};

}  // namespace certamen::hub
