#include "client/bot/finder.hpp"
#include "client/bot/wiring.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using bot::event_of;
using bot::request_of;

TEST_CASE("commands for the network become requests, the others do not") {
  const auto connect = request_of(model::Connect{3, "[::1]:7000"});
  REQUIRE(connect);
  const auto& wanted = std::get<client_net::Connect>(*connect);
  CHECK(wanted.connection == 3);
  CHECK(wanted.host == "::1");
  CHECK(wanted.port == "7000");

  const auto send = request_of(model::SendMessage{4, wire::Ping{9}});
  REQUIRE(send);
  CHECK(std::get<client_net::Send>(*send).connection == 4);
  CHECK(std::get<client_net::Send>(*send).message == wire::ClientMessage{wire::Ping{9}});

  const auto close = request_of(model::CloseConnection{5});
  REQUIRE(close);
  CHECK(std::get<client_net::Close>(*close).connection == 5);

  CHECK_FALSE(request_of(model::SaveProfile{}));
  CHECK_FALSE(request_of(model::ExitProgram{}));
}

TEST_CASE("facts of the network become events of the same connection") {
  CHECK(std::get<model::Connected>(event_of(client_net::Connected{3})).connection == 3);
  const auto lost = std::get<model::Disconnected>(event_of(client_net::Disconnected{4, "reset"}));
  CHECK(lost.connection == 4);
  CHECK(lost.why == "reset");
  const auto received = std::get<model::Received>(event_of(client_net::Received{5, wire::RoomLeft{}}));
  CHECK(received.connection == 5);
  CHECK(received.message == wire::ServerMessage{wire::RoomLeft{}});
  const wire::Beacon beacon{7, "Aula 3", 7117, "", 200, {}};
  const auto heard = std::get<model::BeaconHeard>(event_of(client_net::Beaconed{"10.0.0.7", beacon}));
  CHECK(heard.host == "10.0.0.7");
  CHECK(heard.beacon == beacon);
}

TEST_CASE("a found server is one line of fields that nothing in it can break") {
  model::FoundServer found{1, "[fe80::1%eth0]:7117", {7, "Aula 3", 7117, "", 200, {}}, {}, {}};
  CHECK(bot::line_of(found) == "fe80::1%eth0\t7117\tAula 3\t-");
  found.address = "192.168.1.7:7117";
  found.beacon.fingerprint = "AB:CD";
  found.beacon.rooms = {{"K7W2RX", "Ana B", 12}, {"ABC234", "", 0}};
  CHECK(bot::line_of(found) == "192.168.1.7\t7117\tAula 3\tAB:CD\tK7W2RX 12 Ana B\tABC234 0 ");
}
