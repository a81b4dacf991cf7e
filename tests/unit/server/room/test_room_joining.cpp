#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Phase;
using wire::Refusal;
using wire::Role;

}  // namespace

TEST_CASE("the opener sits first, as host, and sees its room") {
  const auto [room, effects] = room::Room::open({match_settings(), 1, "", "", {}, {}, wire::Language::English}, {});
  CHECK(recorded(effects));
  const auto seats = all<room::Seat>(effects);
  REQUIRE(seats.size() == 1);
  CHECK(seats[0].seat == wire::SeatId{1});
  CHECK(seats[0].role == Role::Host);
  CHECK_FALSE(seats[0].plays);
  CHECK(seats[0].snapshot.roster == std::vector<wire::RosterEntry>{{{1}, "", Role::Host, false, true}});
  CHECK(seats[0].snapshot.settings == match_settings());
  CHECK_FALSE(room.deadline());
}

TEST_CASE("a name is taken by its folded form, also while its owner is away") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.step(room::Disconnected{ana});
  CHECK(refusal(world.try_join("ana")) == Refusal::NameTaken);
  const Effects twin = world.step(room::Joined{"ANA", "ana", Role::Player, ticket_digest(50), wire::Language::English});
  CHECK(refusal(twin) == Refusal::NameTaken);
  CHECK_FALSE(refusal(world.try_join("anna")));
}

TEST_CASE("the name of a host who plays is taken too, and nameless watchers are not twins") {
  RoomWorld world(solo_settings());
  const auto watch = [&world](const char* key, std::uint32_t ticket) {
    return refusal(world.step(room::Joined{key, key, Role::Spectator, ticket_digest(ticket), wire::Language::English}));
  };
  CHECK(watch("host", 50) == Refusal::NameTaken);
  CHECK_FALSE(watch("", 51));
  CHECK_FALSE(watch("", 52));
}

TEST_CASE("the capacity counts players, not watchers") {
  wire::RoomSettings settings = match_settings();
  settings.capacity = 2;
  RoomWorld world(settings);
  world.join("hall", Role::Spectator);
  world.join("ana");
  const wire::SeatId leo = world.join("leo");
  CHECK(refusal(world.try_join("eva")) == Refusal::RoomFull);
  world.join("second hall", Role::Spectator);
  world.step(room::Left{leo});
  CHECK_FALSE(refusal(world.try_join("eva")));
}

TEST_CASE("a host who plays takes one of the places") {
  wire::RoomSettings settings = match_settings();
  settings.capacity = 1;
  settings.host_plays = true;
  RoomWorld world(settings);
  CHECK(refusal(world.try_join("ana")) == Refusal::RoomFull);
}

// The host's own seat used to be one of the thousand.
TEST_CASE("a room holds a thousand players beside its host") {
  wire::RoomSettings settings = match_settings();
  settings.capacity = wire::players_per_room_max;
  room::Room room = room::Room::open({settings, 1, "", "", {}, {}, wire::Language::English}, {}).first;
  const auto join = [&](std::uint32_t i) {
    const std::string name = "player " + std::to_string(i);
    return room.step(room::Joined{name, name, Role::Player, ticket_digest(i), wire::Language::English}, {});
  };
  for (std::uint32_t i = 2; i <= wire::players_per_room_max + 1; ++i) REQUIRE(recorded(join(i)));
  CHECK(refusal(join(5000)) == Refusal::RoomFull);
}

TEST_CASE("a room holds no more members than its snapshot can tell") {
  wire::RoomSettings settings = match_settings();
  settings.capacity = wire::players_per_room_max;
  room::Room room = room::Room::open({settings, 1, "", "", {}, {}, wire::Language::English}, {}).first;
  for (std::uint32_t i = 2; i <= wire::seats_per_room_max; ++i) {
    REQUIRE(recorded(room.step(room::Joined{"", "", Role::Spectator, ticket_digest(i), wire::Language::English}, {})));
  }
  CHECK(refusal(room.step(room::Joined{"", "", Role::Spectator, ticket_digest(5000), wire::Language::English}, {})) ==
        Refusal::RoomFull);
  CHECK(refusal(room.step(room::Joined{"ana", "ana", Role::Player, ticket_digest(5000), wire::Language::English}, {})) ==
        Refusal::RoomFull);
}

