#include <atomic>
#include <optional>

#include "client/net/loop.hpp"
#include "client/net/net_thread.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/net/listener.hpp"

using namespace certamen;
using namespace certamen::client_net;
using namespace certamen::client_net::test;

namespace {

std::optional<Fact> next(NetThread& network) {
  if (!network.wait(local_now() + std::chrono::seconds{10})) return std::nullopt;
  return network.poll();
}

}  // namespace

TEST_CASE("requests go out and facts come in, in order, across the threads") {
  const Listener listener;
  std::atomic<int> wakes = 0;
  NetThread network{[&] { ++wakes; }};
  CHECK_FALSE(network.poll());
  network.post(Connect{1, "127.0.0.1", listener.port(), Encryption::None, {}});
  Socket server = listener.accept();
  const auto connected = next(network);
  REQUIRE(connected);
  CHECK(std::holds_alternative<Connected>(*connected));

  for (std::uint64_t nonce = 1; nonce <= 50; ++nonce) network.post(Send{1, wire::Ping{nonce}});
  for (std::uint64_t nonce = 1; nonce <= 50; ++nonce) {
    CHECK(server.hear() == wire::ClientMessage{wire::Ping{nonce}});
    server.say(wire::Pong{nonce, wire::Instant{}, wire::Instant{}});
  }
  for (std::uint64_t nonce = 1; nonce <= 50; ++nonce) {
    const auto fact = next(network);
    REQUIRE(fact);
    CHECK(std::get<Received>(*fact).message == wire::ServerMessage{wire::Pong{nonce, wire::Instant{}, wire::Instant{}}});
  }
  CHECK(wakes > 0);
}

TEST_CASE("ending the thread sends what was posted") {
  const Listener listener;
  std::optional<Socket> server;
  {
    NetThread network;
    network.post(Connect{1, "127.0.0.1", listener.port(), Encryption::None, {}});
    server.emplace(listener.accept());
    REQUIRE(next(network));
    network.post(Send{1, wire::LeaveRoom{}});
  }
  CHECK(server->hear() == wire::ClientMessage{wire::LeaveRoom{}});
  CHECK(server->hear() == std::nullopt);
}

TEST_CASE("waiting ends at its instant when nothing comes") {
  NetThread network;
  CHECK_FALSE(network.wait(local_now()));
  const wire::Instant until = local_now() + std::chrono::milliseconds{5};
  CHECK_FALSE(network.wait(until));
  CHECK(local_now() >= until);
}
