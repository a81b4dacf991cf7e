// Where the focus goes.
//
// Pure. Regions that are not enabled are passed over; ids that the scene does not have count as its first focus.
#pragma once

#include <string>

#include "client/ui/kit.hpp"

namespace certamen::ui {

// The region that has the focus, or nothing: an id that is gone falls back to the scene's first focus.
[[nodiscard]] const Region* focused_region(const Scene& scene, const Touch& touch);

// The next or previous region in focus order, round the ends; empty when there is none.
[[nodiscard]] std::string next_focus(const Scene& scene, const Touch& touch, bool forward);

// The nearest region in the direction of an arrow key; empty when there is none on that side.
[[nodiscard]] std::string neighbour(const Scene& scene, const Touch& touch, KeyName arrow);

}  // namespace certamen::ui
