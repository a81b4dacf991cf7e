#include "tests/unit/server/effects.hpp"

#include <array>

namespace certamen::server_test {

std::vector<wire::ProgressCounted> counted(const Effects& effects) {
  std::vector<wire::ProgressCounted> counts;
  for (const room::SendWatchers& watch : all<room::SendWatchers>(effects)) {
    counts.push_back(std::get<wire::ProgressCounted>(std::get<wire::SeatEvent>(watch.message).fact));
  }
  return counts;
}

std::optional<wire::Rejected> rejected(const Effects& effects) {
  for (const room::Reply& reply : all<room::Reply>(effects)) {
    if (const auto* refused = std::get_if<wire::Rejected>(&reply.message)) return *refused;
  }
  return std::nullopt;
}

std::optional<wire::Refusal> refusal(const Effects& effects) {
  const auto refused = rejected(effects);
  return refused ? std::optional(refused->reason) : std::nullopt;
}

std::vector<wire::ServerMessage> messages_of(const Effects& effects) {
  std::vector<wire::ServerMessage> messages;
  for (const room::Effect& effect : effects) {
    if (const auto* broadcast = std::get_if<room::Broadcast>(&effect)) {
      messages.insert(messages.end(), broadcast->by_language.begin(), broadcast->by_language.end());
    } else if (const auto* send = std::get_if<room::SendSeat>(&effect)) {
      messages.push_back(send->message);
    } else if (const auto* own = std::get_if<room::SendResults>(&effect)) {
      for (const auto& [seat, result] : own->results) messages.emplace_back(wire::SeatEvent{own->sequence, result});
    } else if (const auto* tell = std::get_if<room::TellSeat>(&effect)) {
      messages.insert(messages.end(), tell->by_language.begin(), tell->by_language.end());
    } else if (const auto* watch = std::get_if<room::SendWatchers>(&effect)) {
      messages.push_back(watch->message);
    } else if (const auto* reply = std::get_if<room::Reply>(&effect)) {
      messages.push_back(reply->message);
    } else if (const auto* seat = std::get_if<room::Seat>(&effect)) {
      messages.emplace_back(wire::RoomJoined{"AAAAAA", seat->seat, seat->role, seat->plays, {}, {}, seat->snapshot});
    }
  }
  return messages;
}

std::string name_of(wire::Refusal refusal) {
  static constexpr std::array names = {"RoomNotFound",    "RoomFull",      "RoomClosedToJoins", "NameTaken",
                                       "NameInvalid",     "TicketInvalid", "NotHost",           "NotSeated",
                                       "AlreadySeated",   "WrongPhase",    "TooEarly",          "TooLate",
                                       "AlreadyAnswered", "AnswerInvalid", "NotAPlayer",        "TooFewQuestions",
                                       "SettingsInvalid", "TooManyRooms",  "StorageFailing",    "TooFast"};
  if (refusal == wire::Refusal::RoomPasswordNeeded) return "RoomPasswordNeeded";
  if (refusal == wire::Refusal::RoomPasswordWrong) return "RoomPasswordWrong";
  if (refusal == wire::Refusal::ServerPasswordNeeded) return "ServerPasswordNeeded";
  return names.at(static_cast<std::size_t>(refusal));
}

std::string name_of(wire::Phase phase) {
  static constexpr std::array names = {"Gathering", "Drawing",  "Reading",   "Asking",    "Revealing",
                                       "Ranking",   "Finished", "Examining", "Discussing"};
  return names.at(static_cast<std::size_t>(phase));
}

}  // namespace certamen::server_test
