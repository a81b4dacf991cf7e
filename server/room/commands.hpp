// Who may command what, and when: one table.
//
// Pure. What else a command needs (a question that was revealed, a member who is there) is judged by the room that
// carries it out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "proto/wire/messages.hpp"

namespace certamen::room {

enum class CommandKind : std::uint8_t {
  Start,
  Next,
  Pause,
  Resume,
  End,
  Extend,
  Skip,
  Void,
  Correct,
  Remove,
  Rename,
  Lock,
  HandOver,
  Appoint,
  TakeOver,
  MoveToTeam,
  Allow,
};
inline constexpr std::size_t command_kind_count = 17;

[[nodiscard]] CommandKind kind_of(const wire::Order& order);

// Whether a command has a place in this phase of a room. Only a question, its reveal and its ranking can be paused.
[[nodiscard]] bool allowed(CommandKind kind, wire::Phase phase, bool paused);

// The least rights that a command needs; never none.
[[nodiscard]] wire::Rights rights_needed(CommandKind kind);

}  // namespace certamen::room
