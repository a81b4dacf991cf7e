#include <chrono>

#include "server/room/allowances.hpp"
#include "tests/support/catch.hpp"

namespace certamen::room {
namespace {

using namespace std::chrono_literals;

constexpr wire::SeatId ana{1};
constexpr wire::SeatId ben{2};
const wire::Instant opening{60s};

TEST_CASE("allowances: windows in tenths, a part of a tenth for the player", "[room]") {
  CHECK(wire::own_window(20s, wire::Allowance::Whole) == 20s);
  CHECK(wire::own_window(20s, wire::Allowance::FiveQuarters) == 25s);
  CHECK(wire::own_window(20s, wire::Allowance::ThreeHalves) == 30s);
  CHECK(wire::own_window(20s, wire::Allowance::Twice) == 40s);
  CHECK(wire::own_window(5s, wire::Allowance::FiveQuarters) == 6300ms);
}

TEST_CASE("allowances: each window is its player's own", "[room]") {
  Allowances allowances;
  allowances.set(ana, wire::Allowance::ThreeHalves);
  CHECK(allowances.closes_for(ana, opening, opening + 10s) == opening + 15s);
  CHECK(allowances.closes_for(ben, opening, opening + 10s) == opening + 10s);
  allowances.set(ana, wire::Allowance::Whole);
  CHECK(allowances.closes_for(ana, opening, opening + 10s) == opening + 10s);
  CHECK(allowances.seats().empty());
}

}  // namespace
}  // namespace certamen::room
