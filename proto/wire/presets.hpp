// What a mode starts from; a host may change each rule.
//
// Pure.
#pragma once

#include "proto/wire/types.hpp"

namespace certamen::wire {

// Settings that the codec accepts as they are.
[[nodiscard]] RoomSettings preset(Mode mode);

// What a mode insists on: solo rounds are played by who opens them, exams are scored as exams, neither has teams, a second
// vote or a freeze; team practice has two teams at least; only exams have questions that do not count, and one that does.
[[nodiscard]] RoomSettings as_played(RoomSettings settings);

}  // namespace certamen::wire
