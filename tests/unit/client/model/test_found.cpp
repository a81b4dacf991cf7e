#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

// The servers of the local network: few, fresh, each once, whatever strangers send.
using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

namespace {

wire::Beacon beacon(std::uint64_t server, std::uint16_t port = 7117) {
  return {server, "Aula " + std::to_string(server), port, "", 200, {{"K7W2RX", "Ana", 3}}};
}

const FoundServer& only(const Player& player) {
  REQUIRE(player.model.found.size() == 1);
  return player.model.found.front();
}

}  // namespace

TEST_CASE("a server that is heard is found, and its latest words are kept") {
  Player player;
  player.does(BeaconHeard{"192.168.1.7", beacon(1)});
  CHECK(only(player).address == "192.168.1.7:7117");
  CHECK(only(player).beacon == beacon(1));
  CHECK(player.commands.empty());
  wire::Beacon later = beacon(1);
  later.rooms.clear();
  player.at(2000);
  player.does(BeaconHeard{"192.168.1.7", later});
  CHECK(only(player).beacon == later);
  CHECK(only(player).number == 1);
}

TEST_CASE("a server that falls silent is forgotten after ten seconds, and the model wakes up for it") {
  Player player;
  player.does(BeaconHeard{"192.168.1.7", beacon(1)});
  player.at(4000);
  player.does(BeaconHeard{"192.168.1.8", beacon(2)});
  REQUIRE(deadline(player.model));
  CHECK(*deadline(player.model) == local(10'000));
  player.at(9999);
  player.does(Tick{});
  CHECK(player.model.found.size() == 2);
  player.at(10'000);
  player.does(Tick{});
  CHECK(only(player).beacon.server == 2);
  player.at(14'000);
  player.does(Tick{});
  CHECK(player.model.found.empty());
  CHECK_FALSE(deadline(player.model));
}

TEST_CASE("a server heard on several ways is one, by IPv4 where it can be, and does not hop") {
  Player player;
  player.does(BeaconHeard{"fe80::1%eth0", beacon(1)});
  CHECK(only(player).address == "[fe80::1%eth0]:7117");
  player.does(BeaconHeard{"192.168.1.7", beacon(1)});
  CHECK(only(player).address == "192.168.1.7:7117");
  player.does(BeaconHeard{"10.0.0.7", beacon(1)});
  player.does(BeaconHeard{"fe80::1%eth0", beacon(1)});
  CHECK(only(player).address == "192.168.1.7:7117");
}

TEST_CASE("the address of a server is given up when it is silent and another is not") {
  Player player;
  player.does(BeaconHeard{"192.168.1.7", beacon(1)});
  player.at(5000);
  player.does(BeaconHeard{"192.168.1.9", beacon(1)});
  CHECK(only(player).address == "192.168.1.7:7117");
  player.at(6000);
  player.does(BeaconHeard{"192.168.1.9", beacon(1)});
  CHECK(only(player).address == "192.168.1.9:7117");
}

TEST_CASE("a server that starts anew at the same address takes the place of the earlier") {
  Player player;
  player.does(BeaconHeard{"192.168.1.7", beacon(1)});
  player.does(BeaconHeard{"192.168.1.7", beacon(2)});
  CHECK(only(player).beacon.server == 2);
  CHECK(only(player).number == 2);
}

TEST_CASE("who copies a server's number but shows another certificate is another server") {
  Player player;
  player.does(BeaconHeard{"192.168.1.7", beacon(1)});
  wire::Beacon copy = beacon(1);
  copy.fingerprint = "00:11";
  player.does(BeaconHeard{"192.168.1.66", copy});
  REQUIRE(player.model.found.size() == 2);
  CHECK(player.model.found.front().address == "192.168.1.7:7117");
  CHECK(player.model.found.front().beacon == beacon(1));
}

TEST_CASE("a flood of servers is cut at a bound, and those that were there first stay") {
  Player player;
  player.does(BeaconHeard{"192.168.1.7", beacon(1)});
  for (std::uint16_t i = 0; i < 1000; ++i) {
    player.does(BeaconHeard{"10.0.0.1", beacon(100 + i, static_cast<std::uint16_t>(2000 + i))});
  }
  CHECK(player.model.found.size() == found_servers_max);
  CHECK(player.model.found.front().beacon.server == 1);
}

TEST_CASE("a sender without a usable address is not found, and a room told twice is shown once") {
  Player player;
  player.does(BeaconHeard{"", beacon(1)});
  player.does(BeaconHeard{"fe80::1%" + std::string(80, 'x'), beacon(1)});
  player.does(BeaconHeard{"a b", beacon(1)});
  CHECK(player.model.found.empty());
  wire::Beacon twice = beacon(1);
  twice.rooms = {{"K7W2RX", "Ana", 3}, {"ABC234", "Leo", 0}, {"K7W2RX", "Eva", 9}};
  player.does(BeaconHeard{"192.168.1.7", twice});
  REQUIRE(only(player).beacon.rooms.size() == 2);
  CHECK(only(player).beacon.rooms.front().title == "Ana");
}

TEST_CASE("choosing a room fills server and code, choosing a server the address alone") {
  Player player;
  player.does(BeaconHeard{"192.168.1.7", beacon(1)});
  player.does(SetAddress{"nowhere"});
  player.does(SetCode{"XX"});
  player.does(model::JoinRoom{});
  REQUIRE(player.model.draft.code_error);
  player.does(ChooseFound{1, {}});
  CHECK(player.model.draft.address == "192.168.1.7:7117");
  CHECK_FALSE(player.model.draft.address_error);
  CHECK(player.model.draft.code == "XX");
  CHECK(player.model.draft.code_error);
  player.does(ChooseFound{1, "K7W2RX"});
  CHECK(player.model.draft.code == "K7W2RX");
  CHECK_FALSE(player.model.draft.code_error);
  player.does(ChooseFound{7, "ABC234"});  // gone meanwhile
  CHECK(player.model.draft.code == "K7W2RX");
}

TEST_CASE("the join line names an address that leads here from elsewhere, or there is none") {
  Player player;
  player.joins();
  CHECK(join_address(player.model) == "quiz.example:7000");
  CHECK(join_line(player.model) == "certamen://quiz.example:7000/ABC234");

  player.model.connection.address = "127.0.0.1:7117";
  CHECK_FALSE(join_address(player.model));
  CHECK_FALSE(join_line(player.model));
  player.model.connection.welcome->reachable = {"not an address", "127.0.0.2:7117", "192.168.1.7:7117",
                                                "[2001:db8::7]:7117"};
  CHECK(join_address(player.model) == "192.168.1.7:7117");
  CHECK(join_line(player.model) == "certamen://192.168.1.7:7117/ABC234");
  player.model.connection.address = "localhost:7117";
  CHECK(join_address(player.model) == "192.168.1.7:7117");
  player.model.connection.address = "[fe80::1%eth0]:7117";  // the interface's name is this machine's own
  CHECK(join_address(player.model) == "192.168.1.7:7117");
  player.model.connection.welcome.reset();
  CHECK(join_address(player.model) == "[fe80::1%eth0]:7117");
  player.model.connection.address = "localhost:7117";
  CHECK_FALSE(join_address(player.model));
}
