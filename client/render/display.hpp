// A connection to the display that a window is to be opened on.
#pragma once

#include <memory>

#include "proto/wire/result.hpp"

namespace certamen::render {

// Open as long as one copy lives; shared and thread-compatible.
using DisplayConnection = std::shared_ptr<void>;

// SFML ends the program when it cannot reach an X server, so it must only be asked while such a connection is held: an
// X server may start anew, deaf for a moment, when its last client leaves. A fault that says what is missing.
[[nodiscard]] wire::Result<DisplayConnection> connect_display();

// SFML does not tell when a part of the window was uncovered; this asks the display itself. `window` is its native handle.
void watch_exposure(const DisplayConnection& display, unsigned long window);
// Whether a part was uncovered since the last question. Does not wait.
[[nodiscard]] bool exposed(const DisplayConnection& display);

}  // namespace certamen::render
