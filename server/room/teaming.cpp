#include "server/exam/keyed_hash.hpp"
#include "server/room/room.hpp"

namespace certamen::room {
namespace {

// Not from the seed that draws the paper: where people are put must tell nothing of it. No question has this number.
constexpr std::uint64_t teams_are_seeded_by = 0;

}  // namespace

void Room::form_teams() {
  if (settings_.team_count == 0) return;
  teams_ = Teams(settings_.team_count, settings_.team_forming, exam::keyed_hash(opening_secret(), teams_are_seeded_by));
}

// Of a member who is none any more.
void Room::forget_seat(wire::SeatId seat) {
  desk_.forget(seat);
  teams_.leave(seat);
  allowances_.leave(seat);
}

// Whoever has no team yet when the match is on gets one.
void Room::complete_teams(wire::Instant now) {
  std::vector<wire::SeatId> players;
  for (const auto& [id, member] : members_) {
    if (member.plays && teams_.team_of(id) == 0) players.push_back(id);
  }
  teams_.complete(players);
  if (number_ == 0) players = teams_.level(std::move(players));
  for (const wire::SeatId seat : players) {
    if (teams_.played()) note_roster_change(seat, now);
  }
}

void Room::on(const TeamChosen& chosen, wire::Instant now, Effects& effects) {
  const auto found = members_.find(chosen.seat);
  wire::Refusal refusal{};
  if (found == members_.end()) {
    refusal = wire::Refusal::NotSeated;
  } else if (!found->second.plays) {
    refusal = wire::Refusal::NotAPlayer;
  } else if (!std::holds_alternative<Gathering>(phase_)) {
    refusal = wire::Refusal::WrongPhase;
  } else if (!teams_.chosen_by_players() || chosen.team > teams_.count()) {
    refusal = wire::Refusal::TeamInvalid;
  } else if (found->second.team_choices == team_choices_max) {
    refusal = wire::Refusal::TooFast;
  } else {
    if (teams_.team_of(chosen.seat) == chosen.team || !teams_.move(chosen.seat, chosen.team)) return;
    ++found->second.team_choices;
    effects.emplace_back(Record{});
    note_roster_change(chosen.seat, now);
    return;
  }
  effects.emplace_back(Reply{wire::Rejected{refusal, 0}});
}

std::optional<wire::Refusal> Room::obey(const wire::MoveToTeam& order, const Commanded&, wire::Instant now,
                                        Effects& effects) {
  const auto found = members_.find(order.seat);
  if (found == members_.end() || !found->second.plays) return wire::Refusal::MemberInvalid;
  if (teams_.team_of(order.seat) == order.team) return wire::Refusal::TeamInvalid;  // it is there
  if (!teams_.move_by_host(order.seat, order.team)) return wire::Refusal::TeamInvalid;
  note_roster_change(order.seat, now);
  freezing_.note_teams(team_rows_after(freezing_.shown_after()));
  tell_standings(effects);
  return std::nullopt;
}

std::optional<wire::Refusal> Room::obey(const wire::SetAllowance& order, const Commanded&, wire::Instant, Effects& effects) {
  const auto found = members_.find(order.seat);
  if (found == members_.end() || !found->second.plays) return wire::Refusal::MemberInvalid;
  allowances_.set(order.seat, order.allowance);
  for (const auto& [id, member] : members_) {
    const bool told = id == order.seat || sees_allowances(member);
    if (!told || !member.connected) continue;
    effects.emplace_back(SendSeat{id, private_fact(wire::AllowanceChanged{order.seat, order.allowance})});
  }
  return std::nullopt;
}

bool Room::sees_allowances(const Member& member) const {
  return member.role == wire::Role::Host || member.cohost_digest.has_value();
}

// To one who may know more than before.
void Room::tell_allowances(const Member& member, Effects& effects) const {
  if (!member.connected) return;
  for (const wire::AllowanceChanged& fact : allowances_seen_by(member)) {
    effects.emplace_back(SendSeat{member.id, private_fact(fact)});
  }
}

std::vector<wire::AllowanceChanged> Room::allowances_seen_by(const Member& member) const {
  std::vector<wire::AllowanceChanged> seen;
  for (const auto& [seat, allowance] : allowances_.seats()) {
    if (seat == member.id || sees_allowances(member)) seen.push_back({seat, allowance});
  }
  return seen;
}

wire::Instant Room::closes_for(wire::SeatId seat, wire::Instant opens_at, wire::Instant closes_at) const {
  return allowances_.closes_for(seat, opens_at, closes_at);
}

// The longest window of those connected and without an answer; never shorter than the one that everyone has.
wire::Instant Room::closes_for_all(const Asking& asking) const {
  wire::Instant last = asking.closes_at;
  for (const auto& [seat, allowance] : allowances_.seats()) {
    const Member& member = members_.at(seat);
    const bool waited_for = member.connected && member.first_question <= number_ && !member.given[number_ - 1];
    if (waited_for) last = std::max(last, closes_for(seat, asking.opens_at, asking.closes_at));
  }
  return last;
}

std::uint32_t Room::window_tenths(std::uint32_t number, wire::Allowance allowance) const {
  const wire::Duration whole = std::chrono::seconds(seconds_allowed(number));
  return static_cast<std::uint32_t>(wire::own_window(whole, allowance) / exam::time_step);
}

// Times of different windows on one scale, that of the window everyone has: so half of the own one is half of anybody's.
std::uint32_t Room::comparable_tenths(std::uint32_t number, const Given& given, std::uint32_t tenths) const {
  return tenths * window_tenths(number, wire::Allowance::Whole) / window_tenths(number, given.allowance);
}

}  // namespace certamen::room
