// A hub with a room full of players who have just been asked: what the benchmarks measure on.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "proto/wire/codec.hpp"
#include "server/hub/hub.hpp"

namespace certamen::bench {

// Four-option questions of ordinary length.
[[nodiscard]] exam::Paper ordinary_paper(std::size_t questions);

class Table {
 public:
  // Seats `players`, starts the match and brings it to the moment the options are open.
  explicit Table(std::uint32_t players);

  // The answer of the n-th player as it comes from the socket, acknowledged and all; returns the bytes sent.
  std::size_t answer(std::uint32_t player);
  // Reveals the question and goes on to the next; a table has 100. Returns the frames the reveal sent.
  std::size_t reveal();

  [[nodiscard]] std::uint32_t player_count() const { return players_; }
  [[nodiscard]] std::uint32_t question_number() const { return question_; }

 private:
  std::vector<hub::Output> step(const hub::Input& input);
  void say(std::uint64_t session, const wire::ClientMessage& message);
  void run_until_due();
  void commit(std::vector<hub::Output>& outputs);

  std::uint32_t players_;
  std::uint32_t question_ = 0;
  wire::Instant now_{};
  hub::Hub hub_;
  wire::RoomCode code_;
  wire::Ticket host_ticket_;
  std::vector<hub::Output> spoken_;  // by the last step, commits included
};

}  // namespace certamen::bench
