#include "server/journal/journal.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using room::RoundTrips;
using room::Stamp;

wire::RoomSettings capped(std::uint32_t cap_ms, std::uint32_t questions = 4) {
  wire::RoomSettings settings = match_settings();
  settings.credit_cap_ms = cap_ms;
  settings.question_count = questions;
  return settings;
}

constexpr wire::Instant opening = wire::instant_from_micros(50'000'000);

// Received two seconds after the opening, claimed to be chosen so much earlier.
room::Answered answered(wire::Duration earlier, std::optional<RoundTrips> measured) {
  room::Answered event;
  event.received_at = opening + 2s;
  event.chosen_at = event.received_at - earlier;
  event.round_trips = measured;
  return event;
}

// Ana answers `before_now` after the opening and it takes `way`; as measured.
Effects answer_late(RoomWorld& world, wire::SeatId seat, wire::Duration reaction, wire::Duration way,
                    std::optional<RoundTrips> measured) {
  const wire::Instant pressed = world.asked().opens_at + reaction;
  if (pressed + way > world.now()) world.wait(pressed + way - world.now());
  return world.step(
      room::Answered{seat, world.room().question_number(), world.right(), pressed + way, pressed, {}, measured});
}

}  // namespace

TEST_CASE("a stamp is believed only inside the window before the receipt") {
  struct Row {
    wire::Duration earlier;
    wire::Duration credit;
    Stamp stamp;
  };
  const RoundTrips measured{160ms, 200ms, 20ms};  // covers 100 ms
  const Row rows[] = {{0ms, 0ms, Stamp::Believed},          {70ms, 70ms, Stamp::Believed},
                      {100ms, 100ms, Stamp::Believed},      {200ms, 100ms, Stamp::Believed},  // within the error
                      {200ms + 1us, 100ms, Stamp::Outside}, {2s, 100ms, Stamp::Outside},
                      {-100ms, 0ms, Stamp::Believed},       {-100ms - 1us, 0ms, Stamp::Outside}};
  for (const Row& row : rows) {
    CAPTURE(row.earlier.count());
    const room::FairTime fair = room::fair_time(answered(row.earlier, measured), capped(300), opening, 10s);
    CHECK(fair.credit == row.credit);
    CHECK(fair.at == opening + 2s - row.credit);
    CHECK(fair.stamp == row.stamp);
  }
}

TEST_CASE("the credit is the least of the measured way, the cap and what is left of the quota") {
  const RoundTrips measured{400ms, 400ms, 0ms};
  const auto credit = [&](std::uint32_t cap_ms, wire::Duration left) {
    return room::fair_time(answered(1s, measured), capped(cap_ms), opening, left).credit;
  };
  CHECK(credit(300, 10s) == 200ms);
  CHECK(credit(150, 10s) == 150ms);
  CHECK(credit(300, 90ms) == 90ms);
  CHECK(credit(300, 0ms) == 0ms);
  CHECK(credit(0, 10s) == 0ms);
}

TEST_CASE("without a measured round trip, a cap or a stamp the receipt counts and nothing is held against the stamp") {
  const RoundTrips measured{400ms, 400ms, 0ms};
  room::Answered unstamped = answered(0ms, measured);
  unstamped.chosen_at = {};
  for (const auto& fair : {room::fair_time(answered(1s, std::nullopt), capped(300), opening, 10s),
                           room::fair_time(answered(1s, measured), capped(0), opening, 10s),
                           room::fair_time(unstamped, capped(300), opening, 10s)}) {
    CHECK(fair == room::FairTime{opening + 2s, 0ms, Stamp::Unused});
  }
}

TEST_CASE("no answer counts as given before the opening, however long its way") {
  room::Answered early = answered(500ms, RoundTrips{600ms, 600ms, 0ms});
  early.received_at = opening + 30ms;
  early.chosen_at = opening - 100ms;
  const room::FairTime fair = room::fair_time(early, capped(300), opening, 10s);
  CHECK(fair.at == opening);
  CHECK(fair.credit == 30ms);
}

TEST_CASE("the quota is three quarters of the cap a question, and the cap at least") {
  CHECK(room::credit_quota(capped(300), 20) == 4500ms);
  CHECK(room::credit_quota(capped(300), 1) == 300ms);
  CHECK(room::credit_quota(capped(0), 20) == 0ms);
}

