#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/net/connection.hpp"
#include "client/net/loop.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/net/listener.hpp"

using namespace certamen;
using namespace certamen::client_net;
using namespace certamen::client_net::test;

namespace {

constexpr std::string_view loopback = "127.0.0.1";

// A connection and what it reported.
struct Client {
  Loop loop;
  std::vector<Fact> facts;
  std::function<bool(const Fact&)> awaited;
  std::function<void(const Fact&)> then;
  bool seen = false;
  Encryption encryption = Encryption::None;
  Trust trust;
  Connection connection{loop.context(), [this](const Fact& fact) {
                          facts.push_back(fact);
                          if (then) then(fact);
                          if (awaited && awaited(fact)) {
                            seen = true;
                            loop.stop();
                          }
                        }};

  void connects(const Listener& listener, std::uint64_t number = 1) {
    connection.handle(Connect{number, std::string{loopback}, listener.port(), encryption, trust});
  }
};

// Turns the loop until a fact satisfies the condition; ten seconds at most.
void await(Client& client, std::function<bool(const Fact&)> condition) {
  client.seen = false;
  client.awaited = std::move(condition);
  Alarm patience{client.loop.context(), [&] { client.loop.stop(); }};
  patience.set(local_now() + std::chrono::seconds{10});
  client.loop.run();
  client.awaited = nullptr;
  REQUIRE(client.seen);
}

template <class Kind>
void await(Client& client) {
  await(client, [](const Fact& fact) { return std::holds_alternative<Kind>(fact); });
}

// An open connection; returns the server's end of it.
Socket meet(Client& client, const Listener& listener, std::uint64_t number = 1) {
  client.connects(listener, number);
  await<Connected>(client);
  return listener.accept();
}

// Until everything sent has left and the connection is closed.
void turn_until_idle(Client& client) {
  const wire::Instant end = local_now() + std::chrono::seconds{10};
  std::optional<Alarm> look;
  look.emplace(client.loop.context(), [&] {
    if (client.connection.idle() || local_now() >= end) return client.loop.stop();
    look->set(local_now() + std::chrono::milliseconds{1});
  });
  look->set(local_now());
  client.loop.run();
  REQUIRE(client.connection.idle());
}

std::string reason(const Client& client) {
  return std::get<Disconnected>(client.facts.back()).why;
}

}  // namespace

TEST_CASE("nobody listening is reported as a failed attempt") {
  Client client;
  Listener listener;
  listener.close();
  client.connects(listener);
  await<Disconnected>(client);
  CHECK(client.facts.size() == 1);
  CHECK(std::get<Disconnected>(client.facts.front()).connection == 1);
  CHECK_FALSE(reason(client).empty());
}

TEST_CASE("a host that cannot be found is reported as a failed attempt") {
  Client client;
  client.connection.handle(Connect{1, "not a host name", "1"});
  await<Disconnected>(client);
  CHECK_FALSE(reason(client).empty());
}

TEST_CASE("messages arrive whole however the bytes were cut") {
  Client client;
  const Listener listener;
  const Socket server = meet(client, listener);
  const auto first = wire::encode(wire::ServerMessage{wire::Welcome{1, "test", "00", 200}});
  const auto second = wire::encode(wire::ServerMessage{wire::RoomLeft{}});
  std::vector<std::byte> bytes{first.bytes().begin(), first.bytes().end()};
  bytes.insert(bytes.end(), second.bytes().begin(), second.bytes().end());
  const std::size_t cut = first.bytes().size() + 2;  // inside the second one's header
  server.write(std::span{bytes}.first(3));
  server.write(std::span{bytes}.subspan(3, cut - 3));
  await<Received>(client);
  CHECK(std::get<Received>(client.facts.back()).message == wire::ServerMessage{wire::Welcome{1, "test", "00", 200}});
  server.write(std::span{bytes}.subspan(cut));
  await<Received>(client);
  CHECK(std::get<Received>(client.facts.back()).message == wire::ServerMessage{wire::RoomLeft{}});
  CHECK(client.facts.size() == 3);
}

