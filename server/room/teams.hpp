// Who plays with whom: the teams of team practice, how players come to them, and what a team stands for.
//
// Pure; a part of a room, owned by value. Teams have numbers from 1; 0 is no team.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "server/exam/ranking.hpp"

namespace certamen::room {

inline constexpr std::uint32_t teams_min = 2;
inline constexpr std::uint32_t teams_max = 8;

using TeamNumber = std::uint32_t;

enum class TeamForming : std::uint8_t { ByPlayers, ByHost, Balanced };

class Teams {
 public:
  Teams() = default;  // a room without teams
  // Requires teams_min to teams_max teams. The seed decides between teams that are equally small.
  Teams(std::uint32_t count, TeamForming forming, std::uint64_t seed);

  [[nodiscard]] bool played() const { return count_ != 0; }
  [[nodiscard]] std::uint32_t count() const { return count_; }
  // 0 for who has none.
  [[nodiscard]] TeamNumber team_of(wire::SeatId seat) const;
  [[nodiscard]] const std::map<wire::SeatId, TeamNumber>& seats() const { return seats_; }

  // A new player, who may wish for a team (0: for none). Balanced teams heed no wish; the others leave who has none
  // without a team until the match begins.
  void enter(wire::SeatId seat, TeamNumber wish);
  // False, and nothing changes, where there is no such team.
  bool move(wire::SeatId seat, TeamNumber team);
  void leave(wire::SeatId seat) { seats_.erase(seat); }
  // The match begins, or somebody comes late: whoever still has no team gets one of the smallest. Balanced teams are dealt
  // anew when `dealt_anew`, since leaves may have made them uneven.
  void complete(std::vector<wire::SeatId> players, bool dealt_anew);

 private:
  [[nodiscard]] TeamNumber smallest(wire::SeatId seat) const;

  std::uint32_t count_ = 0;
  TeamForming forming_ = TeamForming::ByPlayers;
  std::uint64_t seed_ = 0;
  std::map<wire::SeatId, TeamNumber> seats_;
};

struct TeamStanding {
  TeamNumber team = 0;
  std::uint32_t rank = 1;   // equal ranks are ties; the rank after a tie of n is n higher
  std::int64_t points = 0;  // the mean of the members' points, see mean_points
  std::uint32_t member_count = 0;
  bool operator==(const TeamStanding&) const = default;
};

// Rounded to the nearest integer, halves up, below zero, too: -0.5 is 0, -1.5 is -1. Requires count > 0.
[[nodiscard]] std::int64_t mean_points(std::int64_t sum, std::uint32_t count);

// Best first, ties by number. Teams are ranked by the mean that is shown, so what looks equal is equal. A team without
// members is in no ranking; players without a team count for none.
[[nodiscard]] std::vector<TeamStanding> rank_teams(const Teams& teams, const std::vector<exam::Standing>& players);

}  // namespace certamen::room