TEST_CASE("players of equal reaction and unequal ways get equal points, and the host reads why") {
  RoomWorld world(capped(300, 2));
  const wire::SeatId near = world.join("near");
  const wire::SeatId far = world.join("far");
  world.tick();
  world.start(2);
  for (int question = 0; question < 2; ++question) {
    world.open_question();
    answer_late(world, near, 2050ms, 5ms, RoundTrips{10ms, 10ms, 0ms});
    const Effects effects = answer_late(world, far, 2050ms, 190ms, RoundTrips{380ms, 390ms, 0ms});
    CHECK(replied<wire::AnswerLocked>(effects).at(0).answer_tenths == 20);
    world.play_to(question == 0 ? wire::Phase::Ranking : wire::Phase::Revealing);
  }
  CHECK(world.member(near).standing.points == world.member(far).standing.points);
  CHECK(world.member(near).rank == world.member(far).rank);
  const Effects said = world.command(wire::Command::Next);
  const auto reports = sent<wire::FairnessReported>(said, world.host());
  REQUIRE(reports.size() == 1);
  CHECK(sent<wire::FairnessReported>(said, far).empty());
  CHECK(reports[0] == world.room().fairness());
  CHECK(reports[0].rows ==
        std::vector<wire::FairnessRow>{{near, 2, 2, 10, 0, 10, 10, 1, 1, 2}, {far, 2, 2, 380, 0, 390, 390, 1, 2, 2}});
  CHECK(reports[0].ranks_changed == 1);
  CHECK(reports[0].quota_ms == 450);
  CHECK(reports[0].player_count == 2);
  CHECK(reports[0].error_ms == 100);
  CHECK(world.room().snapshot(world.host(), wire::Language::English).fairness == reports[0]);
  CHECK_FALSE(world.room().snapshot(far, wire::Language::English).fairness);
}

TEST_CASE("an answer that comes after the close is refused, however early its stamp and long its way") {
  RoomWorld world(capped(1000));
  const wire::SeatId ana = world.join("ana");
  world.start();
  world.open_question();
  const wire::Instant closes = world.asked().closes_at;
  world.wait(20s + 1ms);
  const RoundTrips measured{2s, 2s, 0ms};
  const room::Answered late{ana, 1, world.right(), closes + 1us, closes - 900ms, {}, measured};
  CHECK(refusal(world.step(late)) == wire::Refusal::TooLate);
  const room::Answered early{ana, 1, world.right(), closes, closes - 900ms, {}, measured};
  CHECK(replied<wire::AnswerLocked>(world.step(early)).at(0).answer_tenths == 191);
}

TEST_CASE("a used quota gives no more credit, in whatever connection") {
  RoomWorld world(capped(300, 4));
  const wire::SeatId ana = world.join("ana");
  world.start(4);
  std::vector<std::uint32_t> tenths;
  for (int question = 0; question < 4; ++question) {
    world.open_question();
    const Effects effects = answer_late(world, ana, 2s, 300ms, RoundTrips{600ms, 600ms, 0ms});
    tenths.push_back(replied<wire::AnswerLocked>(effects).at(0).answer_tenths);
    world.step(room::Disconnected{ana});
    world.resume(ana);
    if (question < 3) world.play_to(wire::Phase::Ranking);
  }
  CHECK(tenths == std::vector<std::uint32_t>{20, 20, 20, 23});  // 900 ms of 1200
  CHECK(world.member(ana).time_credit == 900ms);
}

TEST_CASE("options leave so early that everyone whose way the cap covers has them in time") {
  for (const auto& [cap_ms, lead] : {std::pair{0U, 300ms}, {300U, 300ms}, {900U, 900ms}}) {
    RoomWorld world(capped(cap_ms));
    world.join("ana");
    world.tick();
    world.start();
    CHECK(world.room().deadline() == world.now() + 3s - lead);
  }
}

TEST_CASE("the measured round trips are in the journal, so that a replay needs no network") {
  RoomWorld world(capped(300, 1));
  const wire::SeatId ana = world.join("ana");
  world.start(1);
  world.open_question();
  answer_late(world, ana, 1500ms, 180ms, RoundTrips{300ms, 320ms, 31ms});
  std::vector<journal::Entry> entries;
  for (const auto& [event, at] : world.story()) {
    const auto entry = journal::decode(journal::encode({event, at}));
    REQUIRE(entry);
    entries.push_back(*entry);
  }
  const auto room = journal::replay(entries);
  REQUIRE(room);
  CHECK(room->digest() == world.room().digest());
  CHECK(room->fairness() == world.room().fairness());
  CHECK(room->members().at(ana).given.at(0)->time_credit == 180ms);
}

}  // namespace certamen::server_test
