#include "server/room/room.hpp"

#include <algorithm>

#include "proto/wire/require.hpp"

namespace certamen::room {

std::pair<Room, std::vector<Effect>> Room::open(const Opened& opened, wire::Instant now) {
  Room room;
  Effects effects;
  room.on(opened, now, effects);
  return {std::move(room), std::move(effects)};
}

std::vector<Effect> Room::step(const Event& event, wire::Instant now) {
  Effects effects;
  step(event, now, effects);
  return effects;
}

void Room::step(const Event& event, wire::Instant now, std::vector<Effect>& effects) {
  wire::require(!closed_, "a closed room is not stepped");
  std::visit([&](const auto& happened) { on(happened, now, effects); }, event);
}

wire::Phase Room::phase() const {
  return static_cast<wire::Phase>(phase_.index());
}

std::optional<wire::Instant> Room::phase_deadline() const {
  struct Deadline {
    wire::Duration lead;
    const Room& room;
    std::optional<wire::Instant> operator()(const Gathering&) const { return std::nullopt; }
    std::optional<wire::Instant> operator()(const Drawing&) const { return std::nullopt; }
    std::optional<wire::Instant> operator()(const Reading& reading) const { return reading.opens_at - lead; }
    std::optional<wire::Instant> operator()(const Asking& asking) const {
      return room.closes_for_all(asking) + letter_grace;
    }
    std::optional<wire::Instant> operator()(const Revealing& revealing) const { return revealing.continues_at; }
    std::optional<wire::Instant> operator()(const Ranking& ranking) const { return ranking.continues_at; }
    std::optional<wire::Instant> operator()(const Finished&) const { return std::nullopt; }
    std::optional<wire::Instant> operator()(const Examining& examining) const { return room.exam_deadline(examining); }
    std::optional<wire::Instant> operator()(const Discussing& discussing) const { return discussing.continues_at - lead; }
  };
  return std::visit(Deadline{lead(), *this}, phase_);
}

wire::Duration Room::lead() const {
  return std::max(opening_lead, wire::Duration{std::chrono::milliseconds(settings_.credit_cap_ms)});
}

std::optional<wire::Instant> Room::deadline() const {
  if (closed_) return std::nullopt;
  std::optional<wire::Instant> soonest;
  const auto consider = [&soonest](std::optional<wire::Instant> instant) {
    if (instant && (!soonest || *instant < *soonest)) soonest = instant;
  };
  consider(pause_ ? pause_->until : phase_deadline());
  consider(roster_due_);
  consider(progress_due_);
  consider(deserted_deadline());
  if (releases_lobby_seats_ && std::holds_alternative<Gathering>(phase_)) consider(lobby_due_);
  return soonest;
}

void Room::on(const Tick&, wire::Instant now, Effects& effects) {
  if (const auto deserted = deserted_deadline(); deserted && now >= *deserted) {
    effects.emplace_back(Record{});
    effects.emplace_back(Close{});
    closed_ = true;
    return;
  }
  const std::size_t before = effects.size();
  effects.emplace_back(Record{});
  bool changed = false;
  if (release_lobby_seats(now)) changed = true;
  if (roster_due_ && now >= *roster_due_) {
    tell_roster(effects);
    changed = true;
  }
  if (pause_) {
    if (pause_->until && now >= *pause_->until) {
      resume(now, effects);
      changed = true;
    }
  } else if (advance_if_due(now, effects)) {
    changed = true;
  }
  // Counting aloud changes nothing, so a tick that only does that leaves no trace in the journal.
  if (!changed) effects.erase(effects.begin() + static_cast<std::ptrdiff_t>(before));
  if (progress_due_ && now >= *progress_due_) {
    progress_due_.reset();
    wire::ProgressCounted counted{number_, handed_in_count(), 0};
    for (const auto& [id, member] : members_) {
      if (!member.plays) continue;
      if (member.connected) ++counted.players_connected;
      if (number_ > 0 && member.given[number_ - 1]) ++counted.answered;
    }
    effects.emplace_back(SendWatchers{private_fact(counted)});
  }
}

}  // namespace certamen::room
