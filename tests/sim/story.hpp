// The committed truth of every room: a room of our own that takes only the entries that are safe on the disk.
//
// What members see must follow from this and nothing else: an effect that left before its entry was safe is ahead of its
// story. It also keeps what the room said and looked like at each sequence, for comparison with what arrives.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/hub/letter.hpp"
#include "server/journal/journal.hpp"
#include "server/room/room.hpp"
#include "tests/sim/world.hpp"

namespace certamen::sim {

// How a room looked to anybody in it, one snapshot per language; own answer and result left out.
using View = std::array<wire::Snapshot, wire::language_count>;
using Roster = std::map<wire::SeatId, wire::RosterEntry>;

struct Story {
  hub::GameId game = 0;
  wire::RoomCode code;
  std::optional<room::Room> room;  // after the last committed entry
  std::uint64_t entry_count = 0;
  Instant last_entry_at{};
  room::TicketDigest host_digest{};

  // What was said and seen at each sequence of the room; more than one view where it changed without a word.
  std::map<std::uint64_t, std::array<std::uint64_t, wire::language_count>> said;  // hashes of the encoded RoomEvents
  std::map<std::uint64_t, std::vector<View>> views;
  std::map<std::uint64_t, Roster> rosters;  // where a RosterChanged made it whole
  std::set<std::string> revealed_ids;       // questions whose reveal was said
  std::optional<std::string> broken;        // why the story cannot go on, if it cannot
};

// The event in a few words, for the notes.
[[nodiscard]] std::string name_of(const room::Event& event);

// A hash of a frame's bytes.
[[nodiscard]] std::uint64_t hash_of(std::span<const std::byte> bytes);

class Stories {
 public:
  struct Told {
    Story& story;
    journal::Entry entry;
    std::vector<room::Effect> effects;
  };

  // The story before its next entry, and the entry; for those who must look before it happens.
  struct Next {
    Story& story;
    journal::Entry entry;
  };
  [[nodiscard]] std::optional<Next> read(hub::GameId game, const wire::RoomCode& code, std::uint64_t number,
                                         const std::string& bytes);
  // Lets it happen.
  Told tell(Next next);

  [[nodiscard]] const std::map<hub::GameId, std::unique_ptr<Story>>& all() const { return stories_; }
  [[nodiscard]] const Story* find(const wire::RoomCode& code) const;
  [[nodiscard]] const Story* find(hub::GameId game) const;

 private:
  std::map<hub::GameId, std::unique_ptr<Story>> stories_;
  std::map<wire::RoomCode, hub::GameId> game_of_;
};

}  // namespace certamen::sim
