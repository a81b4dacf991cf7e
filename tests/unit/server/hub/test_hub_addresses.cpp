// What one network address may do, and that nobody pays for another.
#include <array>

#include "server/hub/addresses.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using wire::Refusal;
using namespace std::chrono_literals;

hub::AddressKey address(std::uint8_t last) {
  const std::array<std::uint8_t, 4> bytes = {192, 0, 2, last};
  return hub::address_key(bytes);
}

constexpr wire::Instant start{wire::Duration{1'000'000'000}};

void try_code(HubWorld& world, const hub::SessionId& session, const wire::RoomCode& code) {
  world.send(session, wire::JoinRoom{code, "Ana", wire::Role::Player});
}

// Wrong codes from one session until it is told to slow down; how many were heard.
int wrong_codes_until_refused(HubWorld& world, const hub::SessionId& session, int most) {
  for (int tries = 0; tries < most; ++tries) {
    world.wait(1s);  // slower than the session's own bucket
    try_code(world, session, "ZZZZZZ");
    const Refusal reason = world.refused(session);
    if (reason == Refusal::TooFast) return tries;
    REQUIRE(reason == Refusal::RoomNotFound);
  }
  return most;
}

}  // namespace

TEST_CASE("an address counts whole in IPv4, by its network in IPv6, and an IPv4 address inside IPv6 is itself") {
  const std::array<std::uint8_t, 16> one = {0x20, 1, 0xD, 0xB8, 0, 0, 0, 7, 1, 2, 3, 4, 5, 6, 7, 8};
  std::array<std::uint8_t, 16> neighbour = one;
  neighbour[15] = 99;
  std::array<std::uint8_t, 16> other_network = one;
  other_network[7] = 8;
  CHECK(hub::address_key(one) == hub::address_key(neighbour));
  CHECK_FALSE(hub::address_key(one) == hub::address_key(other_network));
  const std::array<std::uint8_t, 16> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 192, 0, 2, 7};
  CHECK(hub::address_key(mapped) == address(7));
  CHECK_FALSE(address(7) == address(8));
}

TEST_CASE("an address has so many connections at once, and another address its own") {
  hub::Limits limits = patient_limits();
  limits.sessions_per_address_max = 3;
  HubWorld world(1, limits);
  const hub::SessionId first = world.connect_from(address(1));
  world.connect_from(address(1));
  world.connect_from(address(1));
  const hub::SessionId refused = world.connect_from(address(1));
  CHECK(world.only<wire::Goodbye>(refused).reason == wire::Farewell::ServerFull);
  CHECK_FALSE(world.connected(refused));
  CHECK(world.connected(world.connect_from(address(2))));
  world.close(first);
  CHECK(world.connected(world.connect_from(address(1))));
}

TEST_CASE("one whom the server let go no longer counts for its address") {
  hub::Limits limits;
  limits.sessions_per_address_max = 1;
  HubWorld world(1, limits);
  const hub::SessionId silent = world.connect_from(address(1));
  world.run_for(7s);  // never greeted
  REQUIRE_FALSE(world.connected(silent));
  world.close(silent);  // the socket follows; it must not count twice
  const hub::SessionId next = world.connect_from(address(1));
  CHECK(world.connected(next));
  CHECK_FALSE(world.connected(world.connect_from(address(1))));
}

TEST_CASE("an address may connect so often: a burst, then its rate") {
  hub::Limits limits = patient_limits();
  limits.new_sessions_per_address_burst = 2;
  limits.new_sessions_per_address_per_minute = 60;
  HubWorld world(1, limits);
  world.close(world.connect_from(address(1)));
  world.close(world.connect_from(address(1)));
  CHECK_FALSE(world.connected(world.connect_from(address(1))));
  CHECK(world.connected(world.connect_from(address(2))));
  world.wait(1s);
  CHECK(world.connected(world.connect_from(address(1))));
  CHECK_FALSE(world.connected(world.connect_from(address(1))));
}