TEST_CASE("a match alone is for one, though others may watch") {
  RoomWorld world(solo_settings());
  CHECK(refusal(world.try_join("ana")) == Refusal::RoomClosedToJoins);
  CHECK_FALSE(refusal(world.try_join("hall", Role::Spectator)));
}

TEST_CASE("a room without late joins closes its door at the start") {
  wire::RoomSettings settings = match_settings();
  settings.late_join = false;
  RoomWorld world(settings);
  world.join("ana");
  world.command(wire::Command::Start);
  CHECK(refusal(world.try_join("leo")) == Refusal::RoomClosedToJoins);
  world.join("hall", Role::Spectator);
  world.step(room::PaperDrawn{sample_paper(1)});
  CHECK(refusal(world.try_join("leo")) == Refusal::RoomClosedToJoins);
}

TEST_CASE("one who leaves the lobby is gone, and the name is free") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  const Effects effects = world.step(room::Left{ana});
  CHECK(all<room::Unseat>(effects).at(0).seat == ana);
  CHECK(std::holds_alternative<wire::RoomLeft>(all<room::Reply>(effects).at(0).message));
  CHECK_FALSE(world.room().members().contains(ana));
  const auto news = told<wire::RosterChanged>(world.tick()).at(0);
  CHECK(news.gone == std::vector{ana});
  CHECK(world.join("ana") != ana);
  CHECK(refusal(world.step(room::Resumed{ticket_digest(2), wire::Language::English})) == Refusal::TicketInvalid);
}

TEST_CASE("one who leaves the match keeps seat, score and name, and may return with the ticket") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.join("leo");
  world.start();
  world.open_question();
  world.answer(ana, world.right());
  world.play_to(Phase::Ranking);
  world.step(room::Left{ana});
  CHECK_FALSE(world.member(ana).connected);
  CHECK(refusal(world.try_join("ana")) == Refusal::NameTaken);
  const auto seats = all<room::Seat>(world.resume(ana));
  REQUIRE(seats.size() == 1);
  CHECK(seats[0].seat == ana);
  CHECK(seats[0].snapshot.ranking->rows.at(0).points == 1000);
  CHECK(world.member(ana).connected);
}

TEST_CASE("a watcher who leaves is gone in any phase, a host never") {
  RoomWorld world;
  const wire::SeatId hall = world.join("hall", Role::Spectator);
  world.join("ana");
  world.play_to(Phase::Asking);
  world.step(room::Left{hall});
  CHECK_FALSE(world.room().members().contains(hall));
  world.step(room::Left{world.host()});
  CHECK(world.room().members().contains(world.host()));
  CHECK(all<room::Seat>(world.resume(world.host())).size() == 1);
}

// Acceptance 7 of the game's list: a late joiner gains nothing and costs nobody anything.
TEST_CASE("one who joins while the prompt is read plays that question") {
  RoomWorld world;
  world.join("ana");
  world.play_to(Phase::Reading);
  const wire::SeatId late = world.join("late");
  world.open_question();
  CHECK(recorded(world.answer(late, world.right())));
  world.play_to(Phase::Revealing);
  CHECK(world.member(late).standing.points == 1000);
}

TEST_CASE("one who joins an open question waits for the next") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.start();
  world.open_question();
  const wire::Instant closes_at = world.asked().closes_at;
  const wire::SeatId late = world.join("late");
  world.open_question();  // the second question

  SECTION("and is asked the next one") {
    CHECK(recorded(world.answer(late, world.right())));
    world.answer(ana, world.right());
    CHECK(world.member(late).rank == 1);
  }
  SECTION("and extended no clock") {
    CHECK(world.asked().opens_at > closes_at);
  }
}

