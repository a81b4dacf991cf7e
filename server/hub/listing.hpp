// What a shard has to tell the local network of itself.
//
// Pure values. Everyone around may read them: nothing here but what hosts agreed to show.
#pragma once

#include <cstdint>
#include <vector>

#include "proto/wire/beacon.hpp"

namespace certamen::hub {

struct Listing {
  std::uint32_t question_count = 0;     // of the bank
  std::vector<wire::BeaconRoom> rooms;  // by code
};

}  // namespace certamen::hub
