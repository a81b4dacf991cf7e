#include "proto/wire/require.hpp"
#include "tests/sim/sabotage.hpp"

// Words that are not for everybody's ears, each before a true one that the model keeps.
namespace certamen::sim {
namespace {

const wire::TeamVotes* votes_in(const wire::ServerMessage& message) {
  const auto* event = std::get_if<wire::SeatEvent>(&message);
  return event == nullptr ? nullptr : std::get_if<wire::TeamVotes>(&event->fact);
}

wire::Frame seat_event(std::uint64_t sequence, const wire::SeatFact& fact) {
  return wire::encode(wire::ServerMessage{wire::SeatEvent{sequence, fact}});
}

}  // namespace

// Behind the votes, in a field that no client knows.
std::vector<wire::Frame> Saboteur::leak_to_team(const wire::Frame& frame, const wire::ServerMessage& message,
                                                const Presence& presence) {
  if (!presence.place || acted_) return {frame};
  const exam::Question*& question = announced_[presence.place->code];
  const auto* event = std::get_if<wire::RoomEvent>(&message);
  const auto* announced = event == nullptr ? nullptr : std::get_if<wire::QuestionAnnounced>(&event->fact);
  if (announced != nullptr) question = papers_.with_prompt(announced->prompt);
  if (votes_in(message) == nullptr || question == nullptr) return {frame};
  const std::string& secret = question->explanation.in(wire::Language::English);
  std::string body(reinterpret_cast<const char*>(frame.body().data()), frame.body().size());
  body += "\xC2\x3E";  // field 1000, with a length
  body.push_back(static_cast<char>(secret.size()));
  body += secret;
  wire::require(secret.size() < 0x80, "the length is one byte");
  acted_ = true;
  return {wire::Frame::from_body(body)};
}

std::vector<wire::Frame> Saboteur::tell_other_team(const wire::Frame& frame, const wire::ServerMessage& message,
                                                   const Presence& presence) {
  const wire::TeamVotes* votes = votes_in(message);
  if (votes == nullptr || !presence.place || acted_) return {frame};
  const auto last = votes_told_.find(presence.place->code);
  const bool other = last != votes_told_.end() && last->second.number == votes->number && last->second.team != votes->team;
  if (other) {
    acted_ = true;
    return {seat_event(std::get<wire::SeatEvent>(message).sequence, last->second), frame};
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
  return {seat_event(std::get<wire::SeatEvent>(message).sequence, twisted), frame};
}

std::vector<wire::Frame> Saboteur::tell_kept_back(const wire::Frame& frame, const wire::ServerMessage& message,
                                                  const Presence& presence) {
  const auto* event = std::get_if<wire::RoomEvent>(&message);
  const auto* ranking = event == nullptr ? nullptr : std::get_if<wire::RankingShown>(&event->fact);
  if (ranking == nullptr || !ranking->frozen || !presence.place || presence.place->role == wire::Role::Host || acted_) {
    return {frame};
  }
  acted_ = true;
  return {seat_event(event->sequence - 1, wire::FrozenRanking{*ranking}), frame};
}

std::vector<room::Effect> Saboteur::told(std::vector<room::Effect> effects) {
  if (kind_ != Sabotage::MiscountTeams) return effects;
  for (room::Effect& effect : effects) {
    auto* broadcast = std::get_if<room::Broadcast>(&effect);
    if (broadcast == nullptr) continue;
    for (wire::ServerMessage& message : broadcast->by_language) {
      auto* event = std::get_if<wire::RoomEvent>(&message);
      auto* ranking = event == nullptr ? nullptr : std::get_if<wire::RankingShown>(&event->fact);
      if (ranking == nullptr || !ranking->frozen || ranking->teams.empty()) continue;
      acted_ = true;
      ++ranking->teams.back().member_count;
    }
  }
  return effects;
}

}  // namespace certamen::sim
