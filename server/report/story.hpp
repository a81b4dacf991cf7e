// A game told from its journal, one line an entry: when, who, what, and what came of it.
//
// Pure: rebuilt by journal::replay, the code by which a server recovers its rooms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/journal/journal.hpp"
#include "server/report/game.hpp"

namespace certamen::report {

struct Told {
  std::size_t entry = 0;  // from 1
  wire::Duration at{};    // since the room was opened
  std::string who;        // a name, "the host", "the server"
  std::string what;       // in the past tense
  std::vector<std::string> effects;
};

struct Story {
  std::vector<Told> told;
  std::optional<room::Room> room;   // as it was after the last line; none when the journal does not even open one
  std::optional<Breakdown> broken;  // where and why the journal does not go on
};

// Tells the entries up to number `until`, or all. Question texts are in `language`, everything else in English.
[[nodiscard]] Story tell(const Game& game, std::optional<std::size_t> until, wire::Language language);

// The last line of every story: nothing that a replay must reproduce can differ without it.
[[nodiscard]] std::string digest_words(const room::Room& room);

// For people: the lines, the standings, the digest.
[[nodiscard]] std::string story_text(const Game& game, const Story& story);
// For programs: one object with `entries`, `standings` and `digest`.
[[nodiscard]] std::string story_json(const Game& game, const Story& story);

}  // namespace certamen::report
