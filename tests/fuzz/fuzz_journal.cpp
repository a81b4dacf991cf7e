#include <string>
#include <vector>

#include "proto/wire/codec.hpp"
#include "proto/wire/require.hpp"
#include "server/journal/journal.hpp"
#include "tests/fuzz/choices.hpp"
#include "tests/fuzz/entries.hpp"

namespace certamen::fuzz {
namespace {

// Entries are glued together, each behind its length in two bytes.
std::vector<journal::Entry> read(std::span<const std::byte> bytes) {
  std::vector<journal::Entry> entries;
  for (Choices choices(bytes); !choices.empty();) {
    const std::size_t high = choices.byte();
    const auto piece = choices.bytes((high << 8U) | choices.byte());
    const auto entry = journal::decode({reinterpret_cast<const char*>(piece.data()), piece.size()});
    if (!entry) break;
    const auto again = journal::decode(journal::encode(*entry));
    wire::require(again.has_value() && *again == *entry, "what was read is written the same");
    entries.push_back(*entry);
  }
  return entries;
}

// What any server does with a room that came from a journal.
void use(room::Room room, wire::Instant now) {
  for (const auto& [seat, member] : room.members()) {
    for (const wire::Language language : {wire::Language::English, wire::Language::Spanish}) {
      (void)wire::encode(wire::RoomJoined{"AAAAAA", seat, member.role, member.plays, {}, {}, room.snapshot(seat, language)});
    }
  }
  if (room.closed()) return;
  std::vector<room::Event> events = {room::Recovered{}};
  for (const auto& [seat, member] : room.members())
    events.emplace_back(room::Resumed{member.digest, wire::Language::Spanish});
  for (const room::Event& event : events) (void)room.step(event, now);
  for (int ticks = 0; ticks < 20 && room.deadline(); ++ticks) {
    now = std::max(now, *room.deadline());
    for (const room::Effect& effect : room.step(room::Tick{}, now)) {
      const auto* broadcast = std::get_if<room::Broadcast>(&effect);
      if (broadcast == nullptr) continue;
      for (const wire::ServerMessage& message : broadcast->by_language) (void)wire::encode(message);
    }
    if (room.closed()) return;
  }
}

}  // namespace

void fuzz_journal(std::span<const std::byte> bytes) {
  const std::vector<journal::Entry> entries = read(bytes);
  const auto room = journal::replay(entries);
  if (!room) return;
  const auto again = journal::replay(entries);
  wire::require(again.has_value() && again->digest() == room->digest(), "a journal gives one room");
  use(*room, entries.back().at);
}

}  // namespace certamen::fuzz
