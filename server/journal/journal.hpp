// Room events to journal bytes and back, and a room from its journal.
//
// Pure. The bytes are versioned by protobuf's rules (fields are only ever added); a journal that does not decode or does
// not replay is a Fault, and its room is quarantined by whoever asked.
#pragma once

#include <string>
#include <vector>

#include "proto/wire/result.hpp"
#include "server/room/room.hpp"

namespace certamen::journal {

struct Entry {
  room::Event event;
  wire::Instant at{};
  bool operator==(const Entry&) const = default;
};

// Requires an event that rooms record: not LanguageChosen, ReviewAsked or PaperAsked, which change nothing.
[[nodiscard]] std::string encode(const Entry& entry);
// What no server of ours wrote is a Fault: names, papers and instants have the wire's ranges.
[[nodiscard]] wire::Result<Entry> decode(const std::string& bytes);

// The room as it was after the last entry. The first must be Opened.
[[nodiscard]] wire::Result<room::Room> replay(const std::vector<Entry>& entries);

}  // namespace certamen::journal
