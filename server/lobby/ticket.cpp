#include "server/lobby/ticket.hpp"

#include <openssl/sha.h>

#include <algorithm>

namespace certamen::lobby {

wire::Ticket new_ticket(const Entropy& entropy) {
  wire::Ticket ticket;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < ticket.bytes.size(); ++i) {
    if (i % sizeof(bits) == 0) bits = entropy();
    ticket.bytes[i] = static_cast<std::uint8_t>(bits >> (8 * (i % sizeof(bits))));
  }
  return ticket;
}

std::array<std::uint8_t, 32> digest_of(const wire::Ticket& ticket) {
  std::array<std::uint8_t, 32> digest{};
  SHA256(ticket.bytes.data(), ticket.bytes.size(), digest.data());
  return digest;
}

std::array<std::uint8_t, 32> address_digest(const std::array<std::uint8_t, 16>& address, std::uint64_t salt) {
  std::array<std::uint8_t, 24> bytes{};
  for (std::size_t i = 0; i < sizeof(salt); ++i) bytes.at(i) = static_cast<std::uint8_t>(salt >> (8 * i));
  std::copy(address.begin(), address.end(), bytes.begin() + sizeof(salt));
  std::array<std::uint8_t, 32> digest{};
  SHA256(bytes.data(), bytes.size(), digest.data());
  return digest;
}

}  // namespace certamen::lobby
