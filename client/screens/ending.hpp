// What the footers of all screens after the end share: leaving on the left, the review on the right, with their keys.
#pragma once

#include "client/screens/canvas.hpp"

namespace certamen::screens {

// The room between them; leaving comes at `leave_order` of the way of the focus.
[[nodiscard]] ui::Rect draw_ending(const Canvas& canvas, int leave_order);

}  // namespace certamen::screens
