#include "proto/wire/beacon.hpp"
#include "proto/wire/require.hpp"
#include "tests/fuzz/entries.hpp"

namespace certamen::fuzz {

void fuzz_beacon(std::span<const std::byte> bytes) {
  const auto beacon = wire::decode_beacon(bytes);
  if (!beacon) {
    wire::require(!beacon.error().what.empty(), "a fault says what");
    return;
  }
  wire::require(wire::presentable(beacon->server_name), "what was decoded can be shown");
  const auto again = wire::decode_beacon(wire::encode(*beacon));
  wire::require(again.has_value() && *again == *beacon, "what was decoded encodes to the same beacon");
}

}  // namespace certamen::fuzz
