#include <algorithm>
#include <chrono>

#include "server/room/fair_time.hpp"
#include "server/room/room.hpp"

namespace certamen::room {
namespace {

constexpr std::uint32_t tenth_ms = 100;

std::uint32_t in_ms(wire::Duration duration) {
  return static_cast<std::uint32_t>(std::chrono::round<std::chrono::milliseconds>(duration).count());
}

// The nearest rank: the least value that so many percent of all do not exceed. Zero of none.
wire::Duration percentile(const std::vector<wire::Duration>& sorted, std::size_t percent) {
  if (sorted.empty()) return {};
  return sorted[(sorted.size() * percent + 99) / 100 - 1];
}

wire::FairnessRow row_of(const Member& member, std::uint32_t revealed_count) {
  wire::FairnessRow row;
  row.seat = member.id;
  row.rank = member.rank;
  wire::Duration credit{};
  std::vector<wire::Duration> round_trips;
  for (std::uint32_t number = 1; number <= revealed_count; ++number) {
    const auto& given = member.given[number - 1];
    if (!given) continue;
    ++row.answers;
    if (given->time_credit > wire::Duration::zero()) ++row.credited;
    if (given->stamp == Stamp::Outside) ++row.stamps_outside;
    credit += given->time_credit;
    if (given->round_trips) round_trips.push_back(given->round_trips->latest);
  }
  row.measured = static_cast<std::uint32_t>(round_trips.size());
  std::sort(round_trips.begin(), round_trips.end());
  row.credit_ms = in_ms(credit);
  row.round_trip_p50_ms = in_ms(percentile(round_trips, 50));
  row.round_trip_p95_ms = in_ms(percentile(round_trips, 95));
  return row;
}

}  // namespace

exam::Standing Room::standing_without_credit(const Member& member) const {
  exam::Standing standing{member.id};
  std::uint32_t streak = 0;
  for (std::uint32_t number = member.first_question; number <= revealed_count_; ++number) {
    if (!rulings_[number - 1].counts()) continue;
    const auto& given = member.given[number - 1];
    streak = given && given->right() ? streak + 1 : 0;
    if (!given) continue;
    const std::uint32_t allowed_tenths = window_tenths(number, given->allowance);
    standing.points +=
        policy().earned({given->credit, given->received_tenths, allowed_tenths, streak, given->certainty}).points;
    if (!given->right()) continue;
    ++standing.right_count;
    standing.right_tenths += comparable_tenths(number, *given, given->received_tenths);
  }
  return standing;
}

wire::FairnessReported Room::fairness() const {
  wire::FairnessReported report;
  report.quota_ms = in_ms(credit_quota(settings_, paper_.questions.size()));
  report.error_ms = error_tenths * tenth_ms;
  std::vector<exam::Standing> standings;
  for (const auto& [id, member] : members_) {
    if (!member.plays || member.rank == 0) continue;
    report.rows.push_back(row_of(member, revealed_count_));
    standings.push_back(standing_without_credit(member));
  }
  report.player_count = static_cast<std::uint32_t>(report.rows.size());
  for (const exam::Place& place : exam::rank(std::move(standings), settings_.scoring, ranking_error_tenths())) {
    const auto row = std::find_if(report.rows.begin(), report.rows.end(),
                                  [&](const wire::FairnessRow& one) { return one.seat == place.standing.seat; });
    row->rank_without_credit = place.rank;
    if (row->rank != place.rank) ++report.ranks_changed;
  }
  std::stable_sort(report.rows.begin(), report.rows.end(),
                   [](const wire::FairnessRow& left, const wire::FairnessRow& right) { return left.rank < right.rank; });
  return report;
}

wire::FairnessReported Room::fairness_told() const {
  wire::FairnessReported report = fairness();
  if (report.rows.size() > wire::ranking_rows_max) report.rows.resize(wire::ranking_rows_max);
  return report;
}

}  // namespace certamen::room
