// A stranger who repeats a wish that is written down, for as long as it is let: what bounds the journal and the room.
//
// Three bounds, each shown alone: `wishes_burst` and `wishes_per_second` of a session bound the rate, and who goes on after
// `wishes_debt_max` refusals is let go; `room::team_choices_max` bounds one player's choices of a team, and
// `room::orders_max` all orders of a room's host and co-hosts, however patient they are.
#include <functional>

#include "proto/wire/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Refusal;

wire::RoomSettings team_settings() {
  wire::RoomSettings settings = match_settings();
  settings.team_count = 2;
  settings.team_forming = wire::TeamForming::ByPlayers;
  return settings;
}

std::size_t entries(const HubWorld& world) {
  return world.journals().begin()->second.size();
}

// Wish number `i` of a flood: always another one than the last, so that none is refused for changing nothing.
using Flood = std::function<wire::ClientMessage(std::uint32_t i)>;

wire::TeamNumber other_team(std::uint32_t i) {
  return static_cast<wire::TeamNumber>(1 + i % 2);
}

Flood choices() {
  return [](std::uint32_t i) { return wire::ChooseTeam{other_team(i)}; };
}

Flood moves(const HubWorld& world, const Seated& host, wire::SeatId seat) {
  const std::uint32_t there = world.room(host).teams().team_of(seat);
  return [=](std::uint32_t i) { return wire::CommandRoom{wire::MoveToTeam{seat, other_team(there + i)}, host.host_ticket}; };
}

Flood allowances(const Seated& host, wire::SeatId seat) {
  return [=](std::uint32_t i) {
    const auto allowance = i % 2 == 0 ? wire::Allowance::Twice : wire::Allowance::Whole;
    return wire::CommandRoom{wire::SetAllowance{seat, allowance}, host.host_ticket};
  };
}

// Slowly enough that no wish is too fast, until one is refused; how many were not.
std::uint32_t go_on_until_refused(HubWorld& world, const hub::SessionId& session, const Flood& flood, std::uint32_t most) {
  for (std::uint32_t i = 0; i < most; ++i) {
    world.forget();
    world.send(session, flood(i));
    const auto refused = of_kind<wire::Rejected>(world.heard(session));
    if (!refused.empty()) {
      CHECK(refused.front().reason == Refusal::TooFast);
      return i;
    }
    world.wait(100ms);
  }
  return most;
}

}  // namespace

TEST_CASE(
    "stranger: a flood of team choices or of a host's orders is written down at the session's rate, then it is let go") {
  const int kind = GENERATE(0, 1, 2);
  const hub::Limits limits;
  HubWorld world;
  const Seated host = world.open(team_settings());
  const Seated ana = world.join(host.code, "ana");
  const Flood flood = kind == 0 ? choices() : kind == 1 ? moves(world, host, ana.seat) : allowances(host, ana.seat);
  const hub::SessionId session = kind == 0 ? ana.session : host.session;
  world.wait(1min);
  const std::size_t before = entries(world);
  std::uint32_t sent = 0;
  for (; world.connected(session) && sent < 10'000; ++sent) world.send(session, flood(sent));
  CHECK_FALSE(world.connected(session));
  CHECK(sent <= limits.wishes_burst + limits.wishes_debt_max + 1);
  const std::size_t written = entries(world) - before;
  CHECK(written > 10);
  CHECK(written <= static_cast<std::size_t>(limits.wishes_burst) + 1);  // and that its connection is gone
  CHECK(world.room(host).members().size() == 2);
  world.check_journals();
}

TEST_CASE("stranger: a player who changes teams patiently is stopped for good, and no one else") {
  HubWorld world;
  const Seated host = world.open(team_settings());
  const Seated mallory = world.join(host.code, "mallory");
  const Seated ana = world.join(host.code, "ana");
  CHECK(go_on_until_refused(world, mallory.session, choices(), 10'000) == room::team_choices_max);
  const std::size_t before = entries(world);
  world.wait(1h);
  for (std::uint32_t i = 0; i < 100; ++i) {
    world.send(mallory.session, choices()(i));
    world.wait(100ms);
  }
  CHECK(entries(world) == before);
  CHECK(world.room(host).teams().seats().size() == 1);
  world.send(ana.session, wire::ChooseTeam{2});
  CHECK(world.room(host).teams().team_of(ana.seat) == 2);
}

TEST_CASE("stranger: a host who gives orders patiently is stopped for good, and can only go on and end") {
  const bool moving = GENERATE(true, false);
  HubWorld world;
  const Seated host = world.open(team_settings());
  const Seated ana = world.join(host.code, "ana");
  world.command(host, wire::Command::Start);
  world.play_to(host, wire::Phase::Ranking);
  const Flood flood = moving ? moves(world, host, ana.seat) : allowances(host, ana.seat);
  const std::uint32_t obeyed = go_on_until_refused(world, host.session, flood, 2 * room::orders_max);
  CHECK(obeyed <= room::orders_max);
  CHECK(obeyed > room::orders_max - 20);  // some began the match
  const std::size_t before = entries(world);
  for (const wire::Order& order : {wire::Order{wire::LockRoom{true}}, wire::Order{wire::Command::Pause},
                                   wire::Order{wire::MoveToTeam{ana.seat, 2}}, wire::Order{wire::MoveToTeam{ana.seat, 1}}}) {
    world.wait(1s);
    world.forget();
    world.send(host.session, wire::CommandRoom{order, host.host_ticket});
    CHECK(world.refused(host.session) == Refusal::TooFast);
  }
  CHECK(entries(world) == before);
  CHECK(world.room(host).teams().seats().size() <= 2);
  CHECK(world.room(host).members().size() == 2);
  world.play_to(host, wire::Phase::Finished);
  world.check_journals();
  world.command(host, wire::Command::End);
  CHECK(world.find(host.code) == nullptr);
}

}  // namespace certamen::server_test
