#include <algorithm>

#include "server/room/room.hpp"

namespace certamen::room {
namespace {

void move_by(std::optional<wire::Instant>& instant, wire::Duration length) {
  if (instant) *instant += length;
}

}  // namespace

void Room::pause(wire::PauseReason reason, wire::Instant now, Effects& effects) {
  pause_ = Pause{reason, now, std::nullopt};
  broadcast(wire::RoomPaused{reason, now}, effects);
}

// Every deadline moves by the length of the pause, so the remaining time is what it was.
void Room::resume(wire::Instant now, Effects& effects) {
  const wire::Duration length = now - pause_->since;
  const bool host_returned = pause_->reason == wire::PauseReason::HostGone;
  pause_.reset();
  awaited_.clear();
  wire::RoomResumed resumed;
  if (auto* reading = std::get_if<Reading>(&phase_)) {
    reading->opens_at += length;
    resumed.opens_at = reading->opens_at;
  } else if (auto* asking = std::get_if<Asking>(&phase_)) {
    asking->opens_at += length;
    asking->closes_at += length;
    resumed.opens_at = asking->opens_at;
    resumed.closes_at = asking->closes_at;
  } else if (auto* examining = std::get_if<Examining>(&phase_)) {
    examining->opens_at += length;
    examining->closes_at += length;
    for (auto& [id, member] : members_) {  // who is away keeps what was left of the time to return
      if (member.gone_since) *member.gone_since = std::min(*member.gone_since + length, now);
    }
    resumed.opens_at = examining->opens_at;
    resumed.closes_at = examining->closes_at;
  } else if (auto* discussing = std::get_if<Discussing>(&phase_)) {
    discussing->continues_at += length;
    resumed.continues_at = discussing->continues_at;
  } else if (auto* revealing = std::get_if<Revealing>(&phase_)) {
    move_by(revealing->continues_at, length);
    resumed.continues_at = revealing->continues_at.value_or(wire::Instant{});
  } else if (auto* ranking = std::get_if<Ranking>(&phase_)) {
    move_by(ranking->continues_at, length);
    resumed.continues_at = ranking->continues_at.value_or(wire::Instant{});
  }
  broadcast(resumed, effects);
  // The pause for a missing host began where the room wanted to go on. Whoever ends it, a co-host too, wants that it does.
  const auto due = phase_deadline();
  if (host_returned && due && now >= *due) leave_reveal(now, effects);
  // The last one without an answer may have been lost, or have answered, during the pause.
  if (std::holds_alternative<Asking>(phase_) && everyone_answered()) close_vote(now, effects);
}

void Room::on(const Recovered&, wire::Instant now, Effects& effects) {
  effects.emplace_back(Record{});
  progress_due_.reset();
  for (auto& [id, member] : members_) {
    if (member.connected) {
      awaited_.insert(id);
      member.gone_since = now;
    }
    member.connected = false;
    roster_news_[id] = false;
  }
  roster_due_ = now + roster_delay;
  deserted_since_ = now;
  if (!lobby_due_) lobby_due_ = now + lobby_seat_time;
  if (std::holds_alternative<Drawing>(phase_)) phase_ = Gathering{};
  // The finish was journaled; the wish to keep its results may have been lost with the server.
  if (const auto kept = results(); kept && !settings_.rehearsal) effects.emplace_back(KeepResults{*kept});
  if (!in_play()) {
    awaited_.clear();
    return;
  }
  if (!pause_) {
    pause_ = Pause{wire::PauseReason::ServerRestarted, now, now + return_wait};
  } else if (pause_->reason == wire::PauseReason::ServerRestarted || pause_->reason == wire::PauseReason::StorageFailing) {
    // The new server's disk works and will not be said to return.
    pause_->reason = wire::PauseReason::ServerRestarted;
    pause_->until = now + return_wait;
  }
}

void Room::on(const StorageFailed&, wire::Instant now, Effects& effects) {
  if (!in_play() || pause_) return;
  effects.emplace_back(Record{});
  pause(wire::PauseReason::StorageFailing, now, effects);
}

void Room::on(const StorageReturned&, wire::Instant now, Effects& effects) {
  if (!pause_ || pause_->reason != wire::PauseReason::StorageFailing) return;
  effects.emplace_back(Record{});
  resume(now, effects);
}

bool Room::awaited_are_back() const {
  return awaited_.empty();
}

// Whether the room, about to go on by itself, stops for a host who is gone.
bool Room::waits_for_host() const {
  const bool paced_by_players = settings_.pacing == wire::Pacing::WhenAnswered;
  const bool awaits =
      paced_by_players ? awaits_host_ && settings_.mode != wire::Mode::Solo : settings_.pacing == wire::Pacing::Automatic;
  return awaits && host_is_gone();
}

}  // namespace certamen::room
