#include "server/report/standings.hpp"

#include <algorithm>
#include <limits>

namespace certamen::report {

std::vector<Row> standings(const room::Room& room) {
  std::vector<Row> rows;
  for (const auto& [seat, member] : room.members()) {
    if (!member.plays) continue;
    rows.push_back(
        {seat, member.name, member.rank, member.standing.points, member.standing.right_count, member.standing.right_tenths});
  }
  const auto place = [](const Row& row) { return row.rank == 0 ? std::numeric_limits<std::uint32_t>::max() : row.rank; };
  std::stable_sort(rows.begin(), rows.end(),
                   [&place](const Row& left, const Row& right) { return place(left) < place(right); });
  return rows;
}

}  // namespace certamen::report
