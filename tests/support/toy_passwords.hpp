// The worker for passwords, as simulated worlds have it: at once, and with a hash that anyone can read.
#pragma once

#include <optional>

#include "server/hub/letter.hpp"

namespace certamen::test {

inline constexpr const char* toy_hash_begin = "toy:";

// Nothing for any other wish.
[[nodiscard]] inline std::optional<hub::DiskLetter> toy_password_word(const hub::DiskWish& wish) {
  if (const auto* hash = std::get_if<hub::HashPassword>(&wish)) {
    return hub::PasswordHashed{hash->session, toy_hash_begin + hash->password};
  }
  if (const auto* verify = std::get_if<hub::VerifyPassword>(&wish)) {
    return hub::PasswordVerified{verify->session, verify->hash == toy_hash_begin + verify->password};
  }
  return std::nullopt;
}

}  // namespace certamen::test
