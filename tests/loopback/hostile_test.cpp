// Peers that speak wrongly, over real sockets.
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

struct Running {
  ScratchFolder folder;
  ServerProcess server{{test_bank(), folder.file("data.db")}};
};

void require_let_go(WireClient& client, wire::Farewell reason) {
  REQUIRE(client.expect<wire::Goodbye>().reason == reason);
  REQUIRE_FALSE(client.next());
  REQUIRE_FALSE(client.timed_out());
}

}  // namespace

TEST_CASE("a client speaking garbage is told goodbye and closed, others play on") {
  const Running running;
  WireClient neighbour(running.server.port());
  neighbour.greet();
  WireClient client(running.server.port());
  client.send_raw(std::string("\0\0\0\x05hello", 9));
  require_let_go(client, wire::Farewell::ProtocolError);
  neighbour.send(wire::Ping{7});
  REQUIRE(neighbour.expect<wire::Pong>().nonce == 7);
}

TEST_CASE("a client that was told goodbye and stays is closed all the same") {
  const Running running;
  WireClient client(running.server.port());
  client.send_raw("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  require_let_go(client, wire::Farewell::ProtocolError);
  REQUIRE(client.is_deserted_within(std::chrono::seconds(20)));
}

TEST_CASE("a client speaking another protocol's greeting is closed") {
  const Running running;
  WireClient client(running.server.port());
  client.send_raw("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  require_let_go(client, wire::Farewell::ProtocolError);
}

TEST_CASE("a frame of 2 GiB announced is refused before it is buffered") {
  const Running running;
  WireClient client(running.server.port());
  client.greet();
  client.send_raw(std::string("\x80\0\0\0", 4));
  require_let_go(client, wire::Farewell::ProtocolError);
}

TEST_CASE("a version from the future is told what this server speaks") {
  const Running running;
  WireClient client(running.server.port());
  client.send(wire::Hello{wire::protocol_version_max + 1, wire::protocol_version_max + 5, "9.9", wire::Language::English});
  const auto goodbye = client.expect<wire::Goodbye>();
  REQUIRE(goodbye.reason == wire::Farewell::VersionUnsupported);
  REQUIRE(goodbye.protocol_min == wire::protocol_version_min);
  REQUIRE(goodbye.protocol_max == wire::protocol_version_max);
  REQUIRE_FALSE(client.next());
}

TEST_CASE("a reader too slow to keep up is cut off, told so when it reads again, and others play on") {
  const ScratchFolder folder;
  ServerProcess::Options options{
      test_bank(),
      folder.file("data.db"),
      "127.0.0.1:0",
      {"--threads", "1", "--limit", "wishes_burst=100000000", "--limit", "wishes_per_second=1000"}};
  options.status = true;
  for (const bool encrypted : {false, true}) {
    if (encrypted) options.more.emplace_back("--tls");
    const ServerProcess server(options);
    const auto speech = encrypted ? WireClient::Speech::Tls : WireClient::Speech::Plain;
    WireClient neighbour(server.port(), speech);
    neighbour.greet();
    WireClient deaf(server.port(), speech);
    deaf.greet();
    const auto dropped = [&] {
      return metric(http_get(server.status_port(), "/metrics").body, "certamen_readers_dropped_total");
    };
    int asked = 0;
    // Far more than an outbox and the kernel's buffers hold.
    for (; dropped() < 1 && asked < 1'000'000; asked += 5'000) {
      for (int i = 0; i < 5'000; ++i) deaf.send(wire::BrowseTopics{});
    }
    REQUIRE(dropped() == 1);
    std::optional<wire::ServerMessage> last;
    int answered = 0;
    for (auto message = deaf.next(); message; message = deaf.next()) {
      last = std::move(message);
      ++answered;
    }
    REQUIRE_FALSE(deaf.timed_out());
    REQUIRE(answered < asked);
    REQUIRE(std::get<wire::Goodbye>(*last).reason == wire::Farewell::TooSlow);
    neighbour.send(wire::Ping{7});
    REQUIRE(neighbour.expect<wire::Pong>().nonce == 7);
  }
}

TEST_CASE("a client that also speaks later versions is welcome") {
  const Running running;
  WireClient client(running.server.port());
  client.send(wire::Hello{1, 99, "9.9", wire::Language::English});
  REQUIRE(client.expect<wire::Welcome>().protocol == wire::protocol_version_max);
}

TEST_CASE("a player cannot command the room, nor with a made-up ticket") {
  const Running running;
  Host host(running.server.port());
  Player player(running.server.port(), host.joined.code, "Eve");
  REQUIRE_FALSE(player.joined.host_ticket.has_value());
  player.client.send(wire::CommandRoom{wire::Command::Start, *player.joined.ticket});
  REQUIRE(player.client.expect<wire::Rejected>().reason == wire::Refusal::NotHost);
  player.client.send(wire::CommandRoom{wire::Command::Start, wire::Ticket{}});
  REQUIRE(player.client.expect<wire::Rejected>().reason == wire::Refusal::NotHost);
}

TEST_CASE("a room that does not exist is refused") {
  const Running running;
  WireClient client(running.server.port());
  client.greet();
  client.send(wire::JoinRoom{"ZZZZZZ", "Ana", wire::Role::Player});
  REQUIRE(client.expect<wire::Rejected>().reason == wire::Refusal::RoomNotFound);
}
