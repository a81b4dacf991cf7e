#include "server/lobby/room_code.hpp"

#include <string_view>

namespace certamen::lobby {
namespace {

constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

}  // namespace

std::size_t shard_of(const wire::RoomCode& code, std::size_t shard_count) {
  std::size_t sum = 0;
  for (const char letter : code) sum = sum * 31 + static_cast<unsigned char>(letter);
  return sum % shard_count;
}

wire::RoomCode new_room_code(const Entropy& entropy, std::size_t shard, std::size_t shard_count) {
  for (;;) {
    wire::RoomCode code;
    std::uint64_t bits = entropy();
    while (code.size() < wire::room_code_letters) {
      // Six letters use a 2^29th of the 64 bits, so the uneven tail is far below anything observable.
      code.push_back(alphabet[bits % alphabet.size()]);
      bits /= alphabet.size();
    }
    if (shard_of(code, shard_count) == shard) return code;
  }
}

}  // namespace certamen::lobby
