// Looking into what a room's step said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/room/effect.hpp"

namespace certamen::server_test {

using Effects = std::vector<room::Effect>;

template <class Kind>
[[nodiscard]] std::vector<Kind> all(const Effects& effects) {
  std::vector<Kind> found;
  for (const room::Effect& effect : effects) {
    if (const auto* kind = std::get_if<Kind>(&effect)) found.push_back(*kind);
  }
  return found;
}

[[nodiscard]] inline bool recorded(const Effects& effects) {
  return !all<room::Record>(effects).empty();
}

// The facts of one kind told to everyone, as a reader of `language` gets them.
template <class Fact>
[[nodiscard]] std::vector<Fact> told(const Effects& effects, wire::Language language = wire::Language::English) {
  std::vector<Fact> facts;
  for (const room::Broadcast& broadcast : all<room::Broadcast>(effects)) {
    const std::size_t variant = broadcast.by_language.size() == 1 ? 0 : wire::index_of(language);
    const auto& event = std::get<wire::RoomEvent>(broadcast.by_language.at(variant));
    if (const auto* fact = std::get_if<Fact>(&event.fact)) facts.push_back(*fact);
  }
  return facts;
}

// The private facts of one kind told to whoever caused the step.
template <class Fact>
[[nodiscard]] std::vector<Fact> replied(const Effects& effects) {
  std::vector<Fact> facts;
  for (const room::Reply& reply : all<room::Reply>(effects)) {
    const auto* event = std::get_if<wire::SeatEvent>(&reply.message);
    if (event == nullptr) continue;
    if (const auto* fact = std::get_if<Fact>(&event->fact)) facts.push_back(*fact);
  }
  return facts;
}

// The private facts of one kind sent to a seat.
template <class Fact>
[[nodiscard]] std::vector<Fact> sent(const Effects& effects, wire::SeatId seat) {
  std::vector<Fact> facts;
  for (const room::SendSeat& send : all<room::SendSeat>(effects)) {
    const auto* event = std::get_if<wire::SeatEvent>(&send.message);
    if (send.seat != seat || event == nullptr) continue;
    if (const auto* fact = std::get_if<Fact>(&event->fact)) facts.push_back(*fact);
  }
  if constexpr (std::is_same_v<Fact, wire::OwnResult>) {
    for (const room::SendResults& own : all<room::SendResults>(effects)) {
      for (const auto& [to, result] : own.results) {
        if (to == seat) facts.push_back(result);
      }
    }
  }
  return facts;
}

// The counts told to hosts and spectators.
[[nodiscard]] std::vector<wire::ProgressCounted> counted(const Effects& effects);

// What was refused to whoever caused the step.
[[nodiscard]] std::optional<wire::Rejected> rejected(const Effects& effects);
[[nodiscard]] std::optional<wire::Refusal> refusal(const Effects& effects);

// Every message that these effects would send, to whomever, in both languages.
[[nodiscard]] std::vector<wire::ServerMessage> messages_of(const Effects& effects);

[[nodiscard]] std::string name_of(wire::Refusal refusal);
[[nodiscard]] std::string name_of(wire::Phase phase);

}  // namespace certamen::server_test
