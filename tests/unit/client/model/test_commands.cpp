#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

// What the commands of a host do to everybody's model.
using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

TEST_CASE("an extension gives more time to the open question") {
  Player player = asking_player();
  const Duration before = time_left(player.model, player.now).value();
  player.hears(3, wire::QuestionExtended{1, server(43000)});
  CHECK(time_left(player.model, player.now).value() == before + 30 * second);
}

TEST_CASE("a correction replaces the reveal on the screen and is said") {
  Player player = asking_player();
  player.hears(3, revealed(1));
  wire::RankingCorrected corrected{1, wire::Correction::KeyCorrected, {}, revealed(1)};
  corrected.revealed.key = {0};
  corrected.revealed.key_corrected = true;
  player.hears(4, corrected);
  CHECK(player.model.room->revealed == corrected.revealed);
  CHECK(player.noticed(Remark::RankingCorrected));
}

TEST_CASE("a correction of an older question leaves the reveal on the screen") {
  Player player = asking_player();
  player.hears(3, revealed(1));
  player.hears(4, announced(2));
  player.hears(5, asked(2));
  player.hears(6, revealed(2));
  player.hears(7, wire::RankingCorrected{1, wire::Correction::Voided, {}, revealed(1)});
  CHECK(player.model.room->revealed == revealed(2));
}

TEST_CASE("rights come with a ticket that is kept, and go without") {
  Player player;
  player.joins();
  player.told(0, wire::RightsChanged{wire::Rights::Host, rights_ticket()});
  CHECK(player.model.room->role == wire::Role::Host);
  CHECK(player.model.room->host_ticket == rights_ticket());
  CHECK(player.model.profile.seats.at(0).host_ticket == rights_ticket());
  CHECK(player.noticed(Remark::RightsGiven));
  player.told(0, wire::RightsChanged{wire::Rights::None, std::nullopt});
  CHECK(player.model.room->role == wire::Role::Player);
  CHECK_FALSE(player.model.room->host_ticket.has_value());
  CHECK_FALSE(player.model.profile.seats.at(0).host_ticket.has_value());
}

TEST_CASE("one who comes back learns from the roster that the rights are another's") {
  Player player;
  player.joins();
  player.told(0, wire::RightsChanged{wire::Rights::Cohost, rights_ticket()});
  player.loses_connection();
  player.waits_for_retry();
  player.gets_online();
  wire::Snapshot snapshot;
  snapshot.roster = {{{2}, "Ada", wire::Role::Player, true, true}};
  auto back = Player::joined(snapshot);
  back.ticket.reset();
  player.hears(back);
  CHECK_FALSE(player.model.room->host_ticket.has_value());
}

TEST_CASE("a ticket made anew at the return takes the place of the lost one") {
  Player player;
  player.joins();
  player.loses_connection();
  player.waits_for_retry();
  player.gets_online();
  wire::Snapshot snapshot;
  snapshot.roster = {{{2}, "Ada", wire::Role::Player, true, true, true}};
  auto back = Player::joined(snapshot);
  back.ticket.reset();
  back.host_ticket = rights_ticket();
  player.hears(back);
  CHECK(player.model.room->host_ticket == rights_ticket());
  CHECK(player.model.profile.seats.at(0).host_ticket == rights_ticket());
}

TEST_CASE("one who is kicked leaves for good and is told why") {
  for (const wire::Farewell reason : {wire::Farewell::Kicked, wire::Farewell::Banned}) {
    Player player;
    player.joins();
    player.hears(wire::Goodbye{reason, 0, 0});
    CHECK_FALSE(player.model.room.has_value());
    CHECK(player.model.profile.seats.empty());
    CHECK(player.model.connection.link == Link::Offline);
    CHECK(player.noticed(reason));
  }
}

TEST_CASE("a name given by the host and a lock show in the room") {
  Player player;
  player.joins();
  player.hears(1, wire::RosterChanged{{{{2}, "Ada Lovelace", wire::Role::Player, true, true}}, {}});
  CHECK(seat_name(player.model, {2}) == "Ada Lovelace");
  player.hears(2, wire::RoomLockChanged{true});
  CHECK(player.model.room->locked);
}