TEST_CASE("a server that speaks garbage is left, with the reason") {
  Client client;
  const Listener listener;
  const Socket server = meet(client, listener);
  SECTION("a frame of two gibibytes announced") {
    const std::array<std::byte, 4> huge{std::byte{0x80}, std::byte{0}, std::byte{0}, std::byte{0}};
    server.write(huge);
  }
  SECTION("a frame that holds no message") {
    const std::array<std::byte, 6> senseless{std::byte{0}, std::byte{0},    std::byte{0},
                                             std::byte{2}, std::byte{0xFF}, std::byte{0xFF}};
    server.write(senseless);
  }
  await<Disconnected>(client);
  CHECK_FALSE(reason(client).empty());
  CHECK(client.connection.idle());
}

TEST_CASE("a server that hangs up is reported once") {
  Client client;
  const Listener listener;
  meet(client, listener).close();
  await<Disconnected>(client);
  CHECK(reason(client) == "the server hung up");
  CHECK(client.facts.size() == 2);
}

TEST_CASE("what was sent leaves before a close, and a close is not reported") {
  Client client;
  const Listener listener;
  Socket server = meet(client, listener);
  client.connection.handle(Send{1, wire::LeaveRoom{}});
  client.connection.handle(Close{1});
  client.connection.handle(Send{1, wire::ReviewMatch{}});  // after the close: nobody's
  turn_until_idle(client);
  CHECK(server.hear() == wire::ClientMessage{wire::LeaveRoom{}});
  CHECK(server.hear() == std::nullopt);
  CHECK(client.facts.size() == 1);
}

TEST_CASE("messages of another connection's number are not sent") {
  Client client;
  const Listener listener;
  Socket server = meet(client, listener, 5);
  client.connection.handle(Close{4});
  client.connection.handle(Send{4, wire::LeaveRoom{}});
  client.connection.handle(Send{5, wire::ReviewMatch{}});
  client.connection.handle(Close{5});
  turn_until_idle(client);
  CHECK(server.hear() == wire::ClientMessage{wire::ReviewMatch{}});
  CHECK(server.hear() == std::nullopt);
}

TEST_CASE("a new attempt silences the one before, even from within its own report") {
  Client client;
  const Listener listener;
  client.then = [&](const Fact& fact) {
    const auto* connected = std::get_if<Connected>(&fact);
    if (connected != nullptr && connected->connection == 1) client.connects(listener, 2);
  };
  client.connects(listener, 1);
  await(client, [](const Fact& fact) {
    const auto* connected = std::get_if<Connected>(&fact);
    return connected != nullptr && connected->connection == 2;
  });
  CHECK(client.facts.size() == 2);
  Socket first = listener.accept();
  CHECK(first.hear() == std::nullopt);
}

TEST_CASE("a server that does not read is left before its letters pile up") {
  Client client;
  const Listener listener;
  const Socket server = meet(client, listener);  // and never reads
  Alarm once{client.loop.context(), [&] {
               const wire::JoinRoom big{"ABC234", std::string(wire::name_bytes_max, 'a'), wire::Role::Player};
               for (std::size_t bytes = 0; bytes <= outbox_bytes_max; bytes += wire::name_bytes_max) {
                 client.connection.handle(Send{1, big});
               }
             }};
  once.set(local_now());
  await<Disconnected>(client);
  CHECK(reason(client) == "the server does not read what is sent");
}

TEST_CASE("a connection cut in the middle is reported like a lost one") {
  Client client;
  const Listener listener;
  client.then = [&](const Fact& fact) {
    if (std::holds_alternative<Connected>(fact)) client.connection.cut();
  };
  client.connects(listener);
  await<Disconnected>(client);
  CHECK(client.facts.size() == 2);
}

TEST_CASE("an alarm set anew rings at its new instant only") {
  Loop loop;
  int rings = 0;
  Alarm alarm{loop.context(), [&] { ++rings; }};
  Alarm end{loop.context(), [&] { loop.stop(); }};
  alarm.set(local_now());
  alarm.set(local_now());
  alarm.set(local_now() + std::chrono::milliseconds{1});
  end.set(local_now() + std::chrono::milliseconds{30});
  loop.run();
  CHECK(rings == 1);
}
