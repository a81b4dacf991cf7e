#include <algorithm>

#include "proto/wire/require.hpp"
#include "server/room/room.hpp"

namespace certamen::room {
namespace {

Effect rejected(wire::Refusal reason) {
  return Reply{wire::Rejected{reason, 0}};
}

}  // namespace

void Room::on(const Opened& opened, wire::Instant, Effects& effects) {
  wire::require(seats_given_ == 0, "a room is opened once");
  settings_ = opened.settings;
  seed_ = opened.seed;
  host_digest_ = opened.host_digest;
  opening_digest_ = opened.host_digest;
  releases_lobby_seats_ = opened.releases_lobby_seats;
  password_hash_ = opened.password_hash;
  ties_within_error_ = opened.ties_within_error;
  form_teams();
  awaits_host_ = opened.awaits_host;
  bounds_orders_ = opened.bounds_orders;
  Member host;
  host.id = {++seats_given_};
  host.name = opened.host_name;
  host.name_key = opened.host_name_key;
  host.name_look = opened.host_name_look;
  host.role = wire::Role::Host;
  host.plays = opened.settings.host_plays;
  host.digest = opened.seat_digest;
  const wire::SeatId seat = host.id;
  if (host.plays) teams_.enter(seat);
  add_member(std::move(host));
  effects.emplace_back(Record{});
  effects.emplace_back(Seat{seat, wire::Role::Host, opened.settings.host_plays, snapshot(seat, opened.language)});
}

std::optional<wire::Refusal> Room::refusal_of(const Joined& joined) const {
  if (is_banned(joined)) return wire::Refusal::Banned;
  if (locked_) return wire::Refusal::RoomLocked;
  if (std::holds_alternative<Finished>(phase_) && joined.role == wire::Role::Player) return wire::Refusal::RoomClosedToJoins;
  const bool started = !std::holds_alternative<Gathering>(phase_);
  if (joined.role == wire::Role::Player && (settings_.mode == wire::Mode::Solo || (started && !settings_.late_join))) {
    return wire::Refusal::RoomClosedToJoins;
  }
  if (members_.size() >= wire::seats_per_room_max) return wire::Refusal::RoomFull;
  if (joined.role == wire::Role::Player && player_count() >= settings_.capacity) return wire::Refusal::RoomFull;
  for (const auto& [id, member] : members_) {
    if (!joined.name_key.empty() && member.name_key == joined.name_key) return wire::Refusal::NameTaken;
    if (!joined.name_look.empty() && member.name_look == joined.name_look) return wire::Refusal::NameTaken;
  }
  return std::nullopt;
}

// The member that an earlier copy of this wish made: its answer was lost on the way.
Member* Room::seat_given_to(const Joined& joined) {
  if (!joined.nonce_digest) return nullptr;
  for (auto& [id, member] : members_) {
    const bool same_wish = member.nonce_digest && same_digest(*member.nonce_digest, *joined.nonce_digest);
    const bool same_name = settings_.generated_names ||  // it was given, not typed
                           member.wished_key.value_or(member.name_key) == joined.name_key;
    if (same_wish && member.role == joined.role && same_name) return &member;
  }
  return nullptr;
}

void Room::on(const Joined& joined, wire::Instant now, Effects& effects) {
  if (Member* given = seat_given_to(joined)) {
    given->digest = joined.seat_digest;
    came_back(*given, joined.language, now, effects);
    return;
  }
  if (const auto refusal = refusal_of(joined)) {
    effects.push_back(rejected(*refusal));
    return;
  }
  Member member;
  member.id = {++seats_given_};
  member.name = joined.name;
  member.name_key = joined.name_key;
  member.name_look = joined.name_look;
  member.role = joined.role;
  member.plays = joined.role == wire::Role::Player;
  member.digest = joined.seat_digest;
  member.nonce_digest = joined.nonce_digest;
  member.standing.seat = member.id;
  member.given.resize(paper_.questions.size());
  if (votes_twice()) member.first_votes.resize(paper_.questions.size());
  // Before the options open everyone starts equal; after that the question is not theirs.
  const bool too_late_for_this = number_ > 0 && !std::holds_alternative<Reading>(phase_);
  member.first_question = too_late_for_this ? number_ + 1 : std::max<std::uint32_t>(number_, 1);
  const wire::SeatId seat = member.id;
  const bool plays = member.plays;
  add_member(std::move(member));
  if (plays) teams_.enter(seat);
  if (plays && in_play()) complete_teams(now);
  deserted_since_.reset();
  effects.emplace_back(Record{});
  note_roster_change(seat, now);
  effects.emplace_back(Seat{seat, joined.role, plays, snapshot(seat, joined.language)});
}

void Room::on(const Resumed& resumed, wire::Instant now, Effects& effects) {
  Member* found = nullptr;
  for (auto& [id, member] : members_) {
    if (same_digest(member.digest, resumed.seat_digest)) found = &member;
  }
  if (found == nullptr) {
    bool banned = false;
    for (const TicketDigest& digest : banned_digests_) banned = same_digest(digest, resumed.seat_digest) || banned;
    effects.push_back(rejected(banned ? wire::Refusal::Banned : wire::Refusal::TicketInvalid));
    return;
  }
  if (found->rights_unused && resumed.rights_digest) {
    (found->role == wire::Role::Host ? host_digest_ : found->cohost_digest.emplace()) = *resumed.rights_digest;
  }
  came_back(*found, resumed.language, now, effects);
}

bool Room::lacks_rights_ticket(const TicketDigest& ticket) const {
  bool lacks = false;
  for (const auto& [id, member] : members_) lacks = (same_digest(member.digest, ticket) && member.rights_unused) || lacks;
  return lacks;
}

bool Room::knows(const TicketDigest& ticket) const {
  bool known = false;
  for (const auto& [id, member] : members_) known = same_digest(member.digest, ticket) || known;
  return known;
}

void Room::came_back(Member& member, wire::Language language, wire::Instant now, Effects& effects) {
  member.connected = true;
  member.gone_since.reset();
  awaited_.erase(member.id);
  deserted_since_.reset();
  effects.emplace_back(Record{});
  note_roster_change(member.id, now);
  const bool host_returned = pause_ && pause_->reason == wire::PauseReason::HostGone && member.role == wire::Role::Host;
  const bool all_returned = pause_ && pause_->reason == wire::PauseReason::ServerRestarted && awaited_are_back();
  effects.emplace_back(Seat{member.id, member.role, member.plays, snapshot(member.id, language)});
  if (host_returned || all_returned) resume(now, effects);
}

void Room::on(const LanguageChosen& chosen, wire::Instant, Effects& effects) {
  const auto found = members_.find(chosen.seat);
  if (found == members_.end()) return;
  effects.emplace_back(Seat{found->first, found->second.role, found->second.plays, snapshot(found->first, chosen.language)});
}

void Room::on(const Disconnected& disconnected, wire::Instant now, Effects& effects) {
  const auto found = members_.find(disconnected.seat);
  if (found == members_.end() || !found->second.connected) return;
  effects.emplace_back(Record{});
  went_away(found->second, now, effects);
}

void Room::on(const Left& left, wire::Instant now, Effects& effects) {
  const auto found = members_.find(left.seat);
  if (found == members_.end()) {
    effects.push_back(rejected(wire::Refusal::NotSeated));
    return;
  }
  effects.emplace_back(Record{});
  effects.emplace_back(Reply{wire::RoomLeft{}});
  effects.emplace_back(Unseat{left.seat});
  const bool seat_is_kept =
      found->second.role == wire::Role::Host || (found->second.plays && !std::holds_alternative<Gathering>(phase_));
  if (found->second.connected) went_away(found->second, now, effects);
  if (!seat_is_kept) {
    static_cast<void>(take_member(left.seat));
    forget_seat(left.seat);
    awaited_.erase(left.seat);
    roster_news_[left.seat] = true;
  }
  // The last to leave on purpose closes a room that has nothing left to tell.
  const bool nothing_to_tell = settings_.mode == wire::Mode::Solo || settings_.rehearsal ||
                               std::holds_alternative<Gathering>(phase_) || std::holds_alternative<Finished>(phase_);
  if (deserted_since_ && nothing_to_tell) {
    effects.emplace_back(Close{});
    closed_ = true;
  }
}

void Room::add_member(Member member) {
  if (member.plays) ++player_count_;
  const wire::SeatId seat = member.id;
  members_.emplace(seat, std::move(member));
}

Member Room::take_member(wire::SeatId seat) {
  Member member = std::move(members_.extract(seat).mapped());
  if (member.plays) --player_count_;
  return member;
}

void Room::went_away(Member& member, wire::Instant now, Effects& effects) {
  member.connected = false;
  member.gone_since = now;
  if (!lobby_due_) lobby_due_ = now + lobby_seat_time;
  note_roster_change(member.id, now);
  bool anybody = false;
  for (const auto& [id, other] : members_) anybody = anybody || other.connected;
  if (!anybody) deserted_since_ = now;
  if (std::holds_alternative<Asking>(phase_) && !pause_ && anybody && everyone_answered()) close_vote(now, effects);
}

// Nobody waits in a lobby for those who did not come back; their names and places are free again.
bool Room::release_lobby_seats(wire::Instant now) {
  if (!lobby_due_ || now < *lobby_due_ || !releases_lobby_seats_ || !std::holds_alternative<Gathering>(phase_)) return false;
  lobby_due_.reset();
  bool released = false;
  for (auto next = members_.begin(); next != members_.end();) {
    const auto [seat, member] = *next++;
    if (!member.gone_since || member.role == wire::Role::Host) continue;
    const wire::Instant due = *member.gone_since + lobby_seat_time;
    if (now >= due) {
      static_cast<void>(take_member(seat));
      forget_seat(seat);
      roster_news_[seat] = true;
      roster_due_ = now;
      released = true;
    } else {
      lobby_due_ = std::min(lobby_due_.value_or(due), due);
    }
  }
  return released;
}

std::optional<wire::Instant> Room::deserted_deadline() const {
  if (!deserted_since_) return std::nullopt;
  // An exam has its own end, and who comes back before that finds the own paper; but not one whose clock stands still.
  if (std::holds_alternative<Examining>(phase_) && !settings_.rehearsal) {
    if (!pause_) return std::nullopt;
    return std::max(*deserted_since_, pause_->since) + deserted_close;
  }
  const bool briefly = settings_.rehearsal || std::holds_alternative<Gathering>(phase_);
  return *deserted_since_ + (briefly ? deserted_lobby_close : deserted_close);
}

void Room::note_roster_change(wire::SeatId seat, wire::Instant now) {
  roster_news_[seat] = false;
  if (!roster_due_) roster_due_ = now + roster_delay;
}

void Room::tell_roster(Effects& effects) {
  wire::RosterChanged changed;
  for (const auto& [seat, gone] : roster_news_) {
    // Members are bounded, departures within a moment are not.
    if (changed.gone.size() == wire::seats_per_room_max) broadcast(std::exchange(changed, {}), effects);
    const auto found = members_.find(seat);
    if (gone || found == members_.end()) {
      changed.gone.push_back(seat);
    } else {
      changed.changed.push_back(roster_entry(found->second));
    }
  }
  roster_news_.clear();
  roster_due_.reset();
  broadcast(std::move(changed), effects);
}

bool Room::host_is_gone() const {
  for (const auto& [id, member] : members_) {
    if (member.role == wire::Role::Host && member.connected) return false;
  }
  return true;
}

}  // namespace certamen::room
