// What a server has promised its people, and whether its data file keeps it after a crash.
//
// The people write down what they were told; after a kill, check() reads the data file as the next server will, replays
// every journal, and says which promises are broken. Times are the server's, estimated from its last pong.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "proto/wire/messages.hpp"

namespace certamen::test {

using Steady = std::chrono::steady_clock;

// How far a kill may turn the server's clock back: a heartbeat (250 ms), and what a busy machine takes to commit it.
inline constexpr wire::Duration turned_back_max{1'250'000};

class Ledger {
 public:
  // ---- what people are told ----
  void seated(const wire::RoomCode& code, wire::SeatId seat);
  void acknowledged(const wire::RoomCode& code, wire::SeatId seat, std::uint32_t number, const wire::Answer& answer);
  void finished(const wire::RoomCode& code, const wire::MatchFinished& results);
  // Somebody returned to a seat: the room must have the time left that its journal had, and the own answer if it was
  // acknowledged.
  void returned(const wire::RoomCode& code, wire::SeatId seat, const wire::Snapshot& snapshot);
  void pong(wire::Instant server, Steady::time_point local);
  void broken(const std::string& promise) { broken_.push_back(promise); }

  // ---- after a kill ----
  // Reads the data file, which no server may have open.
  void check(const std::string& data_path, Steady::time_point killed_at);

  [[nodiscard]] const std::vector<std::string>& broken() const { return broken_; }
  [[nodiscard]] std::size_t acknowledged_count() const { return acknowledged_count_; }
  [[nodiscard]] std::size_t rooms_in_question() const { return rooms_in_question_; }
  [[nodiscard]] std::size_t times_compared() const { return times_compared_; }
  [[nodiscard]] wire::Duration turned_back_worst() const { return turned_back_worst_; }
  [[nodiscard]] std::size_t room_count() const { return rooms_.size(); }

 private:
  struct Told {
    std::set<wire::SeatId> seats;
    std::map<std::pair<wire::SeatId, std::uint32_t>, wire::Answer> answers;  // by seat and question
    std::optional<wire::MatchFinished> results;
    std::optional<wire::Duration> remaining;  // of the question open at the last kill, by the journal
  };
  struct Found;

  void check_room(const wire::RoomCode& code, Told& told, const Found& found, wire::Instant restart);
  void check_clock(wire::Instant restart, Steady::time_point killed_at);

  std::map<wire::RoomCode, Told> rooms_;
  std::optional<std::pair<wire::Instant, Steady::time_point>> pong_;
  std::size_t acknowledged_count_ = 0;
  std::size_t rooms_in_question_ = 0;  // found in mid-question after a kill, all kills together
  std::size_t times_compared_ = 0;     // remaining times compared between journal and snapshot
  wire::Duration turned_back_worst_{};
  std::vector<std::string> broken_;
};

}  // namespace certamen::test
