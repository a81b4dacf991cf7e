// The rooms and servers that the local network tells of, to be chosen on the form for joining.
//
// Pure.
#pragma once

#include <cstdint>

#include "client/model/events.hpp"
#include "client/screens/canvas.hpp"

namespace certamen::screens {

// A list, or words that it is still being looked.
void draw_found(const Canvas& canvas, const ui::Rect& room);

// A choice as the value of its action, and back: it means the same server and room whatever the list has become since.
[[nodiscard]] std::int64_t value_of(const model::ChooseFound& choice);
[[nodiscard]] model::ChooseFound found_of(std::int64_t value);

}  // namespace certamen::screens
