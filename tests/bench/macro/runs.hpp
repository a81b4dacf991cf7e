// The measurements, each one a JSON value: what was done and every figure that came of it, all rounds.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace certamen::bench {

struct Place {
  std::string bank;
  std::string folder;  // for data files; on a disk, or the journal costs nothing
};

// So many players in rooms of a thousand at most, on the floor and on servers of one shard, of one with TLS and of two, in
// turns: every round measures all of them once.
[[nodiscard]] nlohmann::json run_paired(const Place& place, std::size_t players, int rounds);
// A thousand players who answer within one second.
[[nodiscard]] nlohmann::json run_paced(const Place& place, int rounds);
// Many rooms at once.
[[nodiscard]] nlohmann::json run_rooms(const Place& place, std::size_t rooms, std::size_t players_per_room, int rounds);
// A thousand seated in thirty rooms, in the middle of a match; the server is killed and started again.
[[nodiscard]] nlohmann::json run_recovery(const Place& place, int rounds);
// Match after match, a thousand players, for so many minutes; the server's memory after each.
[[nodiscard]] nlohmann::json run_soak(const Place& place, int minutes);

}  // namespace certamen::bench
