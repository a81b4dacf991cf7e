// Tickets: 128 random bits that prove a seat or the host's rights. The server keeps only their digest.
#pragma once

#include <array>
#include <cstdint>

#include "proto/wire/types.hpp"
#include "server/lobby/room_code.hpp"

namespace certamen::lobby {

[[nodiscard]] wire::Ticket new_ticket(const Entropy& entropy);

// SHA-256; the secret is random and long, so no salt is needed.
[[nodiscard]] std::array<std::uint8_t, 32> digest_of(const wire::Ticket& ticket);

// SHA-256 of an address behind a room's own random number, so that the same address in two journals does not look the
// same. Addresses are few: who has the number can find the address.
[[nodiscard]] std::array<std::uint8_t, 32> address_digest(const std::array<std::uint8_t, 16>& address, std::uint64_t salt);

}  // namespace certamen::lobby
