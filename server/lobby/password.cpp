#include "server/lobby/password.hpp"

#include <argon2.h>
#include <openssl/crypto.h>
#include <openssl/sha.h>

namespace certamen::lobby {
namespace {

// The first choice of OWASP's password storage sheet for Argon2id.
constexpr std::uint32_t passes = 2;
constexpr std::uint32_t memory_kib = 19 * 1024;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t hash_bytes = 32;

std::array<std::uint8_t, 32> digest_of(const wire::Ticket& salt, const std::string& password) {
  std::string salted(salt.bytes.begin(), salt.bytes.end());
  salted += password;
  std::array<std::uint8_t, 32> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(salted.data()), salted.size(), digest.data());
  return digest;
}

}  // namespace

std::string hash_password(const std::string& password, const wire::Ticket& salt) {
  std::string encoded(argon2_encodedlen(passes, memory_kib, lanes, static_cast<std::uint32_t>(salt.bytes.size()),
                                        static_cast<std::uint32_t>(hash_bytes), Argon2_id),
                      '\0');
  const int result = argon2id_hash_encoded(passes, memory_kib, lanes, password.data(), password.size(), salt.bytes.data(),
                                           salt.bytes.size(), hash_bytes, encoded.data(), encoded.size());
  if (result != ARGON2_OK) return {};
  encoded.resize(encoded.find('\0'));
  return encoded;
}

bool password_matches(const std::string& hash, const std::string& password) {
  return argon2id_verify(hash.c_str(), password.data(), password.size()) == ARGON2_OK;
}

ServerPassword::ServerPassword(const std::string& password, const wire::Ticket& salt)
    : salt_(salt), digest_(digest_of(salt, password)) {}

bool ServerPassword::is(const std::string& said) const {
  const auto digest = digest_of(salt_, said);
  return CRYPTO_memcmp(digest.data(), digest_.data(), digest_.size()) == 0;
}

}  // namespace certamen::lobby
