#include <algorithm>

#include "server/room/room.hpp"

namespace certamen::room {
namespace {

bool holds(const std::vector<TicketDigest>& digests, const TicketDigest& wanted) {
  bool found = false;
  for (const TicketDigest& digest : digests) found = same_digest(digest, wanted) || found;
  return found;
}

}  // namespace

wire::Rights Room::rights_of(const Commanded& commanded) const {
  if (same_digest(commanded.host_digest, host_digest_)) return wire::Rights::Host;
  const auto found = members_.find(commanded.seat);
  const bool cohost = found != members_.end() && found->second.cohost_digest &&
                      same_digest(*found->second.cohost_digest, commanded.host_digest);
  return cohost ? wire::Rights::Cohost : wire::Rights::None;
}

// A member who is not the host; null when there is none of this seat.
Member* Room::other_than_host(wire::SeatId seat) {
  const auto found = members_.find(seat);
  if (found == members_.end() || found->second.role == wire::Role::Host) return nullptr;
  return &found->second;
}

bool Room::is_banned(const Joined& joined) const {
  if (!joined.name_key.empty() && banned_name_keys_.contains(joined.name_key)) return true;
  return joined.address_digest && holds(banned_digests_, *joined.address_digest);
}

std::optional<wire::Refusal> Room::obey(const wire::ExtendQuestion& order, const Commanded&, wire::Instant now,
                                        Effects& effects) {
  auto& asking = std::get<Asking>(phase_);
  // What is over stays over, also while late letters are waited for.
  if ((pause_ ? pause_->since : now) > asking.closes_at) return wire::Refusal::WrongPhase;
  Ruling& ruling = rulings_[number_ - 1];
  if (ruling.extended_seconds + order.seconds > wire::extension_seconds_max) return wire::Refusal::TooLong;
  ruling.extended_seconds += order.seconds;
  asking.closes_at += std::chrono::seconds(order.seconds);
  broadcast(wire::QuestionExtended{number_, asking.closes_at}, effects);
  return std::nullopt;
}

std::optional<wire::Refusal> Room::obey(const wire::SkipQuestion&, const Commanded&, wire::Instant now, Effects& effects) {
  rulings_[number_ - 1].skipped = true;
  revealed_count_ = number_;
  carry_first_votes();
  grade_answers(number_);
  progress_due_.reset();
  broadcast(wire::QuestionSkipped{number_}, effects);
  if (number_ == paper_.questions.size()) {
    finish(effects);
  } else {
    announce(now, effects);
  }
  return std::nullopt;
}

std::optional<wire::Refusal> Room::obey(const wire::RemoveMember& order, const Commanded& commanded, wire::Instant now,
                                        Effects& effects) {
  const Member* member = other_than_host(order.seat);
  if (member == nullptr || order.seat == commanded.seat) return wire::Refusal::MemberInvalid;
  // Co-hosts do not remove each other.
  if (member->cohost_digest && rights_of(commanded) != wire::Rights::Host) return wire::Refusal::NotHost;
  remove(order.seat, order, commanded, now, effects);
  return std::nullopt;
}

void Room::remove(wire::SeatId seat, const wire::RemoveMember& order, const Commanded& commanded, wire::Instant now,
                  Effects& effects) {
  Member member = take_member(seat);
  if (order.banned) {
    if (!member.name_key.empty()) banned_name_keys_.insert(member.name_key);
    banned_digests_.push_back(member.digest);
    if (commanded.address_digest) banned_digests_.push_back(*commanded.address_digest);
  }
  awaited_.erase(seat);
  forget_seat(seat);
  note_roster_change(seat, now);
  roster_news_[seat] = true;
  effects.emplace_back(Dismiss{seat, order.banned ? wire::Farewell::Banned : wire::Farewell::Kicked});
  if (number_ > 0 && member.plays) {
    const bool ranked = member.rank > 0;
    member.digest = {};
    member.nonce_digest.reset();
    member.given.resize(revealed_count_);  // what is open goes on without them
    if (votes_twice()) member.first_votes.resize(revealed_count_);
    removed_.emplace(seat, std::move(member));
    if (ranked) {
      rescore();
      note_standings_again();
      tell_own_results(effects);
      tell_standings(effects);
    }
  }
  const bool anybody =
      std::any_of(members_.begin(), members_.end(), [](const auto& entry) { return entry.second.connected; });
  if (!anybody && !deserted_since_) deserted_since_ = now;
  if (pause_ && pause_->reason == wire::PauseReason::ServerRestarted && awaited_are_back()) resume(now, effects);
  if (std::holds_alternative<Discussing>(phase_)) tell_team_votes(effects);  // one vote less
  if (std::holds_alternative<Asking>(phase_) && !pause_ && anybody && everyone_answered()) close_vote(now, effects);
}

std::optional<wire::Refusal> Room::obey(const wire::RenameMember& order, const Commanded& commanded, wire::Instant now,
                                        Effects& effects) {
  const auto found = members_.find(order.seat);
  if (found == members_.end()) return wire::Refusal::MemberInvalid;
  if (order.name.empty() || commanded.name_key.empty()) return wire::Refusal::NameInvalid;
  for (const auto& [id, other] : members_) {
    if (id != order.seat && other.name_key == commanded.name_key) return wire::Refusal::NameTaken;
    if (id != order.seat && !commanded.name_look.empty() && other.name_look == commanded.name_look) {
      return wire::Refusal::NameTaken;
    }
  }
  if (!found->second.wished_key) found->second.wished_key = found->second.name_key;
  found->second.name = order.name;
  found->second.name_key = commanded.name_key;
  found->second.name_look = commanded.name_look;
  note_roster_change(order.seat, now);
  freezing_.note_name(order.seat, order.name);
  tell_standings(effects);
  return std::nullopt;
}

std::optional<wire::Refusal> Room::obey(const wire::LockRoom& order, const Commanded&, wire::Instant, Effects& effects) {
  locked_ = order.locked;
  broadcast(wire::RoomLockChanged{locked_}, effects);
  return std::nullopt;
}

void Room::make_host(Member& heir, const TicketDigest& digest, wire::Instant now, Effects& effects) {
  for (auto& [id, member] : members_) {
    if (member.role != wire::Role::Host) continue;
    member.role = member.plays ? wire::Role::Player : wire::Role::Spectator;
    member.rights_unused = false;
    note_roster_change(id, now);
    effects.emplace_back(Grant{id, wire::Rights::None, sequence_});
    // No host any more, so in the lobby its place is kept no longer than others'.
    if (member.gone_since) lobby_due_ = std::min(lobby_due_.value_or(now), *member.gone_since + lobby_seat_time);
  }
  heir.role = wire::Role::Host;
  heir.cohost_digest.reset();
  heir.rights_unused = true;
  host_digest_ = digest;
  note_roster_change(heir.id, now);
  effects.emplace_back(Grant{heir.id, wire::Rights::Host, sequence_});
  tell_allowances(heir, effects);
  if (std::holds_alternative<Finished>(phase_)) {
    tell_fairness(effects);
    tell_class_report(effects);
  }
  tell_frozen_ranking(effects);
}

std::optional<wire::Refusal> Room::obey(const wire::HandOver& order, const Commanded& commanded, wire::Instant now,
                                        Effects& effects) {
  Member* heir = other_than_host(order.seat);
  if (heir == nullptr || !heir->connected || !commanded.rights_digest) return wire::Refusal::MemberInvalid;
  make_host(*heir, *commanded.rights_digest, now, effects);
  return std::nullopt;
}

std::optional<wire::Refusal> Room::obey(const wire::AppointCohost& order, const Commanded& commanded, wire::Instant now,
                                        Effects& effects) {
  Member* member = other_than_host(order.seat);
  if (member == nullptr || member->cohost_digest.has_value() == order.appointed) return wire::Refusal::MemberInvalid;
  if (order.appointed && !commanded.rights_digest) return wire::Refusal::MemberInvalid;
  member->cohost_digest = order.appointed ? commanded.rights_digest : std::nullopt;
  member->rights_unused = order.appointed;
  note_roster_change(order.seat, now);
  effects.emplace_back(Grant{order.seat, order.appointed ? wire::Rights::Cohost : wire::Rights::None, sequence_});
  if (order.appointed) tell_allowances(*member, effects);
  return std::nullopt;
}

std::optional<wire::Refusal> Room::obey(const wire::TakeOver&, const Commanded& commanded, wire::Instant now,
                                        Effects& effects) {
  const auto heir = members_.find(commanded.seat);
  if (heir == members_.end() || !heir->second.cohost_digest || !commanded.rights_digest) return wire::Refusal::NotHost;
  if (!host_is_gone()) return wire::Refusal::WrongPhase;
  make_host(heir->second, *commanded.rights_digest, now, effects);
  if (pause_ && pause_->reason == wire::PauseReason::HostGone && heir->second.connected) resume(now, effects);
  return std::nullopt;
}

}  // namespace certamen::room
