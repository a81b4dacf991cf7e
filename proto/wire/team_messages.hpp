// What is told of teams, of extra time, and of standings kept back before the podium.
//
// Plain values; ranges were checked by the codec.
#pragma once

#include <cstdint>

#include "proto/wire/allowance.hpp"
#include "proto/wire/types.hpp"

namespace certamen::wire {

// Before the match, where players form the teams: the own team from now on.
struct ChooseTeam {
  TeamNumber team = 1;  // 1 to teams_max
  bool operator==(const ChooseTeam&) const = default;
};

struct TeamRow {
  TeamNumber team = 1;
  std::uint32_t rank = 1;    // equal ranks are ties
  std::int64_t points = 0;   // each question adds the mean of its members' points
  std::uint32_t member_count = 0;
  bool operator==(const TeamRow&) const = default;
};

// The first vote is closed. The teams talk until continues_at, then the question is asked again.
struct DiscussionOpened {
  std::uint32_t number = 0;
  Instant continues_at{};
  bool operator==(const DiscussionOpened&) const = default;
};

// How much time this member has of every question: told to that member and to hosts.
struct AllowanceChanged {
  SeatId seat;
  Allowance allowance = Allowance::Whole;
  bool operator==(const AllowanceChanged&) const = default;
};

// One player's place uncovered after a freeze: what everyone saw, and what it is.
struct ResolverStep {
  SeatId seat;
  std::uint32_t frozen_rank = 0;  // 0: was in no ranking that was shown
  std::int64_t frozen_points = 0;
  std::uint32_t rank = 1;
  std::int64_t points = 0;
  bool operator==(const ResolverStep&) const = default;
};

}  // namespace certamen::wire
