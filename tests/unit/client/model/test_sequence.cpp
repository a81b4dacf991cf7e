#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

TEST_CASE("events apply in sequence") {
  Player player;
  player.joins();
  player.hears(1, wire::MatchStarted{});
  CHECK(player.model.room->phase == wire::Phase::Drawing);
  CHECK(player.model.room->sequence == 1);
  player.hears(2, announced(1));
  CHECK(player.model.room->phase == wire::Phase::Reading);
  CHECK(player.commands.empty());
}

TEST_CASE("a gap is not applied but asks for the whole room, once") {
  Player player;
  player.joins();
  player.hears(2, announced(1));
  REQUIRE(player.sent<wire::ResumeSeat>().size() == 1);
  CHECK(player.model.room->phase == wire::Phase::Gathering);
  CHECK(player.model.room->sequence == 0);
  player.hears(3, asked(1));
  CHECK(player.commands.empty());

  auto again = Player::joined(asking_snapshot());
  again.snapshot.sequence = 3;
  again.ticket.reset();
  player.hears(again);
  CHECK(player.model.room->phase == wire::Phase::Asking);
  player.hears(4, revealed(1));
  CHECK(player.model.room->phase == wire::Phase::Revealing);
}

TEST_CASE("an event seen already changes nothing") {
  Player player;
  player.joins();
  player.hears(1, announced(1));
  player.hears(2, asked(1));
  const Model before = player.model;
  player.hears(1, wire::MatchStarted{});
  player.hears(2, wire::MatchStarted{});
  CHECK(player.model == before);
}

TEST_CASE("private facts carry the sequence and do not count up") {
  Player player = asking_player();
  player.told(2, wire::AnswerLocked{1, wire::ChoiceAnswer{{1}}, 5});
  CHECK(answer_state(player.model) == AnswerState::Locked);
  CHECK(player.model.room->sequence == 2);
  player.hears(3, revealed(1));
  CHECK(player.model.room->phase == wire::Phase::Revealing);
}

TEST_CASE("a private fact from ahead shows a gap, too") {
  Player player = asking_player();
  player.told(3, wire::AnswerLocked{1, wire::ChoiceAnswer{{1}}, 5});
  CHECK(player.sent<wire::ResumeSeat>().size() == 1);
  CHECK(answer_state(player.model) == AnswerState::None);
}

TEST_CASE("a snapshot replaces everything the room said before") {
  Player player = asking_player();
  player.hears(3, wire::RosterChanged{
                      {{{2}, "Ada", wire::Role::Player, true, true}, {{3}, "Bob", wire::Role::Player, true, true}}, {}});
  wire::Snapshot snapshot;
  snapshot.sequence = 40;
  snapshot.phase = wire::Phase::Ranking;
  snapshot.paused = wire::RoomPaused{wire::PauseReason::HostAsked, server(9000)};
  snapshot.roster = {{{3}, "Bob", wire::Role::Player, true, false}};
  snapshot.ranking = wire::RankingShown{4, {{{3}, "Bob", 1, 1, 900, 100, 1}}, 1, {}};
  player.hears(Player::joined(snapshot));
  const Room& room = *player.model.room;
  CHECK(room.sequence == 40);
  CHECK(room.phase == wire::Phase::Ranking);
  CHECK(room.paused == snapshot.paused);
  CHECK(room.roster.size() == 1);
  CHECK_FALSE(room.announced);
  CHECK_FALSE(room.asked);
  REQUIRE(room.standings);
  CHECK(room.standings->shown == *snapshot.ranking);
  CHECK(room.own == OwnAnswer{});
}

TEST_CASE("a seat the server does not know any more is resumed") {
  Player player = asking_player();
  player.hears(wire::Rejected{wire::Refusal::NotSeated, 0});
  CHECK(player.sent<wire::ResumeSeat>().size() == 1);
}
