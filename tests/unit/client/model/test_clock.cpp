#include "client/model/clock.hpp"
#include "client/model/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen::model;
using namespace certamen::model::test;
using certamen::wire::Ping;
using certamen::wire::Pong;

namespace {

// One ping whose ways there and back take different times, to a server that ponders.
void exchange(Clock& clock, Instant sent_at, Duration there, Duration processing, Duration back) {
  const auto ping_sent = ping(clock, sent_at);
  const Instant received_at = sent_at + there + server_ahead;
  static_cast<void>(
      take(clock, Pong{ping_sent.nonce, received_at, received_at + processing}, sent_at + there + processing + back));
}

}  // namespace

TEST_CASE("an even round trip gives the offset exactly") {
  Clock clock;
  exchange(clock, local(0), 10 * millisecond, 0 * millisecond, 10 * millisecond);
  CHECK(clock.synchronised);
  CHECK(clock.offset == server_ahead);
  CHECK(clock.round_trip == 20 * millisecond);
}

TEST_CASE("acceptance 12: the clock offset excludes the server's processing time") {
  Clock clock;
  exchange(clock, local(0), 10 * millisecond, 400 * millisecond, 10 * millisecond);
  CHECK(clock.offset == server_ahead);
  CHECK(clock.round_trip == 20 * millisecond);
}

TEST_CASE("an uneven round trip errs by less than half of it") {
  Clock clock;
  exchange(clock, local(0), 2 * millisecond, 5 * millisecond, 98 * millisecond);
  CHECK(clock.round_trip == 100 * millisecond);
  CHECK(clock.offset - server_ahead == -48 * millisecond);
}

TEST_CASE("the lowest round trip wins over later and earlier ones") {
  Clock clock;
  exchange(clock, local(0), 1 * millisecond, 0 * millisecond, 90 * millisecond);
  exchange(clock, local(100), 5 * millisecond, 50 * millisecond, 5 * millisecond);
  exchange(clock, local(200), 70 * millisecond, 0 * millisecond, 1 * millisecond);
  CHECK(clock.round_trip == 10 * millisecond);
  CHECK(clock.offset == server_ahead);
}

TEST_CASE("old samples make way, so a drifting clock is followed") {
  Clock clock;
  exchange(clock, local(0), 1 * millisecond, 0 * millisecond, 0 * millisecond);
  for (std::size_t i = 0; i < clock_samples_max; ++i) {
    exchange(clock, local(1000), 20 * millisecond, 0 * millisecond, 20 * millisecond);
  }
  CHECK(clock.samples.size() == clock_samples_max);
  CHECK(clock.round_trip == 40 * millisecond);
}

TEST_CASE("pongs that nobody asked for or that lie about time are ignored") {
  Clock clock;
  CHECK_FALSE(take(clock, Pong{77, server(0), server(0)}, local(10)));
  CHECK_FALSE(clock.synchronised);

  const auto first = ping(clock, local(0));
  CHECK(take(clock, Pong{first.nonce, server(5), server(500)}, local(10)) ==
        Ping{0, first.nonce});  // more processing than the whole round took
  CHECK_FALSE(clock.synchronised);

  const auto second = ping(clock, local(0));
  CHECK(take(clock, Pong{second.nonce, server(5), server(4)}, local(10)) ==
        Ping{0, second.nonce});  // sent before it was received
  CHECK_FALSE(clock.synchronised);

  const auto third = ping(clock, local(0));
  CHECK(take(clock, Pong{third.nonce, server(5), server(5)}, local(10)) == Ping{0, third.nonce});
  CHECK_FALSE(take(clock, Pong{third.nonce, server(50), server(50)}, local(10)));  // the same pong again
  CHECK(clock.samples.size() == 1);
}

TEST_CASE("a burst of pings at connect, then one every few seconds") {
  Player player;
  player.does(Retry{});
  player.does(Connected{1});
  CHECK(player.sent<certamen::wire::Ping>().empty());  // the Hello goes first and alone
  player.hears(certamen::wire::Welcome{1, "test", "00", 200});
  std::size_t pings = player.sent<certamen::wire::Ping>().size();
  CHECK(pings == 1);
  for (std::size_t i = 1; i < ping_burst_count; ++i) {
    player.now += ping_burst_interval;
    CHECK(player.model.clock.next_ping_local == player.now);
    player.does(Tick{});
    pings += player.sent<certamen::wire::Ping>().size();
  }
  CHECK(pings == ping_burst_count);
  CHECK(player.model.clock.next_ping_local == player.now + ping_interval);
  player.now += ping_burst_interval;
  player.does(Tick{});
  CHECK(player.sent<certamen::wire::Ping>().empty());
}

TEST_CASE("the estimate survives a lost connection and yields to the first new sample") {
  Player player = asking_player();
  CHECK(server_now(player.model, player.now) == player.now + server_ahead);
  player.loses_connection();
  CHECK(player.model.clock.synchronised);
  CHECK(server_now(player.model, player.now) == player.now + server_ahead);

  player.waits_for_retry();
  player.does(Connected{player.model.connection.number});
  player.hears(certamen::wire::Welcome{1, "test", "00", 200});
  const auto nonce = player.model.clock.last_nonce;
  player.hears(Pong{nonce, player.now + 5 * second, player.now + 5 * second});
  CHECK(server_now(player.model, player.now) == player.now + 5 * second);
}
