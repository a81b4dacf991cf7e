// Six characters that lead people to a room.
//
// Pure. The alphabet has no look-alikes (no 0 O 1 I L U V and no vowels but A and E, so no words). A code also says which
// shard holds its room, so no directory is shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "proto/wire/types.hpp"

namespace certamen::lobby {

// Returns 64 fresh random bits; unpredictable in production, seeded in simulations.
using Entropy = std::function<std::uint64_t()>;

// A fresh code whose room belongs on `shard` of `shard_count`.
[[nodiscard]] wire::RoomCode new_room_code(const Entropy& entropy, std::size_t shard, std::size_t shard_count);

// The shard that holds a code's room; any text is allowed.
[[nodiscard]] std::size_t shard_of(const wire::RoomCode& code, std::size_t shard_count);

}  // namespace certamen::lobby
