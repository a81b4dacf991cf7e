#include "server/exam/ranking.hpp"

#include <algorithm>
#include <tuple>

namespace certamen::exam {
namespace {

// Smaller is better.
auto merit(const Standing& standing, wire::Scoring scoring, std::uint32_t error_tenths) {
  std::uint64_t time = time_breaks_ties(scoring) ? standing.right_tenths : 0;
  // Only compared between equal numbers of right answers, so dividing by it keeps the order.
  const std::uint64_t error = std::uint64_t{error_tenths} * standing.right_count;
  if (error > 0) time /= error;
  return std::tuple(-standing.points, -static_cast<std::int64_t>(standing.right_count), time);
}

}  // namespace

bool time_breaks_ties(wire::Scoring scoring) {
  return scoring == wire::Scoring::Speed;
}

std::vector<Place> rank(std::vector<Standing> standings, wire::Scoring scoring, std::uint32_t error_tenths) {
  std::sort(standings.begin(), standings.end(), [&](const Standing& left, const Standing& right) {
    return std::pair(merit(left, scoring, error_tenths), left.seat) <
           std::pair(merit(right, scoring, error_tenths), right.seat);
  });
  std::vector<Place> places;
  places.reserve(standings.size());
  for (const Standing& standing : standings) {
    const bool tied =
        !places.empty() && merit(places.back().standing, scoring, error_tenths) == merit(standing, scoring, error_tenths);
    const std::uint32_t place = tied ? places.back().rank : static_cast<std::uint32_t>(places.size() + 1);
    places.push_back({standing, place});
  }
  return places;
}

}  // namespace certamen::exam
