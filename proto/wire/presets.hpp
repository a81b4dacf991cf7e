// What a mode starts from; a host may change each rule.
//
// Pure.
#pragma once

#include "proto/wire/types.hpp"

namespace certamen::wire {

// Settings that the codec accepts as they are.
[[nodiscard]] RoomSettings preset(Mode mode);

}  // namespace certamen::wire
