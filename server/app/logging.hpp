// The log on standard error: a line an event, for people or for programs.
//
// Nothing secret is ever logged: no ticket, no password, no answer.
#pragma once

#include <string>

namespace certamen::app {

// `level` and `format` as the options have them. Call once, before any other thread runs.
void start_logging(const std::string& level, const std::string& format);

}  // namespace certamen::app