TEST_CASE("one who joins an open question neither answers it, nor is counted, nor is waited for") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.start();
  world.open_question();
  const wire::SeatId late = world.join("late");
  CHECK(refusal(world.answer(late, world.right())) == Refusal::NotAPlayer);
  CHECK(world.room().snapshot(late, wire::Language::English).first_question == 2);
  const auto revealed = told<wire::QuestionRevealed>(world.answer(ana, world.wrong()));
  REQUIRE(revealed.size() == 1);
  CHECK(revealed[0].player_count == 1);
  CHECK(revealed[0].answered_count == 1);
  const auto ranking = told<wire::RankingShown>(world.command(wire::Command::Next)).at(0);
  CHECK(ranking.player_count == 2);
  CHECK(ranking.rows.size() == 2);  // from here on it is ranked, without points
}

TEST_CASE("one who joins at the last question only watches it") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.start(1);
  world.open_question();
  const wire::SeatId late = world.join("late");
  world.answer(ana, world.right());
  world.command(wire::Command::Next);
  CHECK(world.phase() == Phase::Finished);
  CHECK(world.member(late).standing.points == 0);
}

TEST_CASE("joins and losses within a moment are told together") {
  RoomWorld world;
  const wire::Instant first = world.now();
  const wire::SeatId ana = world.join("ana");
  world.wait(50ms);
  const wire::SeatId leo = world.join("leo");
  world.wait(50ms);
  world.step(room::Disconnected{ana});
  CHECK(world.room().deadline() == first + room::roster_delay);
  const auto news = told<wire::RosterChanged>(world.tick());
  REQUIRE(news.size() == 1);
  CHECK(news[0].changed ==
        std::vector<wire::RosterEntry>{{ana, "ana", Role::Player, true, false}, {leo, "leo", Role::Player, true, true}});
  CHECK(news[0].gone.empty());
  CHECK_FALSE(world.room().deadline());
}

// A crowd that comes and goes within a moment made one message longer than clients accept.
TEST_CASE("news of any number of departures stays within what a client accepts") {
  RoomWorld world;
  for (std::size_t i = 0; i < wire::seats_per_room_max + 5; ++i) {
    world.step(room::Left{world.join("", Role::Spectator)});
  }
  const auto news = told<wire::RosterChanged>(world.tick());
  std::size_t gone = 0;
  for (const wire::RosterChanged& one : news) {
    CHECK(one.gone.size() <= wire::seats_per_room_max);
    gone += one.gone.size();
  }
  CHECK(gone == wire::seats_per_room_max + 5);
}

TEST_CASE("the last to leave on purpose closes a room that has nothing to tell") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  SECTION("in the lobby") {
    CHECK(all<room::Close>(world.step(room::Left{world.host()})).empty());
    CHECK(all<room::Close>(world.step(room::Left{ana})).size() == 1);
    CHECK(world.room().closed());
  }
  SECTION("after the match") {
    world.play_to(Phase::Finished);
    world.step(room::Left{ana});
    CHECK(all<room::Close>(world.step(room::Left{world.host()})).size() == 1);
  }
  SECTION("but not in the match, where everyone may come back") {
    world.play_to(Phase::Revealing);
    world.step(room::Left{ana});
    CHECK(all<room::Close>(world.step(room::Left{world.host()})).empty());
    CHECK_FALSE(world.room().closed());
  }
  SECTION("nor while one who lost the connection may come back") {
    world.step(room::Disconnected{ana});
    CHECK(all<room::Close>(world.step(room::Left{world.host()})).size() == 1);
  }
}

TEST_CASE("one who plays alone and leaves closes the room") {
  RoomWorld world(solo_settings());
  world.start();
  CHECK(all<room::Close>(world.step(room::Left{world.host()})).size() == 1);
}

TEST_CASE("a deserted room closes after its time, and a return stops the clock") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.tick();
  world.step(room::Disconnected{ana});
  world.step(room::Disconnected{world.host()});
  const wire::Instant deserted = world.now();
  SECTION("nobody returns") {
    CHECK(all<room::Close>(world.tick_until(deserted + room::deserted_lobby_close - 1us)).empty());
    const Effects effects = world.tick();
    CHECK(world.now() == deserted + room::deserted_lobby_close);
    CHECK(all<room::Close>(effects).size() == 1);
    CHECK(recorded(effects));
    CHECK_FALSE(world.room().deadline());
  }
  SECTION("somebody returns") {
    world.tick_for(4min);
    world.resume(ana);
    world.tick();
    CHECK_FALSE(world.room().deadline());
  }
}

