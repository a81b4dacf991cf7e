#include "tests/sim/sabotage.hpp"

// Words that are not for everybody's ears, each before a true one that the model keeps.
namespace certamen::sim {
namespace {

const wire::TeamVotes* votes_in(const wire::ServerMessage& message) {
  const auto* event = std::get_if<wire::SeatEvent>(&message);
  return event == nullptr ? nullptr : std::get_if<wire::TeamVotes>(&event->fact);
}

wire::Frame told(std::uint64_t sequence, const wire::SeatFact& fact) {
  return wire::encode(wire::ServerMessage{wire::SeatEvent{sequence, fact}});
}

}  // namespace

std::vector<wire::Frame> Saboteur::tell_other_team(const wire::Frame& frame, const wire::ServerMessage& message,
                                                   const Presence& presence) {
  const wire::TeamVotes* votes = votes_in(message);
  if (votes == nullptr || !presence.place || acted_) return {frame};
  const auto last = votes_told_.find(presence.place->code);
  const bool other = last != votes_told_.end() && last->second.number == votes->number && last->second.team != votes->team;
  if (other) {
    acted_ = true;
    return {told(std::get<wire::SeatEvent>(message).sequence, last->second), frame};
  }
  votes_told_[presence.place->code] = *votes;
  return {frame};
}

std::vector<wire::Frame> Saboteur::twist_votes(const wire::Frame& frame, const wire::ServerMessage& message) {
  const wire::TeamVotes* votes = votes_in(message);
  if (votes == nullptr || acted_) return {frame};
  acted_ = true;
  wire::TeamVotes twisted = *votes;
  twisted.member_count += 1;
  twisted.answered_count += 1;
  return {told(std::get<wire::SeatEvent>(message).sequence, twisted), frame};
}

std::vector<wire::Frame> Saboteur::tell_kept_back(const wire::Frame& frame, const wire::ServerMessage& message,
                                                  const Presence& presence) {
  const auto* event = std::get_if<wire::RoomEvent>(&message);
  const auto* ranking = event == nullptr ? nullptr : std::get_if<wire::RankingShown>(&event->fact);
  if (ranking == nullptr || !ranking->frozen || !presence.place || presence.place->role == wire::Role::Host || acted_) {
    return {frame};
  }
  acted_ = true;
  return {told(event->sequence - 1, wire::FrozenRanking{*ranking}), frame};
}

}  // namespace certamen::sim
