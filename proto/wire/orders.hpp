// What hosts and co-hosts command: plain words, and commands with particulars.
//
// Plain values whose ranges the codec has checked. Who may command what, and when, is the room's to say.
#pragma once

#include "proto/wire/allowance.hpp"
#include "proto/wire/types.hpp"

namespace certamen::wire {

enum class Command : std::uint8_t { Start, Next, Pause, Resume, End };
// The open question stays open longer, for everyone.
struct ExtendQuestion {
  std::uint32_t seconds = 1;  // 1 to extension_seconds_max, which is also the most for one question in all
  bool operator==(const ExtendQuestion&) const = default;
};
// The announced or open question is not scored and its key not shown; the match goes on with the next.
struct SkipQuestion {
  bool operator==(const SkipQuestion&) const = default;
};
// From its reveal on: nobody gets points from this question.
struct VoidQuestion {
  std::uint32_t question_number = 0;
  bool operator==(const VoidQuestion&) const = default;
};
// From its reveal on: all answers to this question are scored again by another key, of the question's kind.
struct CorrectKey {
  std::uint32_t question_number = 0;
  std::vector<OptionIndex> options;  // as QuestionRevealed has its key; empty for numeric and short text
  std::int64_t numeric_micros = 0;
  std::int64_t numeric_tolerance_micros = 0;  // >= 0
  std::vector<std::string> spellings;         // short text only, at most spellings_max
  bool operator==(const CorrectKey&) const = default;
};
// Out of the room; its ticket is dead. Banned: nor may its name or, unless others here share it, its address come back.
struct RemoveMember {
  SeatId seat;
  bool banned = false;
  bool operator==(const RemoveMember&) const = default;
};
struct RenameMember {
  SeatId seat;
  std::string name;
  bool operator==(const RenameMember&) const = default;
};
// A locked room takes no joins; members may come back.
struct LockRoom {
  bool locked = true;
  bool operator==(const LockRoom&) const = default;
};
// Another member becomes the host; it gets a new host ticket and the old one is dead.
struct HandOver {
  SeatId seat;
  bool operator==(const HandOver&) const = default;
};
struct AppointCohost {
  SeatId seat;
  bool appointed = true;  // false: no co-host any more
  bool operator==(const AppointCohost&) const = default;
};
// A co-host becomes the host, while the host is not connected.
struct TakeOver {
  bool operator==(const TakeOver&) const = default;
};
// A player's team from now on, whoever formed the teams; its points go with it.
struct MoveToTeam {
  SeatId seat;
  TeamNumber team = 1;  // 1 to teams_max
  bool operator==(const MoveToTeam&) const = default;
};
// A player's own window of every question, from the open one on, unless it is answered.
struct SetAllowance {
  SeatId seat;
  Allowance allowance = Allowance::Whole;
  bool operator==(const SetAllowance&) const = default;
};
// Where in its match a room stands.
struct Moment {
  Phase phase = Phase::Gathering;
  std::uint32_t question_number = 0;  // from 1; 0 before the first
  bool operator==(const Moment&) const = default;
};
using Order = std::variant<Command, ExtendQuestion, SkipQuestion, VoidQuestion, CorrectKey, RemoveMember, RenameMember,
                           LockRoom, HandOver, AppointCohost, TakeOver, MoveToTeam, SetAllowance>;
[[nodiscard]] inline bool is(const Order& order, Command command) {
  return order == Order{command};
}

}  // namespace certamen::wire
