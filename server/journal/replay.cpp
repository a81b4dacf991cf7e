#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "server/journal/journal.hpp"

namespace certamen::journal {
namespace {

bool accepted(const std::vector<room::Effect>& effects) {
  return std::any_of(effects.begin(), effects.end(),
                     [](const room::Effect& effect) { return std::holds_alternative<room::Record>(effect); });
}

}  // namespace

wire::Result<room::Room> replay(const std::vector<Entry>& entries) {
  return replay(entries, [](const Replayed&) {});
}

wire::Result<room::Room> replay(const std::vector<Entry>& entries, const Witness& witness) {
  if (entries.empty()) return wire::fault("the journal is empty");
  const auto* opened = std::get_if<room::Opened>(&entries.front().event);
  if (opened == nullptr) return wire::fault("the journal does not begin with the opening of a room");
  auto [room, opening] = room::Room::open(*opened, entries.front().at);
  witness({1, entries.front(), room, opening});
  wire::Instant previous = entries.front().at;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (entry.at < previous) return wire::fault(fmt::format("entry {} of the journal lies before its predecessor", i + 1));
    if (room.closed()) return wire::fault(fmt::format("entry {} of the journal follows the room's end", i + 1));
    if (std::holds_alternative<room::Opened>(entry.event)) {
      return wire::fault(fmt::format("entry {} of the journal opens its room a second time", i + 1));
    }
    previous = entry.at;
    // What was recorded once was accepted; a room that refuses it now is not the same room.
    const std::vector<room::Effect> effects = room.step(entry.event, entry.at);
    if (!accepted(effects)) {
      return wire::fault(fmt::format("entry {} of the journal is refused by the room it made", i + 1));
    }
    witness({i + 1, entry, room, effects});
  }
  return std::move(room);
}

}  // namespace certamen::journal
