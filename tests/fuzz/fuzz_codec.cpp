#include "proto/wire/codec.hpp"
#include "proto/wire/require.hpp"
#include "tests/fuzz/entries.hpp"

namespace certamen::fuzz {
namespace {

template <class Decode>
void check_round_trip(std::span<const std::byte> body, const Decode& decode) {
  const auto message = decode(body);
  if (!message) {
    wire::require(!message.error().what.empty(), "a fault says what");
    return;
  }
  const auto again = decode(wire::encode(*message).body());
  wire::require(again.has_value() && *again == *message, "what was decoded encodes to the same message");
}

}  // namespace

// The first byte says whose message it is.
void fuzz_codec(std::span<const std::byte> bytes) {
  if (bytes.empty()) return;
  if (bytes.front() == std::byte{'c'}) {
    check_round_trip(bytes.subspan(1), wire::decode_client);
  } else {
    check_round_trip(bytes.subspan(1), wire::decode_server);
  }
}

}  // namespace certamen::fuzz
