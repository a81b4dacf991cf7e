#include "server/room/commands.hpp"

#include <string_view>

namespace certamen::room {
namespace {

// One letter a phase in which the command is allowed: Gathering, Drawing, reaDing, aSking, Revealing, ranKing, Finished,
// eXamining, discUssing.
constexpr std::string_view phase_letters = "GDASRKFXU";

struct Row {
  CommandKind kind;
  wire::Rights rights;
  std::string_view running;
  std::string_view paused;
};

constexpr std::array<Row, command_kind_count> table = {{
    {CommandKind::Start, wire::Rights::Cohost, "G", ""},
    {CommandKind::Next, wire::Rights::Cohost, "SRKU", ""},
    {CommandKind::Pause, wire::Rights::Cohost, "ASRKXU", ""},
    {CommandKind::Resume, wire::Rights::Cohost, "", "ASRKXU"},
    {CommandKind::End, wire::Rights::Cohost, "GASRKFXU", "ASRKXU"},
    {CommandKind::Extend, wire::Rights::Cohost, "S", "S"},
    {CommandKind::Skip, wire::Rights::Cohost, "ASU", ""},
    {CommandKind::Void, wire::Rights::Cohost, "ASRKFU", "ASRKU"},
    {CommandKind::Correct, wire::Rights::Cohost, "ASRKFU", "ASRKU"},
    {CommandKind::Remove, wire::Rights::Cohost, "GDASRKXU", "ASRKXU"},  // when it is over nobody can disturb it
    {CommandKind::Rename, wire::Rights::Cohost, "GDASRKFXU", "ASRKXU"},
    {CommandKind::Lock, wire::Rights::Cohost, "GDASRKFXU", "ASRKXU"},
    {CommandKind::HandOver, wire::Rights::Host, "GDASRKFXU", "ASRKXU"},
    {CommandKind::Appoint, wire::Rights::Host, "GDASRKFXU", "ASRKXU"},
    {CommandKind::TakeOver, wire::Rights::Cohost, "GDASRKFXU", "ASRKXU"},
    {CommandKind::MoveToTeam, wire::Rights::Cohost, "GDASRKX", "ASRKX"},
    {CommandKind::Allow, wire::Rights::Cohost, "GDASRKXU", "ASRKXU"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].kind) != i) return false;
  }
  return true;
}
static_assert(in_order(), "a command is its row");

const Row& row_of(CommandKind kind) {
  return table[static_cast<std::size_t>(kind)];
}

struct KindOf {
  CommandKind operator()(const wire::Command& command) const { return static_cast<CommandKind>(command); }
  CommandKind operator()(const wire::ExtendQuestion&) const { return CommandKind::Extend; }
  CommandKind operator()(const wire::SkipQuestion&) const { return CommandKind::Skip; }
  CommandKind operator()(const wire::VoidQuestion&) const { return CommandKind::Void; }
  CommandKind operator()(const wire::CorrectKey&) const { return CommandKind::Correct; }
  CommandKind operator()(const wire::RemoveMember&) const { return CommandKind::Remove; }
  CommandKind operator()(const wire::RenameMember&) const { return CommandKind::Rename; }
  CommandKind operator()(const wire::LockRoom&) const { return CommandKind::Lock; }
  CommandKind operator()(const wire::HandOver&) const { return CommandKind::HandOver; }
  CommandKind operator()(const wire::AppointCohost&) const { return CommandKind::Appoint; }
  CommandKind operator()(const wire::TakeOver&) const { return CommandKind::TakeOver; }
  CommandKind operator()(const wire::MoveToTeam&) const { return CommandKind::MoveToTeam; }
  CommandKind operator()(const wire::SetAllowance&) const { return CommandKind::Allow; }
};
static_assert(static_cast<int>(wire::Command::End) == static_cast<int>(CommandKind::End), "plain commands keep their order");

}  // namespace

CommandKind kind_of(const wire::Order& order) {
  return std::visit(KindOf{}, order);
}

bool allowed(CommandKind kind, wire::Phase phase, bool paused) {
  const std::string_view phases = paused ? row_of(kind).paused : row_of(kind).running;
  return phases.find(phase_letters[static_cast<std::size_t>(phase)]) != std::string_view::npos;
}

wire::Rights rights_needed(CommandKind kind) {
  return row_of(kind).rights;
}

}  // namespace certamen::room
