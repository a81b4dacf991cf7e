// What one simulated player has lived through, and the sum of many.
//
// Pure. All instants are local, of the thread that ran the players.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "client/model/model.hpp"

namespace certamen::bot {

struct Acknowledged {
  wire::Answer answer;
  wire::Duration after{};  // from the press to the acknowledgement
};

// A question's number and which vote on it.
using Vote = std::pair<std::uint32_t, std::uint32_t>;

struct Tally {
  bool joined = false;
  wire::Duration joined_after{};              // from its first wish; with joined
  bool finished = false;                      // saw the end of the match and its whole review
  std::map<Vote, wire::Instant> pressed_at;   // answers given
  std::map<Vote, Acknowledged> acknowledged;  // answers the server said count
  std::map<Vote, wire::Instant> asked_at;     // when the question's options arrived
  std::set<std::uint32_t> revealed;           // questions
  std::uint32_t lost = 0;                     // acknowledged answers that the review does not show
  std::uint32_t reconnections = 0;
  std::string failure;  // why this player will never finish; empty while it may
};

// The figures of a crowd.
struct Percentiles {
  wire::Duration p50{};
  wire::Duration p95{};
  wire::Duration p99{};
};
// Nearest rank; all zero for no values.
[[nodiscard]] Percentiles percentiles_of(std::vector<wire::Duration> values);

struct Sum {
  std::size_t rooms = 0;
  std::size_t players = 0;
  std::size_t joined = 0;
  std::size_t answered = 0;
  std::size_t acknowledged = 0;
  std::size_t revealed = 0;
  std::size_t finished = 0;
  std::size_t lost = 0;
  std::size_t reconnections = 0;
  std::size_t turned_away = 0;  // by a full server, and gave up
  wire::Duration slowest_join{};
  wire::Duration widest_spread{};
  std::optional<wire::Refusal> host_refused{};  // the last that a host was refused
  bool timed_out = false;
  Percentiles acknowledgement;
  Percentiles spread;                 // of each question in each room: from the first player that received it to the last
  std::vector<std::string> failures;  // distinct
  bool unreachable = false;           // nobody ever had a word from the server

  [[nodiscard]] bool all_well() const {
    return finished == players && acknowledged == answered && lost == 0 && failures.empty();
  }
};

// `rooms[r]` are the players of room r.
[[nodiscard]] Sum sum_of(const std::vector<std::vector<const Tally*>>& rooms);

}  // namespace certamen::bot
