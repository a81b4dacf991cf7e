#include "server/room/freezing.hpp"

#include <algorithm>

namespace certamen::room {

Freezing::Freezing(std::uint32_t question_count, std::uint32_t frozen_count) {
  if (frozen_count != 0) first_frozen_ = question_count - std::min(question_count, frozen_count) + 1;
}

bool Freezing::frozen_after(std::uint32_t question_number) const {
  return first_frozen_ != 0 && question_number >= first_frozen_;
}

void Freezing::note(std::uint32_t question_number, const std::vector<wire::RankingRow>& rows) {
  if (frozen_after(question_number)) return;
  shown_ = rows;
  shown_after_ = question_number;
}

std::vector<ResolverStep> Freezing::resolve(const std::vector<wire::RankingRow>& finals) const {
  std::vector<ResolverStep> steps;
  if (first_frozen_ == 0) return steps;
  for (auto row = finals.rbegin(); row != finals.rend(); ++row) {
    ResolverStep step{row->seat, 0, 0, row->rank, row->points};
    const auto before =
        std::find_if(shown_.begin(), shown_.end(), [&](const wire::RankingRow& shown) { return shown.seat == row->seat; });
    if (before != shown_.end()) {
      step.frozen_rank = before->rank;
      step.frozen_points = before->points;
    }
    steps.push_back(step);
  }
  return steps;
}

}  // namespace certamen::room
