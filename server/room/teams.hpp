// Who plays with whom: the teams of a match, how players come to them, and what a team stands for.
//
// Pure; a part of a room, owned by value. Teams have numbers from 1; 0 is no team.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "proto/wire/team_messages.hpp"

namespace certamen::room {

class Teams {
 public:
  Teams() = default;  // a room without teams
  // Requires teams_min to teams_max teams. The seed decides between teams that are equally small.
  Teams(std::uint32_t count, wire::TeamForming forming, std::uint64_t seed);

  [[nodiscard]] bool played() const { return count_ != 0; }
  [[nodiscard]] std::uint32_t count() const { return count_; }
  [[nodiscard]] bool chosen_by_players() const { return played() && forming_ == wire::TeamForming::ByPlayers; }
  // 0 for who has none.
  [[nodiscard]] wire::TeamNumber team_of(wire::SeatId seat) const;
  [[nodiscard]] const std::map<wire::SeatId, wire::TeamNumber>& seats() const { return seats_; }

  // A new player. Balanced teams get it at once, the smallest first; the others leave it without one until it is chosen or
  // the match begins.
  void enter(wire::SeatId seat);
  // False, and nothing changes, where there is no such team.
  bool move(wire::SeatId seat, wire::TeamNumber team);
  // The same, and the seat is not moved again by level().
  bool move_by_host(wire::SeatId seat, wire::TeamNumber team);
  void leave(wire::SeatId seat);
  // The match begins, or somebody comes late: whoever still has no team gets one of the smallest. Who has one keeps it.
  void complete(std::vector<wire::SeatId> players);
  // Balanced teams that were left unevenly: those who came last go over from the largest to the smallest, until no team has
  // two more than another or only those are left whom the host put there. Returns `moved` with those seats added.
  [[nodiscard]] std::vector<wire::SeatId> level(std::vector<wire::SeatId> moved);
  [[nodiscard]] const std::set<wire::SeatId>& put_by_host() const { return put_by_host_; }

 private:
  [[nodiscard]] wire::TeamNumber smallest(wire::SeatId seat) const;
  [[nodiscard]] std::vector<std::vector<wire::SeatId>> by_team() const;

  std::uint32_t count_ = 0;
  wire::TeamForming forming_ = wire::TeamForming::ByPlayers;
  std::uint64_t seed_ = 0;
  std::map<wire::SeatId, wire::TeamNumber> seats_;
  std::set<wire::SeatId> put_by_host_;
};

// Rounded to the nearest integer, halves up, below zero, too: -0.5 is 0, -1.5 is -1. Requires count > 0.
[[nodiscard]] std::int64_t mean_points(std::int64_t sum, std::uint32_t count);

// What teams have: each question adds the mean of what it was worth to those members who were asked it. So a team is not
// worth less for being small, nor for somebody who came late.
class TeamScores {
 public:
  explicit TeamScores(const Teams& teams) : teams_(teams) {}

  // One member's points of the present question. Players without a team count for none.
  void count(wire::SeatId seat, std::int64_t points);
  void close_question();

  // Best first, ties by number; ranked by the points that are shown, so what looks equal is equal. A team without members
  // is in no ranking.
  [[nodiscard]] std::vector<wire::TeamRow> ranked() const;

 private:
  const Teams& teams_;
  std::array<std::int64_t, wire::teams_max> points_{};
  std::array<std::int64_t, wire::teams_max> sums_{};  // of the present question
  std::array<std::uint32_t, wire::teams_max> counts_{};
};

}  // namespace certamen::room
