// What certamen-server does besides serving: one function a command, each with options and words of its own.
//
// Each takes the arguments after its own word and returns the exit code: 0 done, 1 nothing was found to do, 2 wrong usage
// or a file that cannot be used, in one line on standard error, 3 a journal that does not replay.
#pragma once

namespace certamen::app {

[[nodiscard]] int backup_command(int argc, const char* const* argv);
[[nodiscard]] int erase_command(int argc, const char* const* argv);
[[nodiscard]] int prune_command(int argc, const char* const* argv);
[[nodiscard]] int replay_command(int argc, const char* const* argv);
[[nodiscard]] int export_command(int argc, const char* const* argv);

}  // namespace certamen::app
