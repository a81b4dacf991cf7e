// Any order that a host's program could write, chosen byte by byte.
//
// Pure; within the ranges that the codec lets through.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "proto/wire/messages.hpp"
#include "proto/wire/presets.hpp"
#include "tests/fuzz/choices.hpp"

namespace certamen::fuzz {

[[nodiscard]] inline wire::CorrectKey corrected_key(Choices& choices) {
  wire::CorrectKey key;
  key.question_number = 1 + static_cast<std::uint32_t>(choices.below(8));
  const std::uint8_t how = choices.byte();
  switch (how % 5) {
    case 0: key.options = {static_cast<wire::OptionIndex>(how / 5 % 5)}; break;
    case 1: key.numeric_micros = 1'200'000'000 + std::int64_t{how} * 100'000; break;
    case 2: key.options = {2, 0, static_cast<wire::OptionIndex>(how / 5 % 5), 1}; break;
    case 3: key.options = {0, static_cast<wire::OptionIndex>(1 + how / 5 % 4)}; break;
    default: key.spellings = {how % 2 == 0 ? "Signal of question 7" : "\u200B"}; break;  // a number
  }
  return key;
}

[[nodiscard]] inline wire::Order order_of(Choices& choices) {
  static constexpr std::array names = {"Ana", "Leo", "Renamed", "\u200B"};
  const auto seat = [&choices] { return wire::SeatId{static_cast<std::uint32_t>(choices.below(8))}; };
  switch (choices.below(10)) {
    case 0: return wire::ExtendQuestion{1 + static_cast<std::uint32_t>(choices.below(200)) * 3};
    case 1: return wire::SkipQuestion{};
    case 2: return wire::VoidQuestion{1 + static_cast<std::uint32_t>(choices.below(8))};
    case 3: return corrected_key(choices);
    case 4: return wire::RemoveMember{seat(), choices.below(2) == 0};
    case 5: return wire::RenameMember{seat(), names[choices.below(names.size())]};
    case 6: return wire::LockRoom{choices.below(2) == 0};
    case 7: return wire::HandOver{seat()};
    case 8: return wire::AppointCohost{seat(), choices.below(4) != 0};
    default: return wire::TakeOver{};  // a number drawn from the input, not an enum
  }
}

// Of teams and time; drawn apart, so that inputs of before there were any mean what they meant.
[[nodiscard]] inline wire::Order team_order_of(Choices& choices) {
  const wire::SeatId seat{static_cast<std::uint32_t>(choices.below(8))};
  const std::uint8_t how = choices.byte();
  if (how % 2 == 0) return wire::MoveToTeam{seat, 1 + how / 2U % wire::teams_max};
  return wire::SetAllowance{seat, static_cast<wire::Allowance>(how / 2 % wire::allowance_count)};
}

// What some of a room's other choices make of its teams, votes and freeze.
inline void choose_teams(std::uint8_t flags, wire::RoomSettings& settings) {
  if ((flags & 12U) != 12U) return;
  settings.team_count = 2 + flags / 64U;
  settings.team_forming = static_cast<wire::TeamForming>(flags / 16U % 3U);
  settings.discuss_seconds = (flags & 2U) != 0 ? 5 : 0;
  settings.freeze_questions = flags & 3U;
  settings = wire::as_played(settings);
}

}  // namespace certamen::fuzz
