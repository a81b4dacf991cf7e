#include "server/room/freezing.hpp"
#include "tests/support/catch.hpp"

namespace certamen::room {
namespace {

wire::RankingRow row(std::uint32_t seat, std::uint32_t rank, std::int64_t points) {
  wire::RankingRow made;
  made.seat = {seat};
  made.rank = rank;
  made.points = points;
  return made;
}

TEST_CASE("freezing: the last questions' standings are kept back, and those before them stay", "[room]") {
  Freezing freezing(5, 2);
  const std::vector<wire::RankingRow> third = {row(1, 1, 300), row(2, 2, 200)};
  for (std::uint32_t number = 1; number <= 3; ++number) {
    CHECK_FALSE(freezing.frozen_after(number));
    freezing.note(number, {third, {}});
  }
  for (std::uint32_t number = 4; number <= 5; ++number) {
    CHECK(freezing.frozen_after(number));
    freezing.note(number, {{row(2, 1, 900), row(1, 2, 300)}, {{1, 1, 5, 2}}});
  }
  CHECK(freezing.last_shown().players == third);
  CHECK(freezing.last_shown().teams.empty());
  CHECK(freezing.shown_after() == 3);
}

TEST_CASE("freezing: the resolver goes from the last place up and tells both standings", "[room]") {
  Freezing freezing(3, 1);
  freezing.note(2, {{row(1, 1, 300), row(2, 2, 200)}, {}});
  const std::vector<wire::ResolverStep> expected = {{{3}, 0, 0, 3, 100}, {{1}, 1, 300, 2, 300}, {{2}, 2, 200, 1, 900}};
  CHECK(freezing.resolve({row(2, 1, 900), row(1, 2, 300), row(3, 3, 100)}) == expected);
}

TEST_CASE("freezing: without a freeze nothing is kept back", "[room]") {
  Freezing freezing(3, 0);
  CHECK_FALSE(freezing.frozen_after(3));
  freezing.note(3, {{row(1, 1, 10)}, {}});
  CHECK(freezing.shown_after() == 3);
  CHECK_FALSE(freezing.used());
}

TEST_CASE("freezing: a freeze longer than the match keeps everything back", "[room]") {
  Freezing freezing(3, 9);
  CHECK(freezing.frozen_after(1));
  freezing.note(1, {{row(1, 1, 10)}, {}});
  CHECK(freezing.last_shown().players.empty());
  CHECK(freezing.resolve({row(1, 1, 30)}) == std::vector<wire::ResolverStep>{{{1}, 0, 0, 1, 30}});
}

}  // namespace
}  // namespace certamen::room
