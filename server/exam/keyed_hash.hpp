// Numbers that nobody foretells who does not know the key, however many of them are seen (SipHash-2-4; J.-P. Aumasson,
// D. J. Bernstein, "SipHash: a fast short-input PRF", 2012).
//
// Pure. Unlike exam::Random, of which one output gives the state and all others away.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace certamen::exam {

using HashKey = std::array<std::uint64_t, 2>;

[[nodiscard]] constexpr std::uint64_t keyed_hash(const HashKey& key, std::uint64_t message) {
  std::uint64_t v0 = key[0] ^ 0x736F6D6570736575ULL;
  std::uint64_t v1 = key[1] ^ 0x646F72616E646F6DULL;
  std::uint64_t v2 = key[0] ^ 0x6C7967656E657261ULL;
  std::uint64_t v3 = key[1] ^ 0x7465646279746573ULL;
  const auto stir = [&](int rounds) {
    for (int i = 0; i < rounds; ++i) {
      v0 += v1;
      v2 += v3;
      v1 = std::rotl(v1, 13) ^ v0;
      v3 = std::rotl(v3, 16) ^ v2;
      v0 = std::rotl(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = std::rotl(v1, 17) ^ v2;
      v3 = std::rotl(v3, 21) ^ v0;
      v2 = std::rotl(v2, 32);
    }
  };
  constexpr std::uint64_t end = std::uint64_t{8} << 56U;  // the message's length in bytes
  for (const std::uint64_t word : {message, end}) {
    v3 ^= word;
    stir(2);
    v0 ^= word;
  }
  v2 ^= 0xFF;
  stir(4);
  return v0 ^ v1 ^ v2 ^ v3;
}

}  // namespace certamen::exam
