#include "server/hub/listing.hpp"

#include <algorithm>

#include "server/hub/rooms.hpp"

namespace certamen::hub {
namespace {

// Whether a player who has the code could sit down.
bool takes_players(const room::Room& room) {
  const wire::RoomSettings& settings = room.settings();
  if (room.closed() || room.locked() || settings.mode == wire::Mode::Solo) return false;
  if (room.phase() == wire::Phase::Finished) return false;
  if (room.phase() != wire::Phase::Gathering && !settings.late_join) return false;
  const auto players =
      std::count_if(room.members().begin(), room.members().end(), [](const auto& member) { return member.second.plays; });
  return room.members().size() < wire::seats_per_room_max && static_cast<std::size_t>(players) < settings.capacity;
}

}  // namespace

// Each time from where the last one ended, so that no room is left out for ever.
std::vector<wire::BeaconRoom> Rooms::listed() {
  std::vector<wire::BeaconRoom> listed;
  if (draining_ || storage_failing_) return listed;
  auto next = rooms_.upper_bound(listed_last_);
  for (std::size_t looked = 0; looked < rooms_.size() && listed.size() < wire::beacon_rooms_max; ++looked) {
    if (next == rooms_.end()) next = rooms_.begin();
    const auto& [code, hosted] = *next++;
    // Not before its opening is safe and told: a listed room can be joined.
    if (!hosted.room.settings().listed || hosted.entries_committed == 0 || !takes_players(hosted.room)) continue;
    wire::BeaconRoom row{code, {}, 0};
    for (const auto& [seat, member] : hosted.room.members()) {
      if (member.role == wire::Role::Host) row.title = member.name;
      if (member.plays && hosted.seated.contains(seat)) ++row.player_count;
    }
    listed.push_back(std::move(row));
    listed_last_ = code;
  }
  return listed;
}

}  // namespace certamen::hub
