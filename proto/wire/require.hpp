// The always-on assert: a broken invariant is a bug, so say where and stop. The journal restores what was promised.
#pragma once

namespace certamen::wire {

// Prints `what` with the caller's place on standard error and aborts, unless `holds`.
void require(bool holds, const char* what, const char* file = __builtin_FILE(), int line = __builtin_LINE());

}  // namespace certamen::wire
