#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

namespace certamen::model::test {

TEST_CASE("a room that wants a password gets the one that is typed, and a wrong one lands on its field") {
  Player player;
  player.does(ShowScreen{Screen::Join});
  player.wants_in();
  player.gets_online();
  CHECK(player.sent<wire::JoinRoom>().front().password.empty());
  player.hears(wire::Rejected{wire::Refusal::RoomPasswordNeeded, 0});
  CHECK(player.model.draft.password_error == FieldError::PasswordNeeded);
  player.does(SetPassword{"pan"});
  CHECK_FALSE(player.model.draft.password_error);
  player.does(model::JoinRoom{});
  REQUIRE(player.sent<wire::JoinRoom>().size() == 1);
  CHECK(player.sent<wire::JoinRoom>().front().password == "pan");
  player.hears(wire::Rejected{wire::Refusal::RoomPasswordWrong, 0});
  CHECK(player.model.draft.password_error == FieldError::PasswordWrong);
  CHECK(player.noticed(wire::Refusal::RoomPasswordWrong));
}

TEST_CASE("a host's password goes out with the room and is kept in no profile") {
  Player player;
  player.does(SetPassword{"pan"});
  player.does(HostRoom{});
  player.gets_online();
  REQUIRE(player.sent<wire::OpenRoom>().size() == 1);
  CHECK(player.sent<wire::OpenRoom>().front().password == "pan");
}

TEST_CASE("a free name that the server offers is known until another is typed") {
  Player player;
  player.does(ShowScreen{Screen::Join});
  player.wants_in();
  player.gets_online();
  player.hears(wire::Rejected{wire::Refusal::NameTaken, 0, "Ana 2"});
  CHECK(player.model.draft.name_suggested == "Ana 2");
  CHECK(player.model.draft.name_error == FieldError::NameTaken);
  player.does(SetName{"Leo"});
  CHECK(player.model.draft.name_suggested.empty());
}

TEST_CASE("the server's password is said in the greeting, and a server that wants another is left") {
  Player player;
  player.model.server_password = "sesame";
  player.does(ShowScreen{Screen::Join});
  player.wants_in();
  player.does(Connected{player.model.connection.number});
  REQUIRE(player.sent<wire::Hello>().size() == 1);
  CHECK(player.sent<wire::Hello>().front().server_password == "sesame");
  player.hears(wire::Goodbye{wire::Farewell::ServerPasswordWrong, 1, 1});
  CHECK(player.noticed(wire::Farewell::ServerPasswordWrong));
  CHECK(player.model.connection.link == Link::Offline);
  CHECK_FALSE(player.model.entry);
}

}  // namespace certamen::model::test
