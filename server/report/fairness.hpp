// How fair the time of a game was, player by player, as far as its room measured it.
//
// Pure. Written for any room: one that keeps no credit and reports no fairness has none to tell.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "proto/wire/types.hpp"

namespace certamen::report {

struct FairnessResult {
  wire::SeatId seat;
  std::uint32_t answers = 0;
  std::uint32_t credited = 0;   // answers whose instant is earlier than their receipt
  std::uint32_t credit_ms = 0;  // of all answers together
  std::uint32_t stamps_outside = 0;
  std::uint32_t round_trip_p50_ms = 0;
  std::uint32_t round_trip_p95_ms = 0;
  std::uint32_t rank = 0;
  std::uint32_t rank_without_credit = 0;
};

// The credit for the way of an answer, where the room keeps one.
template <class Given>
[[nodiscard]] std::optional<wire::Duration> time_credit_of(const Given& given) {
  if constexpr (requires { given.time_credit; }) {
    return given.time_credit;
  } else {
    return std::nullopt;
  }
}

// A row a player, in the room's order.
template <class Room>
[[nodiscard]] std::vector<FairnessResult> fairness_of(const Room& room) {
  std::vector<FairnessResult> rows;
  if constexpr (requires { room.fairness(); }) {
    for (const auto& row : room.fairness().rows) {
      rows.push_back({row.seat, row.answers, row.credited, row.credit_ms, row.stamps_outside, row.round_trip_p50_ms,
                      row.round_trip_p95_ms, row.rank, row.rank_without_credit});
    }
  }
  return rows;
}

}  // namespace certamen::report
