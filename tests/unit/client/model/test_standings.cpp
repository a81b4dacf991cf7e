#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

namespace {

wire::RankingRow row(std::uint32_t seat, std::uint32_t rank, std::uint32_t previous, std::int64_t points,
                     std::int64_t gained) {
  return {{seat}, "player", rank, previous, points, gained, 0};
}

}  // namespace

TEST_CASE("the scoreboard's motion leads from the old order and points to the new ones") {
  Player player;
  player.joins();
  player.hears(1, wire::RankingShown{1, {row(5, 1, 0, 900, 900), row(2, 2, 0, 700, 700), row(9, 3, 0, 0, 0)}, 3, {}});
  REQUIRE(player.model.room->standings);
  CHECK(player.model.room->standings->motion[0] == RowMotion{{5}, 0, 0, 0, 900});

  player.at(9000);
  player.hears(2, wire::RankingShown{2, {row(2, 1, 2, 1500, 800), row(9, 2, 3, 950, 950), row(5, 3, 1, 900, 0)}, 3, {}});
  const Standings& standings = *player.model.room->standings;
  CHECK(standings.since_local == local(9000));
  REQUIRE(standings.motion.size() == 3);
  CHECK(standings.motion[0] == RowMotion{{2}, 1, 0, 700, 1500});
  CHECK(standings.motion[1] == RowMotion{{9}, 2, 1, 0, 950});
  CHECK(standings.motion[2] == RowMotion{{5}, 0, 2, 900, 900});
}

TEST_CASE("whoever returns in the middle sees the motion from the ranks of before") {
  Player player;
  wire::Snapshot snapshot;
  snapshot.phase = wire::Phase::Ranking;
  snapshot.ranking = wire::RankingShown{4, {row(2, 1, 3, 10, 5), row(7, 2, 0, 6, 6), row(9, 3, 1, 5, 0)}, 3, {}};
  player.joins(snapshot);
  const auto& motion = player.model.room->standings->motion;
  REQUIRE(motion.size() == 3);
  CHECK(motion[0].from_position == 1);
  CHECK(motion[1].from_position == 2);  // was not there before: comes from below
  CHECK(motion[2].from_position == 0);
}

TEST_CASE("a scoreboard seen again does not move again") {
  Player player;
  player.joins();
  const wire::RankingShown ranking{1, {row(5, 1, 0, 900, 900)}, 1, {}};
  player.hears(1, ranking);
  const Instant since = player.model.room->standings->since_local;
  player.at(20000);
  wire::Snapshot snapshot;
  snapshot.sequence = 1;
  snapshot.phase = wire::Phase::Ranking;
  snapshot.ranking = ranking;
  player.hears(Player::joined(snapshot));
  CHECK(player.model.room->standings->since_local == since);
}

TEST_CASE("tied rows keep the order in which they stood on screen") {
  Player player;
  player.joins();
  player.hears(1, wire::RankingShown{1, {row(7, 1, 0, 100, 100), row(3, 1, 0, 100, 100)}, 2, {}});
  player.hears(2, wire::RankingShown{2, {row(3, 1, 1, 300, 200), row(7, 2, 1, 200, 100)}, 2, {}});
  const auto& motion = player.model.room->standings->motion;
  CHECK(motion[0] == RowMotion{{3}, 1, 0, 100, 300});
  CHECK(motion[1] == RowMotion{{7}, 0, 1, 100, 200});
}
