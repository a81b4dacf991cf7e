#include <string>

#include "server/lobby/password.hpp"
#include "tests/support/catch.hpp"

namespace certamen::lobby {
namespace {

const wire::Ticket salt{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}};

}  // namespace

TEST_CASE("a room's password becomes an Argon2id hash that its own password alone matches") {
  const std::string hash = hash_password("pan y queso", salt);
  CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(hash.find("queso") == std::string::npos);
  CHECK(password_matches(hash, "pan y queso"));
  CHECK_FALSE(password_matches(hash, "pan y ques"));
  CHECK_FALSE(password_matches(hash, ""));
  CHECK(hash == hash_password("pan y queso", salt));
  CHECK(hash != hash_password("pan y queso", wire::Ticket{}));
}

TEST_CASE("what is no hash matches nothing") {
  for (const std::string hash :
       {"", "toy:a", "$argon2id$", "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"}) {
    CAPTURE(hash);
    CHECK_FALSE(password_matches(hash, "a"));
    CHECK_FALSE(password_matches(hash, ""));
  }
}

TEST_CASE("the server's password is known by its digest") {
  const ServerPassword password("sésamo", salt);
  CHECK(password.is("sésamo"));
  CHECK_FALSE(password.is("sesamo"));
  CHECK_FALSE(password.is(""));
  CHECK_FALSE(password.is("sésamo "));
}

}  // namespace certamen::lobby
