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
  for (const auto& [id, member] : members_) {
    if (!member.connected) continue;
    if (auto votes = team_votes(id)) effects.emplace_back(SendSeat{id, private_fact(*std::move(votes))});
  }
}

std::optional<wire::TeamVotes> Room::team_votes(wire::SeatId seat) const {
  const wire::TeamNumber team = teams_.team_of(seat);
  if (team == 0) return std::nullopt;
  wire::TeamVotes votes;
  votes.number = number_;
  votes.team = team;
  Tally tally(question(number_).options.size());
  for (const auto& [id, member] : members_) {
    if (!member.plays || member.first_question > number_ || teams_.team_of(id) != team) continue;
    ++votes.member_count;
    const auto& first = member.first_votes[number_ - 1];
    if (!first) continue;
    ++votes.answered_count;
    tally.count(first->answer, first->folded);
  }
  const wire::QuestionKind kind = question(number_).kind;
  const bool counted_only = kind == wire::QuestionKind::Ordering || kind == wire::QuestionKind::Matching;
  if (!counted_only) votes.picks_by_option = tally.picks_by_option;
  votes.numeric_picks = tally.numeric_picks();
  votes.text_picks = tally.text_picks();
  return votes;
}

}  // namespace certamen::room
