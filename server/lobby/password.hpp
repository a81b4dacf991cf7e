// Passwords: of a room, kept as an Argon2id hash in its journal, and of the server, kept in its memory alone.
//
// Pure, but hashing a room's password takes tens of milliseconds and 19 MiB on purpose: a data file that was stolen must
// not tell it. So it is done by a worker of its own, never on the thread of a shard.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "proto/wire/types.hpp"

namespace certamen::lobby {

// The hash in PHC format ($argon2id$v=19$m=...), with its parameters. Empty when there is no memory for it.
[[nodiscard]] std::string hash_password(const std::string& password, const wire::Ticket& salt);
// False also for what is no such hash.
[[nodiscard]] bool password_matches(const std::string& hash, const std::string& password);

// A password that is compared often and never stored: as a salted digest, in a time that tells nothing about it. The
// operator's file holds it in clear, so a costly hash of it would protect nothing.
class ServerPassword {
 public:
  ServerPassword(const std::string& password, const wire::Ticket& salt);
  [[nodiscard]] bool is(const std::string& said) const;

 private:
  wire::Ticket salt_;
  std::array<std::uint8_t, 32> digest_;
};

}  // namespace certamen::lobby
