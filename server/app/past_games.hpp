// The games of a data file for the commands that look back: found by what people know of them, and listed.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "proto/wire/result.hpp"
#include "server/report/game.hpp"
#include "server/store/archive.hpp"

namespace certamen::app {

inline constexpr int exit_broken = 3;  // the journal does not replay

// The game of that number or room code, or the exit code when there is none or more than one, or the file cannot be read;
// then the words are printed, in the name of `command`. Upper and lower case of a code are the same.
[[nodiscard]] std::variant<report::Game, int> find_game(const store::Archive& archive, const std::string& named,
                                                        const std::string& command);

// A table of the games (all, or those of one room code), oldest first: number, code, when it was opened on the server's
// timeline, when it was closed by the machine's clock, phase, players, entries; a sentence when there is none.
[[nodiscard]] wire::Result<std::string> game_list(const store::Archive& archive, const std::string& code = {});

}  // namespace certamen::app
