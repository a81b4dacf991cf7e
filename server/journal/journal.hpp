// Room events to journal bytes and back, and a room from its journal.
//
// Pure. The bytes are versioned by protobuf's rules (fields are only ever added); a journal that does not decode or does
// not replay is a Fault, and its room is quarantined by whoever asked.
#pragma once

#include <cstddef>
#include <functional>
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

// An entry as it is replayed: its number from 1, and the room and what it wanted done after it.
struct Replayed {
  std::size_t number = 0;
  const Entry& entry;
  const room::Room& room;
  const std::vector<room::Effect>& effects;
};
using Witness = std::function<void(const Replayed&)>;
// The same, told to a witness entry by entry; those before one that is refused are told all the same.
[[nodiscard]] wire::Result<room::Room> replay(const std::vector<Entry>& entries, const Witness& witness);

}  // namespace certamen::journal
