#include <algorithm>

#include "server/journal/journal.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"

namespace certamen {
namespace {

using namespace std::chrono_literals;
using server_test::HubWorld;
using server_test::patient_limits;
using server_test::Seated;
using wire::Refusal;

const std::string secret = "pan y queso";

Seated open_with_password(HubWorld& world, std::uint32_t shard = 0) {
  const hub::SessionId session = world.greet(wire::Language::English, shard);
  world.send(session, wire::OpenRoom{{}, "", secret});
  const auto joined = world.only<wire::RoomJoined>(session);
  return {session, joined.code, joined.seat, joined.ticket.value(), joined.host_ticket.value()};
}

wire::JoinRoom join_of(const Seated& host, const std::string& password, const std::string& name = "Ana") {
  wire::JoinRoom wish{host.code, name, wire::Role::Player};
  wish.password = password;
  return wish;
}

hub::AddressKey address(std::uint8_t last) {
  return hub::address_key(std::array<std::uint8_t, 4>{192, 0, 2, last});
}

std::function<void(hub::Config&)> with_server_password(bool rooms_for_holders) {
  return [rooms_for_holders](hub::Config& config) {
    config.server_password.emplace("sesame", wire::Ticket{{7}});
    config.rooms_for_holders = rooms_for_holders;
  };
}

wire::Hello hello_with(const std::string& password) {
  return {1, 1, "test", wire::Language::English, password};
}

}  // namespace

TEST_CASE("a room with a password takes in those who know it, and nobody else") {
  HubWorld world(2);
  for (const std::uint32_t shard : {0U, 1U}) {
    const Seated host = open_with_password(world, shard);
    const hub::SessionId session = world.greet();
    world.send(session, join_of(host, ""));
    CHECK(world.refused(session) == Refusal::RoomPasswordNeeded);
    world.send(session, join_of(host, "pan"));
    CHECK(world.refused(session) == Refusal::RoomPasswordWrong);
    wire::JoinRoom watch = join_of(host, "", "");
    watch.role = wire::Role::Spectator;
    world.send(session, watch);
    CHECK(world.refused(session) == Refusal::RoomPasswordNeeded);
    CHECK(world.room(host).members().size() == 1);
    world.send(session, join_of(host, secret));
    CHECK(world.only<wire::RoomJoined>(session).code == host.code);
  }
  world.check_journals();
}

TEST_CASE("a password is in no frame and in no journal, only its hash") {
  HubWorld world;
  const Seated host = open_with_password(world);
  const hub::SessionId session = world.greet();
  world.send(session, join_of(host, secret));
  world.only<wire::RoomJoined>(session);
  REQUIRE(world.journals().size() == 1);
  bool hashed = false;
  for (const hub::AppendEntry& entry : world.journals().begin()->second) {
    const auto decoded = journal::decode(entry.bytes);
    REQUIRE(decoded);
    if (const auto* opened = std::get_if<room::Opened>(&decoded->event)) hashed = opened->password_hash == "toy:" + secret;
    const bool in_clear =
        !std::holds_alternative<room::Opened>(decoded->event) && entry.bytes.find(secret) != std::string::npos;
    CHECK_FALSE(in_clear);
  }
  CHECK(hashed);
}

TEST_CASE("whoever has a ticket needs no password to come back") {
  HubWorld world;
  const Seated host = open_with_password(world);
  world.close(host.session);
  const hub::SessionId session = world.greet();
  world.resume(session, host);
  CHECK(world.only<wire::RoomJoined>(session).seat == host.seat);
}

TEST_CASE("while its password is checked a session can do nothing else, and then everything") {
  HubWorld world;
  const Seated host = open_with_password(world);
  const hub::SessionId session = world.greet();
  world.hold_disk();
  world.send(session, join_of(host, secret));
  CHECK(world.heard(session).empty());
  world.send(session, join_of(host, secret));
  CHECK(world.refused(session) == Refusal::AlreadySeated);
  world.send(session, wire::LeaveRoom{});
  CHECK(world.refused(session) == Refusal::NotSeated);
  world.send(session, wire::ChooseLanguage{wire::Language::Spanish});
  CHECK(world.heard(session).empty());
  world.release_disk();
  CHECK(world.only<wire::RoomJoined>(session).code == host.code);
  world.send(session, wire::LeaveRoom{});
  CHECK(server_test::names_of(world.heard(session)).find("RoomLeft") != std::string::npos);
}

TEST_CASE("a session that goes while its password is checked leaves nothing behind") {
  HubWorld world;
  const Seated host = open_with_password(world);
  world.hold_disk();
  const hub::SessionId guest = world.greet();
  world.send(guest, join_of(host, secret));
  const hub::SessionId opener = world.greet();
  world.send(opener, wire::OpenRoom{{}, "", "another"});
  world.close(guest);
  world.close(opener);
  world.release_disk();
  CHECK(world.room(host).members().size() == 1);
  CHECK(world.hub().rooms().count() == 1);
  world.check_journals();
}

TEST_CASE("a room that closes while a password is checked is not found") {
  HubWorld world;
  const Seated host = open_with_password(world);
  world.hold_disk();
  const hub::SessionId guest = world.greet();
  world.send(guest, join_of(host, secret));
  REQUIRE(world.disk_waiting() == 1);
  world.command(host, wire::Command::End);
  world.send(host.session, wire::LeaveRoom{});
  world.release_disk();
  CHECK(world.refused(guest) == Refusal::RoomNotFound);
}

TEST_CASE("so many passwords are checked at once, then the next must wait") {
  hub::Limits limits = patient_limits();
  limits.passwords_in_check_max = 3;
  HubWorld world(1, limits);
  const Seated host = open_with_password(world);
  world.hold_disk();
  std::vector<hub::SessionId> guests;
  for (int i = 0; i < 4; ++i) {
    guests.push_back(world.greet());
    world.send(guests.back(), join_of(host, secret, "Guest " + std::to_string(i)));
  }
  CHECK(world.refused(guests.back()) == Refusal::TooFast);
  world.release_disk();
  for (int i = 0; i < 3; ++i) world.only<wire::RoomJoined>(guests[static_cast<std::size_t>(i)]);
  world.send(guests.back(), join_of(host, secret, "Guest 3"));
  world.only<wire::RoomJoined>(guests.back());
}

TEST_CASE("wrong passwords count as failed tries of their address, and right ones do not") {
  hub::Limits limits = patient_limits();
  limits.failed_tries_per_address_burst = 5;
  limits.failed_tries_kept_for_first = 0;
  HubWorld world(1, limits);
  const Seated host = open_with_password(world);
  const hub::SessionId guesser = world.greet_from(address(1));
  int heard = 0;
  for (int i = 0; i < 20; ++i) {
    world.wait(200ms);
    world.send(guesser, join_of(host, "guess " + std::to_string(i)));
    const Refusal reason = world.refused(guesser);
    if (reason == Refusal::TooFast) break;
    REQUIRE(reason == Refusal::RoomPasswordWrong);
    ++heard;
  }
  CHECK(heard >= 5);
  CHECK(heard <= 8);  // a few come back in the time this takes
  world.send(guesser, join_of(host, secret));
  CHECK(world.refused(guesser) == Refusal::TooFast);  // the right one is not heard, either
  for (int i = 0; i < 20; ++i) {
    const hub::SessionId guest = world.greet_from(address(2));
    world.send(guest, join_of(host, secret, "Guest " + std::to_string(i)));
    world.only<wire::RoomJoined>(guest);
  }
}

TEST_CASE("a server with a password greets those who say it") {
  HubWorld world(1, patient_limits(), with_server_password(false));
  for (const std::string wrong : {"", "Sesame", "sesame ", "sesamesesame"}) {
    CAPTURE(wrong);
    const hub::SessionId session = world.connect();
    world.send(session, hello_with(wrong));
    CHECK(world.only<wire::Goodbye>(session).reason == wire::Farewell::ServerPasswordWrong);
    CHECK_FALSE(world.connected(session));
  }
  const hub::SessionId session = world.connect();
  world.send(session, hello_with("sesame"));
  world.only<wire::Welcome>(session);
  world.send(session, wire::OpenRoom{{}, ""});
  world.only<wire::RoomJoined>(session);
}

TEST_CASE("where only holders open rooms, anyone joins, and a wrong password is still refused") {
  HubWorld world(1, patient_limits(), with_server_password(true));
  const hub::SessionId stranger = world.greet();
  world.send(stranger, wire::OpenRoom{{}, ""});
  CHECK(world.refused(stranger) == Refusal::ServerPasswordNeeded);
  const hub::SessionId holder = world.connect();
  world.send(holder, hello_with("sesame"));
  world.only<wire::Welcome>(holder);
  world.send(holder, wire::OpenRoom{{}, ""});
  const auto opened = world.only<wire::RoomJoined>(holder);
  world.send(stranger, wire::JoinRoom{opened.code, "Ana", wire::Role::Player});
  world.only<wire::RoomJoined>(stranger);
  const hub::SessionId liar = world.connect();
  world.send(liar, hello_with("open"));
  CHECK(world.only<wire::Goodbye>(liar).reason == wire::Farewell::ServerPasswordWrong);
}

TEST_CASE("guessing the server's password is limited per address, and another address is not kept out") {
  hub::Limits limits = patient_limits();
  limits.failed_tries_per_address_burst = 3;
  limits.failed_tries_kept_for_first = 0;
  HubWorld world(1, limits, with_server_password(false));
  std::vector<wire::Farewell> heard;
  for (int i = 0; i < 5; ++i) {
    const hub::SessionId session = world.connect_from(address(1));
    world.send(session, hello_with("guess " + std::to_string(i)));
    heard.push_back(world.only<wire::Goodbye>(session).reason);
  }
  CHECK(std::count(heard.begin(), heard.end(), wire::Farewell::ServerPasswordWrong) == 3);
  CHECK(heard.back() == wire::Farewell::ServerFull);
  const hub::SessionId right = world.connect_from(address(1));
  world.send(right, hello_with("sesame"));
  CHECK(world.only<wire::Goodbye>(right).reason == wire::Farewell::ServerFull);
  const hub::SessionId neighbour = world.connect_from(address(2));
  world.send(neighbour, hello_with("sesame"));
  world.only<wire::Welcome>(neighbour);
}

}  // namespace certamen
