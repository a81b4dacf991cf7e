// Orders that were right when they were given and come too late.
#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using wire::Command;
using wire::Phase;

// From the host, who saw the match at that moment.
Effects give(RoomWorld& world, const wire::Order& order, wire::Moment at) {
  return world.step(room::Commanded{world.host(), order, ticket_digest(host_rights), {}, {}, {}, {}, at});
}

}  // namespace

TEST_CASE("a Next that was meant to close a question does not skip the reveal of one that closed by itself meanwhile") {
  RoomWorld world(match_settings());
  const wire::SeatId ana = world.join("Ana");
  world.start(2);
  world.open_question();
  const auto next = [&](wire::Moment at) { return give(world, Command::Next, at); };
  const wire::Moment open{Phase::Asking, 1};
  world.answer(ana, world.right());
  REQUIRE(world.phase() == Phase::Revealing);
  CHECK(next(open).empty());
  CHECK(world.phase() == Phase::Revealing);
  CHECK(told<wire::RankingShown>(next({Phase::Revealing, 1})).size() == 1);
  CHECK(next({Phase::Revealing, 1}).empty());  // a co-host pressed in the same moment
  CHECK(world.phase() == Phase::Ranking);
  CHECK(next({Phase::Ranking, 2}).empty());
  CHECK(told<wire::QuestionAnnounced>(next({Phase::Ranking, 1})).size() == 1);
}

TEST_CASE("a skip that was meant for a question does not skip the one that came meanwhile") {
  RoomWorld world(match_settings());
  world.join("Ana");
  world.start(3);
  const auto skip = [&](wire::Moment at) { return give(world, wire::SkipQuestion{}, at); };
  world.open_question();
  CHECK(told<wire::QuestionSkipped>(skip({Phase::Reading, 1})).size() == 1);  // it opened on the way
  CHECK(skip({Phase::Asking, 1}).empty());
  CHECK(told<wire::QuestionSkipped>(skip({Phase::Reading, 2})).at(0).number == 2);
}

TEST_CASE("more time that was meant for a question does not go to the one that came meanwhile") {
  RoomWorld world(match_settings());
  world.join("Ana");
  world.start(3);
  world.open_question();
  CHECK(told<wire::QuestionExtended>(give(world, wire::ExtendQuestion{15}, {Phase::Asking, 1})).size() == 1);
  give(world, wire::SkipQuestion{}, {Phase::Asking, 1});
  world.open_question();
  CHECK(give(world, wire::ExtendQuestion{15}, {Phase::Asking, 1}).empty());
  CHECK(told<wire::QuestionExtended>(give(world, wire::ExtendQuestion{15}, {Phase::Asking, 2})).size() == 1);
}

TEST_CASE("an End that was meant for the match does not close the room of one that has ended") {
  RoomWorld world(match_settings());
  world.join("Ana");
  world.start(2);
  world.open_question();
  CHECK(told<wire::MatchFinished>(give(world, Command::End, {Phase::Asking, 1})).size() == 1);
  CHECK(give(world, Command::End, {Phase::Asking, 1}).empty());
  CHECK(all<room::Close>(give(world, Command::End, {Phase::Finished, 1})).size() == 1);
}

}  // namespace certamen::server_test
