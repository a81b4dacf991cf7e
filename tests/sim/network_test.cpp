// The simulated network is cruel, but it is TCP.
#include "tests/sim/network.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

namespace {

using namespace certamen::sim;
using Bytes = std::vector<std::byte>;

// Writes down what arrives.
class Listener final : public ClientEnd, public ServerEnd {
 public:
  void connected(ConnectionId) override { ++greetings; }
  void disconnected(ConnectionId) override { ++farewells; }
  void opened(ConnectionId) override { ++greetings; }
  void closed(ConnectionId) override { ++farewells; }
  void received(ConnectionId, std::span<const std::byte> bytes) override {
    ++arrivals;
    heard.insert(heard.end(), bytes.begin(), bytes.end());
  }
  Bytes heard;
  int arrivals = 0;
  int greetings = 0;
  int farewells = 0;
};

NetworkPlan rough() {
  NetworkPlan plan;
  plan.delay_max = 200ms;
  plan.jitter_max = 80ms;
  plan.cut_percent = 70;
  plan.half_open_percent = 0;
  return plan;
}

// Writes in pieces of any length, some time apart; returns what was written.
Bytes write_some(World& world, Network& network, ConnectionId connection, Dice& dice, std::size_t pieces) {
  Bytes all;
  Duration when{};
  for (std::size_t i = 0; i < pieces; ++i) {
    Bytes piece(1 + dice.below(400));
    for (std::byte& byte : piece) byte = static_cast<std::byte>(dice.below(256));
    all.insert(all.end(), piece.begin(), piece.end());
    when += dice.between(0ms, 40ms);
    world.after(when, [&network, connection, piece] { network.write_to_server(connection, piece); });
  }
  return all;
}

void run(World& world, Duration length) {
  const Instant until = world.now() + length;
  while (world.step(until)) {
  }
}

}  // namespace

TEST_CASE("the network loses and reorders no byte inside a connection, and cuts as it likes") {
  World world(false);
  Dice dice(11);
  Network network(world, rough(), Dice(12));
  Listener client;
  Listener server;
  network.listen(&server);
  const ConnectionId connection = network.connect(client, network.draw_route());
  run(world, 2s);
  REQUIRE(client.greetings == 1);
  Bytes written;
  for (int i = 0; i < 50; ++i) {
    Bytes piece(1 + dice.below(400));
    for (std::byte& byte : piece) byte = static_cast<std::byte>(dice.below(256));
    network.write_to_server(connection, piece);
    written.insert(written.end(), piece.begin(), piece.end());
    if (i % 10 == 0) network.stall(connection, 300ms);
    run(world, dice.between(0ms, 50ms));
  }
  network.close_by_client(connection);
  run(world, 10s);
  CHECK(server.heard == written);
  CHECK(server.arrivals != 50);
  CHECK(server.farewells == 1);
}

TEST_CASE("a dead connection has delivered a prefix, and both ends hear of it") {
  World world(false);
  Dice dice(21);
  Network network(world, rough(), Dice(22));
  Listener client;
  Listener server;
  network.listen(&server);
  bool cut_inside = false;
  for (int round = 0; round < 20; ++round) {
    server.heard.clear();
    const ConnectionId connection = network.connect(client, network.draw_route());
    run(world, 2s);
    const Bytes written = write_some(world, network, connection, dice, 20);
    run(world, dice.between(1ms, 400ms));
    network.break_off(connection);
    run(world, 20s);
    REQUIRE(server.heard.size() <= written.size());
    CHECK(std::equal(server.heard.begin(), server.heard.end(), written.begin()));
    cut_inside = cut_inside || (!server.heard.empty() && server.heard.size() < written.size());
    CHECK_FALSE(network.alive(connection));
  }
  CHECK(cut_inside);
  CHECK(server.farewells == 20);
  CHECK(client.farewells == 20);
}

TEST_CASE("nobody answers where nobody listens") {
  World world(false);
  Network network(world, rough(), Dice(31));
  Listener client;
  network.connect(client, network.draw_route());
  run(world, 5s);
  CHECK(client.greetings == 0);
  CHECK(client.farewells == 1);
}
