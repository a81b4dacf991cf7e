#include <array>
#include <set>
#include <utility>

#include "server/exam/random.hpp"
#include "server/lobby/ticket.hpp"
#include "server/room/event.hpp"
#include "tests/support/catch.hpp"

namespace certamen::lobby {
namespace {

Entropy seeded(std::uint64_t seed) {
  return [random = exam::Random(seed)]() mutable { return random.next(); };
}

}  // namespace

TEST_CASE("a ticket uses all its bits, each taken from the entropy once") {
  std::uint64_t next = 0x0102030405060708;
  const wire::Ticket ticket = new_ticket([&next] { return std::exchange(next, 0x1112131415161718); });
  const std::array<std::uint8_t, 16> expected = {8, 7, 6, 5, 4, 3, 2, 1, 0x18, 0x17, 0x16, 0x15, 0x14, 0x13, 0x12, 0x11};
  CHECK(ticket.bytes == expected);
}

TEST_CASE("tickets are not repeated") {
  const Entropy entropy = seeded(1);
  std::set<wire::Ticket> tickets;
  for (int i = 0; i < 5000; ++i) tickets.insert(new_ticket(entropy));
  CHECK(tickets.size() == 5000);
}

TEST_CASE("a digest is the SHA-256 of the ticket's bytes") {
  // Of sixteen zero bytes, as sha256sum prints it.
  const std::array<std::uint8_t, 32> expected = {0x37, 0x47, 0x08, 0xff, 0xf7, 0x71, 0x9d, 0xd5, 0x97, 0x9e, 0xc8,
                                                 0x75, 0xd5, 0x6c, 0xd2, 0x28, 0x6f, 0x6d, 0x3c, 0xf7, 0xec, 0x31,
                                                 0x7a, 0x3b, 0x25, 0x63, 0x2a, 0xab, 0x28, 0xec, 0x37, 0xbb};
  CHECK(digest_of(wire::Ticket{}) == expected);
}

TEST_CASE("digests are equal only when every byte is") {
  const auto digest = digest_of(wire::Ticket{});
  CHECK(room::same_digest(digest, digest_of(wire::Ticket{})));
  for (std::size_t i = 0; i < digest.size(); ++i) {
    auto other = digest;
    other[i] ^= 0x80U;
    CHECK_FALSE(room::same_digest(digest, other));
  }
}

}  // namespace certamen::lobby
