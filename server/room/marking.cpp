#include "server/room/room.hpp"

namespace certamen::room {

// How right the answers to a question are; worth nothing yet.
void Room::grade_answers(std::uint32_t number) {
  for (auto* group : {&members_, &removed_}) {
    for (auto& [id, member] : *group) {
      if (member.given.size() >= number) grade(member.given[number - 1], number);
      if (member.first_votes.size() >= number) grade(member.first_votes[number - 1], number);
    }
  }
}

void Room::grade(std::optional<Given>& given, std::uint32_t number) const {
  if (given) given->credit = exam::credit(question(number), given->answer);
}

// Turns the answers to a question into points, on top of those of the questions before it.
void Room::mark_answers(std::uint32_t number) {
  grade_answers(number);
  const exam::Policy policy = this->policy();
  for (auto& [id, member] : members_) {
    member.points_gained = 0;
    if (!member.plays || member.first_question > number) continue;
    std::optional<Given>& given = member.given[number - 1];
    if (given) {
      mark(member, *given, number, policy);
    } else if (rulings_[number - 1].counts()) {
      member.streak = 0;
    }
  }
}

void Room::mark(Member& member, Given& given, std::uint32_t number, const exam::Policy& policy) {
  const std::uint32_t allowed_tenths = window_tenths(number, given.allowance);
  if (!rulings_[number - 1].counts()) {  // as if it had not been asked
    given.earned = {};
    return;
  }
  member.streak = given.right() ? member.streak + 1 : 0;
  given.earned = policy.earned({given.credit, given.tenths, allowed_tenths, member.streak, given.certainty});
  member.points_gained = given.earned.points;
  member.standing.points += given.earned.points;
  if (!given.right()) return;
  ++member.standing.right_count;
  const std::uint32_t tenths = comparable_tenths(number, given, given.tenths);
  member.standing.right_tenths += tenths;
  const bool raced = !is_exam();  // on one's own paper the first answer is the easiest, not the fastest
  if (raced && (fastest_seat_.value == 0 || tenths < fastest_tenths_)) {
    fastest_seat_ = member.id;
    fastest_tenths_ = tenths;
  }
  if (member.streak > streak_length_) {
    streak_seat_ = member.id;
    streak_length_ = member.streak;
  }
}

void Room::rank_players() {
  std::vector<exam::Standing> standings;
  for (const auto& [id, member] : members_) {
    if (member.plays) standings.push_back(member.standing);
  }
  for (const exam::Place& place : exam::rank(std::move(standings), settings_.scoring, ranking_error_tenths())) {
    Member& member = members_.at(place.standing.seat);
    member.previous_rank = member.rank;
    member.rank = place.rank;
  }
}

}  // namespace certamen::room
