#include <algorithm>

#include "server/room/room.hpp"
#include "server/room/tally.hpp"

namespace certamen::room {

std::uint32_t Room::vote() const {
  const auto* asking = std::get_if<Asking>(&phase_);
  if (asking != nullptr) return asking->vote;
  return votes_twice() && std::holds_alternative<Revealing>(phase_) ? 2 : 1;
}

void Room::close_vote(wire::Instant now, Effects& effects) {
  if (votes_twice() && vote() == 1) {
    discuss(now, effects);
  } else {
    reveal(now, effects);
  }
}

void Room::discuss(wire::Instant now, Effects& effects) {
  for (auto& [id, member] : members_) {
    if (member.plays && member.first_question <= number_) {
      member.first_votes[number_ - 1] = std::exchange(member.given[number_ - 1], std::nullopt);
    }
  }
  progress_due_.reset();
  phase_ = Discussing{now + std::chrono::seconds(settings_.discuss_seconds)};
  broadcast(discussion(), effects);
  tell_team_votes(effects);
}

// The same question once more. The options open together on all screens, so the host's word takes a lead to be heard.
void Room::ask_again(wire::Instant now, Effects& effects) {
  const wire::Instant planned = std::get<Discussing>(phase_).continues_at;
  const wire::Instant opens_at = std::max(std::min(planned, now + lead()), now);
  phase_ = Asking{opens_at, opens_at + std::chrono::seconds(seconds_allowed(number_)), 2};
  broadcast_localized([this](wire::Language language) { return asked(number_, language); }, effects);
}

// Who does not vote again stands by the first vote, given at the last instant.
std::vector<wire::SeatId> Room::carry_first_votes() {
  std::vector<wire::SeatId> carried;
  if (!votes_twice()) return carried;
  for (auto& [id, member] : members_) {
    if (member.first_votes.size() < number_ || !member.first_votes[number_ - 1] || member.given[number_ - 1]) continue;
    Given& given = member.given[number_ - 1].emplace(*member.first_votes[number_ - 1]);
    given.tenths = window_tenths(number_, given.allowance);
    given.received_tenths = given.tenths;
    given.time_credit = {};
    given.stamp = Stamp::Unused;
    carried.push_back(id);
  }
  return carried;
}

wire::DiscussionOpened Room::discussion() const {
  return {number_, std::get<Discussing>(phase_).continues_at};
}

void Room::tell_team_votes(Effects& effects) const {
  const std::vector<wire::TeamVotes> votes = votes_by_team();
  for (const auto& [id, member] : members_) {
    const wire::TeamNumber team = teams_.team_of(id);
    if (member.connected && team != 0) effects.emplace_back(SendSeat{id, private_fact(votes[team - 1])});
  }
}

std::optional<wire::TeamVotes> Room::team_votes(wire::SeatId seat) const {
  const wire::TeamNumber team = teams_.team_of(seat);
  if (team == 0) return std::nullopt;
  return votes_by_team()[team - 1];
}

// In one pass: rooms are large, and everybody is told.
std::vector<wire::TeamVotes> Room::votes_by_team() const {
  const exam::Question& subject = question(number_);
  std::vector<wire::TeamVotes> votes(teams_.count());
  std::vector<Tally> tallies(teams_.count(), Tally(subject.options.size()));
  for (const auto& [id, member] : members_) {
    const wire::TeamNumber team = teams_.team_of(id);
    if (team == 0 || !member.plays || member.first_question > number_) continue;
    ++votes[team - 1].member_count;
    const auto& first = member.first_votes[number_ - 1];
    if (!first) continue;
    ++votes[team - 1].answered_count;
    tallies[team - 1].count(first->answer, first->folded);
  }
  const bool counted_only =
      subject.kind == wire::QuestionKind::Ordering || subject.kind == wire::QuestionKind::Matching;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    votes[i].number = number_;
    votes[i].team = static_cast<wire::TeamNumber>(i + 1);
    if (!counted_only) votes[i].picks_by_option = tallies[i].picks_by_option;
    votes[i].numeric_picks = tallies[i].numeric_picks();
    votes[i].text_picks = tallies[i].text_picks();
  }
  return votes;
}

}  // namespace certamen::room
