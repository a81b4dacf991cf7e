#include <string>

#include "server/lobby/word_filter.hpp"
#include "tests/support/catch.hpp"

namespace certamen::lobby {
namespace {

WordFilter filter_of(const std::string& text) {
  const auto filter = WordFilter::parse(text);
  INFO((filter ? std::string{} : filter.error().what));
  REQUIRE(filter);
  return *filter;
}

std::string fault_of(const std::string& text) {
  const auto filter = WordFilter::parse(text);
  REQUIRE_FALSE(filter);
  return filter.error().what;
}

}  // namespace

TEST_CASE("a filter without words forbids nothing") {
  CHECK_FALSE(WordFilter().forbids("Ana"));
  CHECK_FALSE(filter_of("# nothing\n\n").forbids("# nothing"));
}

TEST_CASE("a forbidden word is found however it is dressed") {
  const WordFilter filter = filter_of("\xEF\xBB\xBF# of the school\r\nbobo\r\n  \nñoño\n");
  CHECK(filter.size() == 2);
  for (const std::string name : {"bobo", "BOBO", "Ana Bobo", "bobo_7", "b.o.b.o", "b o-b o", "bo bo", "B0B0", "bоbо",
                                 "ｂｏｂｏ", "el ÑOÑO", "n\u0303on\u0303o", "x-bobo-x"}) {
    CAPTURE(name);
    CHECK(filter.forbids(name));
  }
}

TEST_CASE("honest names that hold the letters of a forbidden word are kept") {
  const WordFilter filter = filter_of("bobo\nana\n");
  for (const std::string name : {"Bobolink", "Mariana", "Banana", "Bob", "o bob", "Anabel", "🦉"}) {
    CAPTURE(name);
    CHECK_FALSE(filter.forbids(name));
  }
}

TEST_CASE("a filter file that cannot be meant is refused by its line") {
  CHECK(fault_of("bobo\ntwo words\n") == "line 2 is not one word");
  CHECK(fault_of("---\n") == "line 1 is not one word");
  CHECK(fault_of("# ok\n\nbo\xFFzo\n") == "line 3 is not UTF-8");
  CHECK(fault_of(std::string(129, 'a')) == "line 1 is longer than any name");
}

}  // namespace certamen::lobby
