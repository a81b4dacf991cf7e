// What the floor's first connection, and no other, may ask of it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace certamen::bench {

// Send one message of so many bytes to every other connection. In the machine's byte order: both ends are on one machine.
struct FanOutRequest {
  std::uint32_t bytes = 0;
};

inline constexpr std::size_t floor_answer_bytes = 40;           // what every other connection says,
inline constexpr std::size_t floor_acknowledgement_bytes = 30;  // and what it gets for each

}  // namespace certamen::bench
