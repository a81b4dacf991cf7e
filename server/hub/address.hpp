// Where a connection comes from, as far as limits care.
//
// Pure values. An IPv4 address counts whole; of an IPv6 address the first 64 bits, because whoever has one address of such
// a network has all of them. An IPv4 address inside IPv6 is the IPv4 address.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>

namespace certamen::hub {

struct AddressKey {
  std::array<std::uint8_t, 16> bytes{};
  auto operator<=>(const AddressKey&) const = default;
};

// Requires the 4 or 16 bytes of an address, in the network's order.
[[nodiscard]] AddressKey address_key(std::span<const std::uint8_t> address);

}  // namespace certamen::hub
