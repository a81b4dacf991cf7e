#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

// The review of a match is asked for until it has come.
using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

namespace {

// At the end of a match of two questions, having asked for its review.
Player reviewing_player() {
  Player player;
  player.joins();
  wire::MatchFinished finished;
  finished.question_count = 2;
  player.hears(1, finished);
  player.does(OpenReview{});
  return player;
}

wire::QuestionReviewed reviewed(std::uint32_t number) {
  wire::QuestionReviewed fact;
  fact.announced = announced(number);
  return fact;
}

}  // namespace

TEST_CASE("a review refused for a reason that passes is asked for again after a while, as often as it takes") {
  for (const auto reason : {wire::Refusal::TooFast, wire::Refusal::StorageFailing}) {
    Player player = reviewing_player();
    for (int time = 0; time < 3; ++time) {
      player.hears(wire::Rejected{reason});
      CHECK(player.noticed(reason));
      REQUIRE(deadline(player.model));
      CHECK(*deadline(player.model) <= player.now + resend_delay);
      const Instant refused = player.now;
      player.now = refused + resend_delay - millisecond;
      player.does(Tick{});
      CHECK(player.sent<wire::ReviewMatch>().empty());
      player.now = refused + resend_delay;
      player.does(Tick{});
      CHECK(player.sent<wire::ReviewMatch>().size() == 1);
      player.does(Tick{});
      CHECK(player.sent<wire::ReviewMatch>().empty());
    }
  }
}

TEST_CASE("a refusal of something else does not ask again for a review that has come") {
  Player player = reviewing_player();
  player.told(1, reviewed(1));
  player.hears(wire::Rejected{wire::Refusal::TooFast});
  player.told(1, reviewed(2));
  player.now += 2 * resend_delay;
  player.does(Tick{});
  CHECK(player.sent<wire::ReviewMatch>().empty());
  player.hears(wire::Rejected{wire::Refusal::TooFast});
  player.now += 2 * resend_delay;
  player.does(Tick{});
  CHECK(player.sent<wire::ReviewMatch>().empty());
  CHECK(player.model.room->review.size() == 2);
}

TEST_CASE("nobody who has not asked for a review gets one by a refusal") {
  Player player;
  player.joins();
  wire::MatchFinished finished;
  finished.question_count = 2;
  player.hears(1, finished);
  player.hears(wire::Rejected{wire::Refusal::TooFast});
  player.now += 2 * resend_delay;
  player.does(Tick{});
  CHECK(player.sent<wire::ReviewMatch>().empty());
}

TEST_CASE("the room's rules of points come with its snapshot, and with each later one") {
  Player player;
  wire::Snapshot snapshot;
  snapshot.points_rules = {{wire::Rule::Right, 1000, 0}, {wire::Rule::Wrong, -250, 0}};
  player.joins(snapshot);
  CHECK(player.model.room->points_rules == snapshot.points_rules);
  snapshot.points_rules.pop_back();
  player.hears(Player::joined(snapshot));
  CHECK(player.model.room->points_rules == snapshot.points_rules);
}
