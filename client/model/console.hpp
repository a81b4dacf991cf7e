// What a host has in hand beside the match: a member chosen, a key to be corrected, the order that was given last.
//
// Plain values, part of a Room. Only hosts and co-hosts have anything in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/model/numeric.hpp"
#include "proto/wire/messages.hpp"

namespace certamen::model {

// A question that is ruled on after its reveal, from the first press until the difference was seen.
struct Correction {
  wire::QuestionAnnounced announced;
  wire::QuestionAsked asked;
  wire::QuestionRevealed revealed;     // as it stood when the correction began
  std::vector<wire::OptionIndex> key;  // as wire::CorrectKey has it
  std::string number{};                // numeric, as typed
  std::string tolerance{};
  std::optional<NumberError> number_error{};  // of either, when it was sent
  std::string spelling{};                     // short text: to be accepted, too
  bool sent = false;
  std::optional<wire::RankingCorrected> outcome{};
  bool operator==(const Correction&) const = default;
};

struct HostConsole {
  wire::SeatId member;                      // looked at; nobody: none
  std::string name;                         // the name to be given to that member, as typed
  std::optional<wire::Order> order_sent{};  // until its effect is seen; a second press does not repeat it
  std::optional<Correction> correction{};
  bool operator==(const HostConsole&) const = default;
};

// Why an order was refused: what was ordered decides on the words.
enum class Ordered : std::uint8_t { Question, Ruling, Member, Team, TakeOver };
struct OrderRefused {
  wire::Refusal reason = wire::Refusal::NotHost;
  Ordered ordered = Ordered::Question;
  bool operator==(const OrderRefused&) const = default;
};

}  // namespace certamen::model
