#include "client/model/address.hpp"
#include "tests/support/catch.hpp"

using certamen::model::Endpoint;
using certamen::model::parse_address;
using certamen::model::parse_code;

TEST_CASE("an address is a host and a port") {
  CHECK(parse_address("quiz.example:7000") == Endpoint{"quiz.example", "7000"});
  CHECK(parse_address("  192.168.1.20:80 ") == Endpoint{"192.168.1.20", "80"});
  CHECK(parse_address("[::1]:7000") == Endpoint{"::1", "7000"});
}

TEST_CASE("what is no address is refused") {
  for (const auto* text : {"", "quiz.example", "quiz.example:", ":7000", "quiz.example:0", "quiz.example:65536",
                           "quiz.example:70a", "::1:7000", "[]:7000", "a b:7000", "http://a:80", "quiz.example:-1"}) {
    INFO(text);
    CHECK_FALSE(parse_address(text));
  }
}

TEST_CASE("a code is six letters and digits however it is typed") {
  CHECK(parse_code("abc234") == "ABC234");
  CHECK(parse_code(" AB-C 23-4") == "ABC234");
  CHECK(parse_code("abc.234\n") == "ABC234");
  CHECK(parse_code("abc\u00A0\u2013\u202F234") == "ABC234");
  for (const auto* text : {"", "ABC23", "ABC2345", "ABC23!", "ÁBC23"}) {
    INFO(text);
    CHECK_FALSE(parse_code(text));
  }
}