TEST_CASE("a deserted room whose match runs is kept much longer than a lobby") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.start();
  world.step(room::Disconnected{ana});
  world.step(room::Disconnected{world.host()});
  const wire::Instant deserted = world.now();
  CHECK(all<room::Close>(world.tick_until(deserted + room::deserted_close - 1us)).empty());
  CHECK(all<room::Close>(world.tick_until(deserted + room::deserted_close)).size() == 1);
}

TEST_CASE("in a lobby a lost seat is released after its time, and its name is free again") {
  room::Opened opened;
  opened.settings = match_settings();
  opened.seat_digest = ticket_digest(1);
  opened.host_digest = ticket_digest(2);
  opened.releases_lobby_seats = true;
  wire::Instant now{wire::Duration{5'000'000}};
  room::Room room = room::Room::open(opened, now).first;
  REQUIRE(recorded(room.step(room::Joined{"Ana", "ana", Role::Player, ticket_digest(3)}, now)));
  REQUIRE(recorded(room.step(room::Joined{"Eva", "eva", Role::Player, ticket_digest(4)}, now)));
  REQUIRE(recorded(room.step(room::Disconnected{{2}}, now)));
  REQUIRE(recorded(room.step(room::Disconnected{{1}}, now)));  // the host's seat is never released
  const wire::Instant lost = now;
  const auto tick_all_until = [&](wire::Instant until) {
    while (room.deadline() && *room.deadline() <= until) {
      now = *room.deadline();
      static_cast<void>(room.step(room::Tick{}, now));
    }
  };
  tick_all_until(lost + room::lobby_seat_time - 1us);
  CHECK(room.members().size() == 3);
  SECTION("who came back in time keeps the seat") {
    REQUIRE(recorded(room.step(room::Resumed{ticket_digest(3)}, now)));
    tick_all_until(lost + 2 * room::lobby_seat_time);
    CHECK(room.members().size() == 3);
    // The host is still away: nothing else is due.
    CHECK_FALSE(room.deadline());
  }
  SECTION("who did not makes room for another of the name") {
    tick_all_until(lost + room::lobby_seat_time);
    CHECK(room.members().size() == 2);
    CHECK(refusal(room.step(room::Resumed{ticket_digest(3)}, now)) == wire::Refusal::TicketInvalid);
    CHECK(recorded(room.step(room::Joined{"Ana", "ana", Role::Player, ticket_digest(5)}, now)));
  }
}

TEST_CASE("a wish to join that is repeated with its nonce gets the seat that was given, with the new ticket") {
  RoomWorld world;
  const auto wish = [](const char* key, std::uint32_t ticket, std::uint32_t nonce) {
    return room::Joined{key, key, Role::Player, ticket_digest(ticket), wire::Language::English, ticket_digest(nonce)};
  };
  REQUIRE(recorded(world.step(wish("ana", 50, 900))));
  const std::size_t members = world.room().members().size();
  const wire::SeatId seat = world.room().members().rbegin()->first;
  SECTION("after the connection was lost") {
    world.step(room::Disconnected{seat});
  }
  SECTION("while the server still believes in the old connection") {}
  const Effects again = world.step(wish("ana", 51, 900));
  REQUIRE(all<room::Seat>(again).size() == 1);
  CHECK(all<room::Seat>(again).front().seat == seat);
  CHECK(recorded(again));
  CHECK(world.room().members().size() == members);
  CHECK(world.room().knows(ticket_digest(51)));
  CHECK_FALSE(world.room().knows(ticket_digest(50)));
  CHECK(refusal(world.step(wish("ana", 52, 901))) == wire::Refusal::NameTaken);  // another wish for the name
  CHECK(recorded(world.step(wish("eva", 53, 900))));                             // another name is another wish
  CHECK(world.room().members().size() == members + 1);
}

}  // namespace certamen::server_test
