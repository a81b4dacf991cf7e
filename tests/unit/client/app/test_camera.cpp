#include "client/app/camera.hpp"
#include "client/app/shown.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::client_app;
using namespace certamen::model::test;

TEST_CASE("each view is due once, when it has settled, named for who, which question, and what") {
  Player player = asking_player();
  Camera camera;
  Shown shown;
  look(shown, player.model, player.now);
  CHECK_FALSE(camera.due(player.model, shown, player.now));
  const auto later = player.now + shown.settled_after;
  CHECK(camera.deadline(shown) == later);
  CHECK(camera.due(player.model, shown, later) == "Ada-01-board.png");
  camera.took(shown);
  CHECK_FALSE(camera.due(player.model, shown, later));
  CHECK_FALSE(camera.deadline(shown));

  player.does(model::ToggleOption{1});
  player.told(2, wire::AnswerLocked{1, wire::ChoiceAnswer{{1}}, 5});
  look(shown, player.model, player.now);
  CHECK(camera.due(player.model, shown, player.now + second) == "Ada-01-locked.png");
  player.hears(3, revealed(1));
  look(shown, player.model, player.now);
  CHECK(camera.due(player.model, shown, player.now + 2 * second) == "Ada-01-reveal.png");
}

TEST_CASE("a lobby settles anew with everyone who comes") {
  Player player;
  player.joins();
  Camera camera;
  Shown shown;
  look(shown, player.model, player.now);
  CHECK(camera.due(player.model, shown, player.now + 2 * second) == "Ada-00-lobby.png");
  camera.took(shown);
  player.now += 3 * second;
  player.hears(1, wire::RosterChanged{{{{3}, "Bob", wire::Role::Player, true, true}}, {}});
  look(shown, player.model, player.now);
  CHECK_FALSE(camera.due(player.model, shown, player.now));
  CHECK(camera.due(player.model, shown, player.now + 2 * second) == "Ada-00-lobby.png");
}

TEST_CASE("what only passes by is not photographed") {
  Player player;
  player.wants_in();
  Shown shown;
  look(shown, player.model, player.now);
  CHECK_FALSE(Camera{}.due(player.model, shown, player.now + 60 * second));
}

TEST_CASE("a name that a file system would mind is made plain") {
  Player player;
  player.does(model::SetName{"a/b ../\"Ñ"});
  Shown shown;
  look(shown, player.model, player.now);
  CHECK(Camera{}.due(player.model, shown, player.now + second) == "a_b_____Ñ-00-start.png");
}
