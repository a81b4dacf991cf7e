#include "client/bot/words.hpp"

namespace certamen::bot {

namespace {

std::string_view word_of(wire::Refusal refusal) {
  switch (refusal) {
    case wire::Refusal::RoomNotFound: return "no room has this code";
    case wire::Refusal::RoomFull: return "the room is full";
    case wire::Refusal::RoomClosedToJoins: return "the room takes nobody any more";
    case wire::Refusal::NameTaken: return "the name is taken";
    case wire::Refusal::NameInvalid: return "the name is not allowed";
    case wire::Refusal::TicketInvalid: return "the ticket is not valid";
    case wire::Refusal::NotHost: return "not the host";
    case wire::Refusal::NotSeated: return "not seated";
    case wire::Refusal::AlreadySeated: return "already seated";
    case wire::Refusal::WrongPhase: return "not at this moment";
    case wire::Refusal::TooEarly: return "too early";
    case wire::Refusal::TooLate: return "too late";
    case wire::Refusal::AlreadyAnswered: return "already answered";
    case wire::Refusal::AnswerInvalid: return "the answer does not fit the question";
    case wire::Refusal::NotAPlayer: return "not a player";
    case wire::Refusal::TooFewQuestions: return "the bank has too few such questions";
    case wire::Refusal::SettingsInvalid: return "the settings are not valid";
    case wire::Refusal::TooManyRooms: return "the server has too many rooms";
    case wire::Refusal::StorageFailing: return "the server cannot write its data";
    case wire::Refusal::TooFast: return "too many requests";
    case wire::Refusal::RoomPasswordNeeded: return "the room wants a password";
    case wire::Refusal::RoomPasswordWrong: return "the room's password is another";
    case wire::Refusal::ServerPasswordNeeded: return "only those who know the server's password open rooms";
    case wire::Refusal::RoomLocked: return "the room is locked";
    case wire::Refusal::Banned: return "banned from the room";
    case wire::Refusal::MemberInvalid: return "no such member for this";
    case wire::Refusal::KeyInvalid: return "no key of this question's kind";
    case wire::Refusal::TooLong: return "the question cannot be extended so far";
    case wire::Refusal::TeamInvalid: return "there is no such team to choose";
  }
  return "refused";
}

std::string_view word_of(wire::Farewell farewell) {
  switch (farewell) {
    case wire::Farewell::ServerStopping: return "the server is stopping";
    case wire::Farewell::ProtocolError: return "the server found an error in what was sent";
    case wire::Farewell::VersionUnsupported: return "the server speaks another version";
    case wire::Farewell::TooSlow: return "too slow to keep up";
    case wire::Farewell::SeatTakenOver: return "the seat was taken over from elsewhere";
    case wire::Farewell::RoomClosed: return "the room was closed";
    case wire::Farewell::ServerFull: return "the server is full";
    case wire::Farewell::Silent: return "silent for too long";
    case wire::Farewell::TlsNeeded: return "the server wants an encrypted connection";
    case wire::Farewell::ServerPasswordWrong: return "the server wants its password, and another than was given";
    case wire::Farewell::Kicked: return "removed from the room by the host";
    case wire::Farewell::Banned: return "banned from the room by the host";
  }
  return "goodbye";
}

std::string_view word_of(model::Remark remark) {
  switch (remark) {
    case model::Remark::ConnectionFailed: return "no connection to the server";
    case model::Remark::Returned: return "back in the seat";
    case model::Remark::AnswerKept: return "the answer is kept until the connection is back";
    case model::Remark::AnswerLost: return "an answer could not be delivered in time";
    case model::Remark::ServerRemembered: return "the server's certificate is known from now on";
    case model::Remark::RankingCorrected: return "the points were corrected";
    case model::Remark::RightsGiven: return "may command the room from now on";
    case model::Remark::RightsTaken: return "may command the room no more";
    case model::Remark::SeatGone: return "the seat is gone";
  }
  return "";
}

std::string_view word_of(const model::OrderRefused& refused) {
  return word_of(refused.reason);
}

}  // namespace

std::string_view word_of(const model::Notice& notice) {
  return std::visit([](const auto& about) { return word_of(about); }, notice.about);
}

}  // namespace certamen::bot
