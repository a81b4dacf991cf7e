#include "server/room/freezing.hpp"

#include <algorithm>

namespace certamen::room {

Freezing::Freezing(std::uint32_t question_count, std::uint32_t frozen_count) {
  if (frozen_count != 0) first_frozen_ = question_count - std::min(question_count, frozen_count) + 1;
}

bool Freezing::frozen_after(std::uint32_t question_number) const {
  return first_frozen_ != 0 && question_number >= first_frozen_;
}

void Freezing::note(std::uint32_t question_number, Standings standings) {
  if (frozen_after(question_number)) return;
  shown_ = std::move(standings);
  shown_after_ = question_number;
}

void Freezing::note_teams(std::vector<wire::TeamRow> teams) {
  if (shown_after_ != 0) shown_.teams = std::move(teams);
}

void Freezing::note_name(wire::SeatId seat, const std::string& name) {
  for (wire::RankingRow& row : shown_.players) {
    if (row.seat == seat) row.name = name;
  }
}

const wire::RankingRow* Freezing::shown_row(wire::SeatId seat) const {
  const auto found = std::find_if(shown_.players.begin(), shown_.players.end(),
                                  [seat](const wire::RankingRow& row) { return row.seat == seat; });
  return found == shown_.players.end() ? nullptr : &*found;
}

std::vector<wire::ResolverStep> Freezing::resolve(const std::vector<wire::RankingRow>& finals) const {
  std::vector<wire::ResolverStep> steps;
  for (auto row = finals.rbegin(); row != finals.rend(); ++row) {
    wire::ResolverStep step{row->seat, 0, 0, row->rank, row->points};
    if (const wire::RankingRow* before = shown_row(row->seat)) {
      step.frozen_rank = before->rank;
      step.frozen_points = before->points;
    }
    steps.push_back(step);
  }
  return steps;
}

}  // namespace certamen::room
