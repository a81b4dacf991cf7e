#include "server/exam/score.hpp"

#include <algorithm>

namespace certamen::exam {

std::uint32_t answer_tenths(wire::Instant opens_at, wire::Instant answered_at) {
  return answered_at <= opens_at ? 0 : static_cast<std::uint32_t>((answered_at - opens_at) / time_step);
}

std::int64_t points_for(wire::Scoring scoring, bool right, std::uint32_t tenths, std::uint32_t allowed_tenths) {
  if (!right) return 0;
  switch (scoring) {
    case wire::Scoring::Speed: {
      if (tenths < full_points_tenths) return points_possible;
      const std::int64_t double_allowed = 2 * std::max<std::int64_t>(allowed_tenths, 1);
      const std::int64_t spent = std::min<std::int64_t>(tenths, double_allowed / 2);
      return (2 * points_possible * (double_allowed - spent) + double_allowed) / (2 * double_allowed);
    }
    case wire::Scoring::Accuracy: return points_possible;
  }
  return 0;
}

}  // namespace certamen::exam
