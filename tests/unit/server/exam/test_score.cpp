#include <limits>

#include "server/exam/score.hpp"
#include "tests/support/catch.hpp"

namespace certamen::exam {
namespace {

using wire::Scoring;
using namespace std::chrono_literals;

constexpr std::uint32_t allowed_min = 20;  // tenths: the shortest and the longest time that settings allow
constexpr std::uint32_t allowed_max = 3000;

// Calls `check(tenths, allowed)` for every time of every allowed time.
template <class Check>
void for_every_time(const Check& check) {
  for (std::uint32_t allowed = allowed_min; allowed <= allowed_max; allowed += allowed < 400 ? 1 : 100) {
    for (std::uint32_t tenths = 0; tenths <= allowed; ++tenths) check(tenths, allowed);
  }
}

}  // namespace

TEST_CASE("answer times are whole tenths, rounded down, never before the opening") {
  const wire::Instant opens_at{10s};
  const auto tenths = [opens_at](wire::Duration after) { return answer_tenths(opens_at, opens_at + after); };
  CHECK(tenths(0us) == 0);
  CHECK(tenths(-1us) == 0);
  CHECK(tenths(-5s) == 0);
  CHECK(tenths(99'999us) == 0);
  CHECK(tenths(100'000us) == 1);
  CHECK(tenths(100'001us) == 1);
  CHECK(tenths(3'299'999us) == 32);
  CHECK(tenths(3'300'000us) == 33);
  CHECK(tenths(300s) == 3000);
}

TEST_CASE("speed scoring at known times") {
  struct Row {
    std::uint32_t tenths;
    std::uint32_t allowed;
    std::int64_t points;
  };
  // round(1000 * (1 - t / 2T)) by hand
  const Row rows[] = {{0, 200, 1000},  {4, 200, 1000},  {5, 200, 988},   {6, 200, 985}, {32, 200, 920}, {100, 200, 750},
                      {199, 200, 503}, {200, 200, 500}, {201, 200, 500}, {7, 300, 988}, {1, 300, 1000}, {299, 300, 502},
                      {10, 70, 929},   {35, 70, 750},   {69, 70, 507},   {20, 20, 500}, {5, 20, 875},   {3000, 3000, 500},
                      {1, 1, 1000},    {5, 1, 500},     {5, 0, 500},     {4, 0, 1000}};
  for (const Row& row : rows) {
    CAPTURE(row.tenths, row.allowed);
    CHECK(points_for(Scoring::Speed, true, row.tenths, row.allowed) == row.points);
  }
}

TEST_CASE("a right answer is worth between half and all") {
  for_every_time([](std::uint32_t tenths, std::uint32_t allowed) {
    const std::int64_t points = points_for(Scoring::Speed, true, tenths, allowed);
    CAPTURE(tenths, allowed);
    REQUIRE(points >= points_possible / 2);
    REQUIRE(points <= points_possible);
  });
}

TEST_CASE("later is never worth more") {
  std::int64_t previous = points_possible;
  for_every_time([&previous](std::uint32_t tenths, std::uint32_t allowed) {
    const std::int64_t points = points_for(Scoring::Speed, true, tenths, allowed);
    CAPTURE(tenths, allowed);
    if (tenths > 0) REQUIRE(points <= previous);
    previous = points;
  });
}

TEST_CASE("the last instant is worth exactly half, and so is anything after it") {
  for (std::uint32_t allowed = allowed_min; allowed <= allowed_max; ++allowed) {
    CAPTURE(allowed);
    REQUIRE(points_for(Scoring::Speed, true, allowed, allowed) == points_possible / 2);
    REQUIRE(points_for(Scoring::Speed, true, allowed + 1, allowed) == points_possible / 2);
    REQUIRE(points_for(Scoring::Speed, true, std::numeric_limits<std::uint32_t>::max(), allowed) == points_possible / 2);
  }
}

TEST_CASE("within half a second everything is worth everything") {
  for (std::uint32_t allowed = allowed_min; allowed <= allowed_max; ++allowed) {
    for (std::uint32_t tenths = 0; tenths < full_points_tenths; ++tenths) {
      REQUIRE(points_for(Scoring::Speed, true, tenths, allowed) == points_possible);
    }
    REQUIRE(points_for(Scoring::Speed, true, full_points_tenths, allowed) < points_possible);
  }
}

// Issue: formulas that fall to zero reward guessing.
TEST_CASE("a blind guess is never worth more than the slowest right answer") {
  for (std::int64_t options = 2; options <= 8; ++options) {
    const std::int64_t guess_times_options = points_for(Scoring::Speed, true, 0, allowed_max);  // right once in `options`
    for (std::uint32_t allowed = allowed_min; allowed <= allowed_max; ++allowed) {
      REQUIRE(guess_times_options <= options * points_for(Scoring::Speed, true, allowed, allowed));
    }
  }
}

TEST_CASE("points round to the nearest whole, halves up") {
  for_every_time([](std::uint32_t tenths, std::uint32_t allowed) {
    if (tenths < full_points_tenths) return;
    // |points - exact| <= 1/2 without fractions: exact = 1000 * (2T - t) / 2T
    const std::int64_t whole = 2 * std::int64_t{allowed};
    const std::int64_t error_times_whole =
        points_for(Scoring::Speed, true, tenths, allowed) * whole - points_possible * (whole - tenths);
    CAPTURE(tenths, allowed);
    REQUIRE(2 * error_times_whole <= whole);
    REQUIRE(2 * error_times_whole > -whole);
  });
}

TEST_CASE("a wrong answer is worth nothing, accuracy is flat") {
  for_every_time([](std::uint32_t tenths, std::uint32_t allowed) {
    CAPTURE(tenths, allowed);
    REQUIRE(points_for(Scoring::Speed, false, tenths, allowed) == 0);
    REQUIRE(points_for(Scoring::Accuracy, false, tenths, allowed) == 0);
    REQUIRE(points_for(Scoring::Accuracy, true, tenths, allowed) == points_possible);
  });
}

}  // namespace certamen::exam
