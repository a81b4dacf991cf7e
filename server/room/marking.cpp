#include "server/exam/grade.hpp"
#include "server/exam/score.hpp"
#include "server/room/room.hpp"

namespace certamen::room {

// Turns the answers to the current question into points. Runs once a question, at its reveal.
void Room::mark_answers() {
  const exam::Question& current = question(number_);
  const std::uint32_t allowed_tenths = seconds_allowed(number_) * 10;
  for (auto& [id, member] : members_) {
    member.points_gained = 0;
    if (!member.plays || member.first_question > number_) continue;
    std::optional<Given>& given = member.given[number_ - 1];
    if (!given) {
      member.streak = 0;
      continue;
    }
    given->right = exam::is_right(current, given->answer);
    given->points = exam::points_for(settings_.scoring, given->right, given->tenths, allowed_tenths);
    member.points_gained = given->points;
    member.standing.points += given->points;
    member.streak = given->right ? member.streak + 1 : 0;
    if (!given->right) continue;
    ++member.standing.right_count;
    member.standing.right_tenths += given->tenths;
    if (fastest_seat_.value == 0 || given->tenths < fastest_tenths_) {
      fastest_seat_ = id;
      fastest_tenths_ = given->tenths;
    }
    if (member.streak > streak_length_) {
      streak_seat_ = id;
      streak_length_ = member.streak;
    }
  }
}

void Room::rank_players() {
  std::vector<exam::Standing> standings;
  for (const auto& [id, member] : members_) {
    if (member.plays) standings.push_back(member.standing);
  }
  for (const exam::Place& place : exam::rank(std::move(standings), settings_.scoring)) {
    Member& member = members_.at(place.standing.seat);
    member.previous_rank = member.rank;
    member.rank = place.rank;
  }
}

}  // namespace certamen::room
