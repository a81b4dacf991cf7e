// How long a changed screen takes from the model to the pixels of a window.
#pragma once

#include <nlohmann/json.hpp>

namespace certamen::bench {

// Every sample screen so many times, in turns with others, so that each has to be built anew as after a change. Milliseconds
// for the view (layout) and the whole frame: median, 99th percentile, longest; the slowest screen by name. Throws without a
// display.
[[nodiscard]] nlohmann::json draw_every_screen(unsigned width, unsigned height, int frames);

}  // namespace certamen::bench
