#include "server/hub/round_trip_meter.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using hub::RoundTripMeter;

constexpr wire::Instant start = wire::instant_from_micros(1'000'000);

}  // namespace

TEST_CASE("the lowest of many round trips wins, and the jitter is kept") {
  RoundTripMeter meter;
  CHECK_FALSE(meter.measured());
  std::uint64_t nonce = 0;
  for (const wire::Duration round_trip : {wire::Duration{130ms}, wire::Duration{100ms}, wire::Duration{160ms}}) {
    ++nonce;
    meter.pong_sent(nonce, start + nonce * 1s);
    meter.echoed(nonce, start + nonce * 1s + round_trip);
  }
  CHECK(meter.measured() == room::RoundTrips{100ms, 160ms, 30ms});
}

TEST_CASE("an echo of no pong, or a second one, is no sample") {
  RoundTripMeter meter;
  meter.echoed(7, start);
  CHECK_FALSE(meter.measured());
  meter.pong_sent(1, start);
  meter.echoed(1, start + 50ms);
  meter.echoed(1, start + 5s);
  CHECK(meter.measured() == room::RoundTrips{50ms, 50ms, 0ms});
}

TEST_CASE("old round trips are forgotten: a way that became longer is measured so in the end") {
  RoundTripMeter meter;
  for (std::uint64_t nonce = 1; nonce <= 1 + RoundTripMeter::samples_max; ++nonce) {
    meter.pong_sent(nonce, start);
    meter.echoed(nonce, start + (nonce == 1 ? 10ms : 80ms));
  }
  CHECK(meter.measured()->lowest == 80ms);
}

TEST_CASE("pongs whose echoes never come are forgotten, the oldest first") {
  RoundTripMeter meter;
  for (std::uint64_t nonce = 1; nonce <= 1 + RoundTripMeter::pongs_in_flight_max; ++nonce) meter.pong_sent(nonce, start);
  meter.echoed(1, start + 10ms);
  CHECK_FALSE(meter.measured());
  meter.echoed(2, start + 10ms);
  CHECK(meter.measured());
}

TEST_CASE("what the server measured goes with an answer into the journal, and an echo gets no pong") {
  HubWorld world;
  wire::RoomSettings settings;
  settings.question_count = 4;
  const Seated host = world.open(settings);
  const Seated ana = world.join(host.code, "ana");
  world.forget();
  world.send(ana.session, wire::Ping{41});
  CHECK(world.only<wire::Pong>(ana.session).nonce == 41);
  world.wait(120ms);
  world.send(ana.session, wire::Ping{0, 41});
  CHECK(world.heard(ana.session).empty());
  world.command(host, wire::Command::Start);
  world.open_question(host);
  world.wait(1s);
  world.forget();
  world.send(ana.session, wire::SubmitAnswer{1, wire::ChoiceAnswer{{0}}, world.now() - 500ms, std::nullopt});
  const auto locked = seat_facts<wire::AnswerLocked>(world.heard(ana.session));
  REQUIRE(locked.size() == 1);
  CHECK(locked[0].answer_tenths == 9);  // 60 ms of the second given back
  const auto& given = world.room(host).members().at(ana.seat).given.at(0);
  CHECK(given->round_trips == room::RoundTrips{120ms, 120ms, 0ms});
  CHECK(given->time_credit == 60ms);
  world.check_journals();
}

}  // namespace certamen::server_test
