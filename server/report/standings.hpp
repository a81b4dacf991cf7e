// Who stands where, whatever phase a room is in.
//
// Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/room/room.hpp"

namespace certamen::report {

struct Row {
  wire::SeatId seat;
  std::string name;
  std::uint32_t rank = 0;  // 0 before the first reveal
  std::int64_t points = 0;
  std::uint32_t right_count = 0;
  std::uint64_t right_tenths = 0;  // total time of the right answers
};

// Every player, best first, ties by seat; who has no rank yet comes last.
[[nodiscard]] std::vector<Row> standings(const room::Room& room);

}  // namespace certamen::report
