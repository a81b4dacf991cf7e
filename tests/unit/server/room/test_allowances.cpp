#include <chrono>

#include "server/room/allowances.hpp"
#include "tests/support/catch.hpp"

namespace certamen::room {
namespace {

using namespace std::chrono_literals;

constexpr wire::SeatId ana{1};
constexpr wire::SeatId ben{2};
const wire::Instant opening{60s};

TEST_CASE("allowances: windows in tenths, a half tenth for the player", "[room]") {
  CHECK(window_tenths(20, Allowance::Whole) == 200);
  CHECK(window_tenths(20, Allowance::FiveQuarters) == 250);
  CHECK(window_tenths(20, Allowance::ThreeHalves) == 300);
  CHECK(window_tenths(20, Allowance::Twice) == 400);
  CHECK(window_tenths(5, Allowance::FiveQuarters) == 63);
}

TEST_CASE("allowances: each window is its player's own", "[room]") {
  Allowances allowances;
  allowances.set(ana, Allowance::ThreeHalves);
  CHECK(allowances.closes_for(ana, opening, 10) == opening + 15s);
  CHECK(allowances.closes_for(ben, opening, 10) == opening + 10s);
  allowances.set(ana, Allowance::Whole);
  CHECK(allowances.closes_for(ana, opening, 10) == opening + 10s);
  CHECK(allowances.seats().empty());
}

TEST_CASE("allowances: a question waits for the longest window of those without an answer, and for no other", "[room]") {
  Allowances allowances;
  allowances.set(ana, Allowance::Twice);
  CHECK(allowances.closes_for_all({ana, ben}, opening, 10) == opening + 20s);
  CHECK(allowances.closes_for_all({ben}, opening, 10) == opening + 10s);
  CHECK(allowances.closes_for_all({}, opening, 10) == opening + 10s);
  allowances.leave(ana);
  CHECK(allowances.closes_for_all({ana, ben}, opening, 10) == opening + 10s);
}

}  // namespace
}  // namespace certamen::room
