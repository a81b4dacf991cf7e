#include <algorithm>
#include <map>
#include <numeric>

#include "client/model/step.hpp"

namespace certamen::model {

namespace {

// Places before the last question, from the rows themselves: by the rank they had, newcomers last, ties as they stand.
std::map<wire::SeatId, std::size_t> places_before(const std::vector<wire::RankingRow>& rows) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank_before = [&](std::size_t index) {
    return rows[index].previous_rank == 0 ? rows.size() + 1 : rows[index].previous_rank;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank_before(a) < rank_before(b); });
  std::map<wire::SeatId, std::size_t> places;
  for (std::size_t place = 0; place < order.size(); ++place) places[rows[order[place]].seat] = place;
  return places;
}

}  // namespace

Standings make_standings(const wire::RankingShown& shown, const std::optional<Standings>& before, Instant now) {
  if (before && before->shown.after_question == shown.after_question) {
    Standings same = *before;  // seen already, before a reconnection or in another language: no second motion
    same.shown = shown;
    if (same.motion.size() == shown.rows.size()) return same;
  }
  // What was on screen is the truth for the eye: ties may have stood in another order than ranks alone tell.
  auto places = places_before(shown.rows);
  if (before && before->shown.after_question + 1 == shown.after_question) {
    const auto& old_rows = before->shown.rows;
    for (std::size_t place = 0; place < old_rows.size(); ++place) {
      const auto known = places.find(old_rows[place].seat);
      if (known != places.end()) known->second = place;
    }
  }
  Standings standings{shown, {}, now};
  standings.motion.reserve(shown.rows.size());
  for (std::size_t place = 0; place < shown.rows.size(); ++place) {
    const auto& row = shown.rows[place];
    standings.motion.push_back({row.seat, places[row.seat], place, row.points - row.points_gained, row.points});
  }
  return standings;
}

}  // namespace certamen::model
