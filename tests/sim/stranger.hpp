// Those who come with bad intentions and no program of ours: noise, lies about lengths and versions, silence, floods, and
// impostors with made-up codes and tickets.
//
// Speaks to the server in raw frames. What it must not get out of it is for the checkers to see.
#pragma once

#include <cstdint>
#include <optional>

#include "tests/sim/person.hpp"

namespace certamen::sim {

class Stranger final : public ClientEnd {
 public:
  Stranger(Company& company, std::uint32_t number, Dice dice);

  void come_at(Instant when);
  [[nodiscard]] bool done() const { return visits_left_ == 0 && connection_ == 0; }

  void connected(ConnectionId connection) override;
  void received(ConnectionId, std::span<const std::byte>) override {}
  void disconnected(ConnectionId connection) override;

 private:
  enum class Manner : std::uint8_t { Silence, Noise, Giant, Future, HalfFrame, Flood, BrokenFrames, Impostor };
  static constexpr std::uint64_t manners = 8;

  void visit();
  void go();
  void say(const wire::ClientMessage& wish);
  void say_bytes(const std::vector<std::byte>& bytes);
  [[nodiscard]] std::vector<std::byte> noise(std::size_t length);
  void greet();
  void break_frames();
  void pretend();
  [[nodiscard]] wire::RoomCode some_code();

  Company& company_;
  std::uint32_t number_;
  Dice dice_;
  Manner manner_ = Manner::Silence;
  std::uint32_t visits_left_;
  std::uint32_t pretences_left_ = 0;
  ConnectionId connection_ = 0;
};

}  // namespace certamen::sim