TEST_CASE("an address opens so many rooms, at once and of late") {
  hub::Limits limits = patient_limits();
  limits.rooms_per_address_max = 2;
  limits.new_rooms_per_address_burst = 3;
  limits.new_rooms_per_address_per_minute = 1;
  HubWorld world(1, limits);
  const auto open_room = [&] {
    const hub::SessionId session = world.greet();
    world.send(session, wire::OpenRoom{match_settings(), ""});
    const auto heard = world.heard(session);
    REQUIRE(heard.size() == 1);
    const bool opened = std::holds_alternative<wire::RoomJoined>(heard[0]);
    if (!opened) CHECK(std::get<wire::Rejected>(heard[0]).reason == Refusal::TooManyRooms);
    return opened ? std::optional{session} : std::nullopt;
  };
  const auto first = open_room();
  CHECK(open_room());
  CHECK_FALSE(open_room());  // two are open
  world.send(*first, wire::LeaveRoom{});
  CHECK(open_room());  // one was closed
  world.run_for(room::deserted_lobby_close);
  world.forget();
  CHECK(world.hub().rooms().count() == 2);
}

TEST_CASE("wrong codes are heard at the address's rate, and a right one from another address at once") {
  hub::Limits limits = patient_limits();
  limits.failed_tries_per_address_burst = 10;
  limits.failed_tries_kept_for_first = 4;
  limits.failed_tries_per_address_per_minute = 1;
  HubWorld world(1, limits);
  const Seated host = world.open(match_settings());
  const hub::SessionId guesser = world.greet_from(address(1));
  // Ten, less the four kept for others behind the address: the first try and those up to there.
  CHECK(wrong_codes_until_refused(world, guesser, 100) == 6);
  try_code(world, guesser, host.code);
  CHECK(world.refused(guesser) == Refusal::TooFast);  // else refusals would tell right from wrong
  SECTION("others elsewhere do not notice") {
    const hub::SessionId guest = world.greet_from(address(2));
    try_code(world, guest, host.code);
    CHECK(world.only<wire::RoomJoined>(guest).code == host.code);
  }
  SECTION("a neighbour behind the same address that has not failed is heard") {
    const hub::SessionId neighbour = world.greet_from(address(1));
    try_code(world, neighbour, host.code);
    CHECK(world.only<wire::RoomJoined>(neighbour).code == host.code);
  }
  SECTION("fresh connections use up what is kept, and then wait as well") {
    for (int i = 0; i < 4; ++i) {
      const hub::SessionId fresh = world.greet_from(address(1));
      try_code(world, fresh, "ZZZZZZ");
      CHECK(world.refused(fresh) == Refusal::RoomNotFound);
    }
    const hub::SessionId fresh = world.greet_from(address(1));
    try_code(world, fresh, "ZZZZZZ");
    CHECK(world.refused(fresh) == Refusal::TooFast);
    world.wait(60s);
    try_code(world, world.greet_from(address(1)), "ZZZZZZ");
  }
}

TEST_CASE("right codes and right tickets cost an address nothing") {
  hub::Limits limits = patient_limits();
  limits.failed_tries_per_address_burst = 1;
  limits.failed_tries_kept_for_first = 0;
  limits.failed_tries_per_address_per_minute = 1;
  HubWorld world(1, limits);
  const Seated host = world.open(match_settings());
  for (int i = 0; i < 20; ++i) {
    const Seated guest = world.join(host.code, "Guest " + std::to_string(i));
    world.close(guest.session);
    const hub::SessionId again = world.greet();
    world.resume(again, guest);
    CHECK(of_kind<wire::RoomJoined>(world.heard(again)).size() == 1);
  }
}

TEST_CASE("wrong tickets count as wrong codes do") {
  hub::Limits limits = patient_limits();
  limits.failed_tries_per_address_burst = 3;
  limits.failed_tries_kept_for_first = 0;
  limits.failed_tries_per_address_per_minute = 1;
  HubWorld world(1, limits);
  const Seated host = world.open(match_settings());
  const hub::SessionId thief = world.greet_from(address(1));
  for (int i = 0; i < 3; ++i) {
    world.send(thief, wire::ResumeSeat{host.code, wire::Ticket{}});
    CHECK(world.refused(thief) == Refusal::TicketInvalid);
  }
  world.send(thief, wire::ResumeSeat{host.code, wire::Ticket{}});
  CHECK(world.refused(thief) == Refusal::TooFast);
}

