#include "server/hub/places.hpp"
#include "tests/support/catch.hpp"

namespace certamen::hub {
namespace {

constexpr SessionId ana{0, 1};
constexpr SessionId luis{0, 2};
constexpr SessionId mara{1, 1};

Place place(const char* code, std::uint32_t seat) {
  return {code, {seat}, {}};
}

TEST_CASE("a session speaks for the seat it took") {
  Places places;
  CHECK(places.find(ana) == nullptr);
  CHECK_FALSE(places.take(ana, place("AAAAAA", 3)));
  REQUIRE(places.find(ana) != nullptr);
  CHECK(places.find(ana)->code == "AAAAAA");
  CHECK(places.find(ana)->seat == wire::SeatId{3});
  REQUIRE(places.speaker("AAAAAA", {3}) != nullptr);
  CHECK(*places.speaker("AAAAAA", {3}) == ana);
  CHECK(places.speaker("AAAAAA", {4}) == nullptr);
  CHECK(places.speaker("BBBBBB", {3}) == nullptr);
}

TEST_CASE("who takes a seat displaces who spoke for it before") {
  Places places;
  CHECK_FALSE(places.take(ana, place("AAAAAA", 3)));
  CHECK(places.take(mara, place("AAAAAA", 3)) == ana);
  CHECK(places.find(ana) == nullptr);
  CHECK(*places.speaker("AAAAAA", {3}) == mara);
}

TEST_CASE("taking the own seat again displaces nobody") {
  Places places;
  CHECK_FALSE(places.take(ana, place("AAAAAA", 3)));
  CHECK_FALSE(places.take(ana, place("AAAAAA", 3)));
  CHECK(places.speakers("AAAAAA").size() == 1);
}

TEST_CASE("a session that takes another seat leaves the first one to nobody") {
  Places places;
  CHECK_FALSE(places.take(ana, place("AAAAAA", 3)));
  CHECK_FALSE(places.take(ana, place("BBBBBB", 1)));
  CHECK(places.speaker("AAAAAA", {3}) == nullptr);
  CHECK(places.speakers("AAAAAA").empty());
  CHECK(places.find(ana)->code == "BBBBBB");
}

TEST_CASE("a session that is released speaks for nobody, and again for somebody") {
  Places places;
  places.release(luis);  // nothing to release
  CHECK_FALSE(places.take(luis, place("AAAAAA", 1)));
  places.release(luis);
  CHECK(places.find(luis) == nullptr);
  CHECK(places.speaker("AAAAAA", {1}) == nullptr);
  CHECK_FALSE(places.take(ana, place("AAAAAA", 1)));
}

TEST_CASE("a dropped room leaves the members of others where they are") {
  Places places;
  CHECK_FALSE(places.take(ana, place("AAAAAA", 1)));
  CHECK_FALSE(places.take(luis, place("AAAAAA", 2)));
  CHECK_FALSE(places.take(mara, place("BBBBBB", 1)));
  places.drop("AAAAAA");
  places.drop("CCCCCC");
  CHECK(places.find(ana) == nullptr);
  CHECK(places.find(luis) == nullptr);
  CHECK(*places.speaker("BBBBBB", {1}) == mara);
}

}  // namespace
}  // namespace certamen::hub
