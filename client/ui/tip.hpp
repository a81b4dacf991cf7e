// A few words on what a control does or says in full, shown beside it while someone asks by resting there.
//
// Pure; what is said is the region's own `tip`.
#pragma once

#include "client/ui/kit.hpp"

namespace certamen::ui {

// How long the pointer rests before it is told; who comes by key is told at once.
inline constexpr Moment tip_delay = std::chrono::milliseconds{600};

// Over everything else, so call it last. Asks for the next drawing while the pointer rests.
void tip(const Kit& kit);

}  // namespace certamen::ui