TEST_CASE("when many addresses guess at once, those that have not failed are still heard") {
  hub::Limits limits = patient_limits();
  limits.failed_tries_burst = 5;
  limits.failed_tries_per_minute = 1;
  HubWorld world(1, limits);
  const Seated host = world.open(match_settings());
  for (std::uint8_t i = 1; i <= 5; ++i) try_code(world, world.greet_from(address(i)), "ZZZZZZ");
  const hub::SessionId failed_before = world.greet_from(address(1));
  try_code(world, failed_before, host.code);
  CHECK(world.refused(failed_before) == Refusal::TooFast);
  const hub::SessionId clean = world.greet_from(address(100));
  try_code(world, clean, host.code);
  CHECK(world.only<wire::RoomJoined>(clean).code == host.code);
}

TEST_CASE("a shard guards its share of an address's limits") {
  hub::Limits limits = patient_limits();
  limits.sessions_per_address_max = 5;
  HubWorld world(2, limits);
  int admitted = 0;
  for (std::uint32_t i = 0; i < 10; ++i) admitted += world.connected(world.connect_from(address(1), i % 2)) ? 1 : 0;
  CHECK(admitted == 6);  // five, rounded up to whole shares
}

TEST_CASE("what is remembered of addresses is bounded, and who is here is never forgotten") {
  hub::Limits limits;
  limits.addresses_max = 10;
  limits.sessions_per_address_max = 1;
  hub::Addresses addresses(limits, 1);
  REQUIRE(addresses.admit_session(address(200), start));
  for (std::uint8_t i = 0; i < 100; ++i) {
    addresses.tried_in_vain(address(i), start + wire::Duration{i});
    REQUIRE(addresses.remembered() <= limits.addresses_max);
  }
  CHECK_FALSE(addresses.admit_session(address(200), start + 1s));
  addresses.session_gone(address(200), start + 2s);
  CHECK(addresses.admit_session(address(200), start + 3s));
}

TEST_CASE("acceptance 18: guessing and flooding are limited per address without locking out a school behind one address") {
  HubWorld world(2);  // every limit as it is by default, only silence is not looked at
  wire::RoomSettings settings = match_settings();
  settings.capacity = 1000;
  const Seated host = world.open(settings);
  // Behind the school's address one connection guesses, for an hour.
  const hub::SessionId guesser = world.greet_from(address(1));
  int heard = 0;
  for (int second = 0; second < 3600; ++second) {
    world.wait(1s);
    try_code(world, guesser, "ZZZZZZ");
    if (world.refused(guesser) == Refusal::RoomNotFound) ++heard;
  }
  // Two hundred at once, then its shard's half of one a second: of 594,823,321 codes.
  CHECK(heard <= 200 + 3600 / 2 + 1);
  // The whole school comes through the door in one instant, and everyone has a seat.
  for (int i = 0; i < 999; ++i) {
    const hub::SessionId pupil = world.greet_from(address(1), static_cast<std::uint32_t>(i % 2));
    world.send(pupil, wire::JoinRoom{host.code, "Pupil " + std::to_string(i), wire::Role::Player});
    const auto joined = of_kind<wire::RoomJoined>(world.heard(pupil));
    REQUIRE(joined.size() == 1);
  }
  // A flood of connections from elsewhere ends at its limit.
  std::size_t admitted = 0;
  for (int i = 0; i < 5000; ++i) {
    if (world.connected(world.connect_from(address(2), static_cast<std::uint32_t>(i % 2)))) ++admitted;
  }
  CHECK(admitted == hub::Limits{}.sessions_per_address_max);
  CHECK(world.connected(world.greet_from(address(3))));
}

TEST_CASE("every limit has a name, by which it is set and shown") {
  hub::Limits limits;
  const auto before = hub::named_limits(limits);
  for (const hub::NamedLimit& limit : before) {
    CAPTURE(limit.name);
    REQUIRE(hub::set_limit(limits, limit.name + "=" + std::to_string(limit.value + 1)));
  }
  const auto after = hub::named_limits(limits);
  for (std::size_t i = 0; i < before.size(); ++i) {
    CAPTURE(before[i].name);
    CHECK(after[i].value == before[i].value + 1);
  }
  CHECK(limits.greeting_time == hub::Limits{}.greeting_time + 1ms);
  for (const char* wrong : {"", "greeting_ms", "greeting_ms=", "greeting_ms=-1", "greeting_ms=0", "greeting_ms=5s",
                            "no_such=1", "wishes_burst=99999999999"}) {
    CAPTURE(wrong);
    CHECK_FALSE(hub::set_limit(limits, wrong));
  }
}

}  // namespace certamen::server_test
