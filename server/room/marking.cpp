#include "server/room/room.hpp"

namespace certamen::room {

// Turns the answers to the current question into points. Runs once a question, at its reveal.
void Room::mark_answers() {
  const std::uint32_t allowed_tenths = seconds_allowed(number_) * 10;
  for (auto& [id, member] : members_) {
    member.points_gained = 0;
    if (!member.plays || member.first_question > number_) continue;
    std::optional<Given>& given = member.given[number_ - 1];
    if (given) {
      mark(member, *given, allowed_tenths);
    } else {
      member.streak = 0;
    }
  }
}

void Room::mark(Member& member, Given& given, std::uint32_t allowed_tenths) {
  given.credit = exam::credit(question(number_), given.answer);
  member.streak = given.right() ? member.streak + 1 : 0;
  given.earned = policy().earned({given.credit, given.tenths, allowed_tenths, member.streak, given.certainty});
  member.points_gained = given.earned.points;
  member.standing.points += given.earned.points;
  if (!given.right()) return;
  ++member.standing.right_count;
  member.standing.right_tenths += given.tenths;
  const bool raced = !is_exam();  // on one's own paper the first answer is the easiest, not the fastest
  if (raced && (fastest_seat_.value == 0 || given.tenths < fastest_tenths_)) {
    fastest_seat_ = member.id;
    fastest_tenths_ = given.tenths;
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
  for (const exam::Place& place : exam::rank(std::move(standings), settings_.scoring)) {
    Member& member = members_.at(place.standing.seat);
    member.previous_rank = member.rank;
    member.rank = place.rank;
  }
}

}  // namespace certamen::room
