#include <limits>

#include "server/exam/score.hpp"
#include "tests/support/catch.hpp"

namespace certamen::exam {
namespace {

using wire::Certainty;
using wire::Rule;
using wire::Scoring;
using namespace std::chrono_literals;

constexpr std::uint32_t allowed_min = 20;  // tenths: the shortest and the longest time that settings allow
constexpr std::uint32_t allowed_max = 3000;

Policy policy(Scoring scoring) {
  wire::RoomSettings settings;
  settings.scoring = scoring;
  return Policy(settings);
}

Policy with_options(Scoring scoring) {
  wire::RoomSettings settings;
  settings.scoring = scoring;
  settings.streak_bonus = true;
  settings.partial_credit = true;
  settings.penalty_percent = 30;
  return Policy(settings);
}

std::int64_t points_for(Scoring scoring, bool right, std::uint32_t tenths, std::uint32_t allowed) {
  static const Policy policies[] = {policy(Scoring::Speed), policy(Scoring::Accuracy), policy(Scoring::Certainty),
                                    policy(Scoring::Exam)};
  return policies[static_cast<std::size_t>(scoring)]
      .earned({{right ? 1U : 0U, 1}, tenths, allowed, right ? 1U : 0U, {}})
      .points;
}

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

TEST_CASE("a wrong answer is worth nothing, accuracy and exam are flat") {
  for_every_time([](std::uint32_t tenths, std::uint32_t allowed) {
    CAPTURE(tenths, allowed);
    REQUIRE(points_for(Scoring::Speed, false, tenths, allowed) == 0);
    for (const Scoring flat : {Scoring::Accuracy, Scoring::Exam}) {
      REQUIRE(points_for(flat, false, tenths, allowed) == 0);
      REQUIRE(points_for(flat, true, tenths, allowed) == points_possible);
    }
  });
}

TEST_CASE("certainty is worth its marks, whatever the time") {
  const Policy marks = with_options(Scoring::Certainty);
  CHECK(marks.asks_certainty());
  CHECK(marks.possible() == 300);
  const auto worth = [&marks](bool right, Certainty certainty, std::uint32_t tenths) {
    return marks.earned({{right ? 3U : 2U, 3}, tenths, 200, right ? 4U : 0U, certainty});
  };
  for (const std::uint32_t tenths : {0U, 7U, 200U}) {
    CHECK(worth(true, Certainty::Low, tenths) == Earned{100, 0});
    CHECK(worth(true, Certainty::Middle, tenths) == Earned{200, 0});
    CHECK(worth(true, Certainty::High, tenths) == Earned{300, 0});
    CHECK(worth(false, Certainty::Low, tenths) == Earned{0, 0});
    CHECK(worth(false, Certainty::Middle, tenths) == Earned{-200, 0});
    CHECK(worth(false, Certainty::High, tenths) == Earned{-600, 0});
  }
}

TEST_CASE("saying how sure one is pays best when it is true") {
  const auto best = [](std::int64_t right_percent) {
    Certainty chosen = Certainty::Low;
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
    for (const Certainty each : {Certainty::Low, Certainty::Middle, Certainty::High}) {
      const CertaintyMarks marks = marks_of(each);
      const std::int64_t expected = marks.right * right_percent + marks.wrong * (100 - right_percent);
      if (expected > most) {
        most = expected;
        chosen = each;
      }
    }
    return chosen;
  };
  CHECK(best(50) == Certainty::Low);
  CHECK(best(66) == Certainty::Low);
  CHECK(best(67) == Certainty::Middle);
  CHECK(best(80) == Certainty::Middle);
  CHECK(best(81) == Certainty::High);
}

TEST_CASE("exam and certainty scoring know no options") {
  const Policy exam = with_options(Scoring::Exam);
  CHECK(exam.earned({{2, 3}, 0, 200, 0, {}}) == Earned{0, 0});
  CHECK(exam.earned({{0, 3}, 0, 200, 0, {}}) == Earned{0, 0});
  CHECK(exam.earned({{3, 3}, 199, 200, 9, {}}) == Earned{1000, 0});
  CHECK(exam.rules() == std::vector<wire::PointsRule>{{Rule::Right, 1000, 0}, {Rule::Wrong, 0, 0}});
  CHECK(with_options(Scoring::Certainty).rules() == std::vector<wire::PointsRule>{{Rule::LowCertainty, 100, 0},
                                                                                  {Rule::MiddleCertainty, 200, -200},
                                                                                  {Rule::HighCertainty, 300, -600}});
}

TEST_CASE("without options an answer is right or worth nothing") {
  for (const Scoring scoring : {Scoring::Speed, Scoring::Accuracy}) {
    CHECK(policy(scoring).earned({{2, 3}, 0, 200, 0, {}}) == Earned{0, 0});
    CHECK(policy(scoring).earned({{3, 3}, 0, 200, 7, {}}) == Earned{1000, 0});
  }
}

TEST_CASE("partial credit is rounded half up, once") {
  const Policy speed = with_options(Scoring::Speed);
  const Policy flat = with_options(Scoring::Accuracy);
  CHECK(flat.earned({{1, 3}, 0, 200, 0, {}}).points == 333);
  CHECK(flat.earned({{2, 3}, 0, 200, 0, {}}).points == 667);
  CHECK(flat.earned({{1, 6}, 0, 200, 0, {}}).points == 167);
  CHECK(speed.earned({{1, 2}, 5, 200, 0, {}}).points == 494);  // 987.5 halved is 493.75
  CHECK(speed.earned({{1, 2}, 200, 200, 0, {}}).points == 250);
  CHECK(speed.earned({{5, 6}, 32, 200, 0, {}}).points == 767);  // 920 * 5/6 = 766.67
  CHECK(thousandths({1, 3}) == 333);
  CHECK(thousandths({2, 3}) == 667);
  CHECK(thousandths({0, 3}) == 0);
  CHECK(thousandths({3, 3}) == 1000);
}

TEST_CASE("the streak bonus grows by a hundred a step to five hundred, for right answers alone") {
  const Policy speed = with_options(Scoring::Speed);
  const std::int64_t bonus[] = {0, 0, 100, 200, 300, 400, 500, 500, 500};
  for (std::uint32_t streak = 1; streak < 9; ++streak) {
    CHECK(speed.earned({{1, 1}, 0, 200, streak, {}}) == Earned{1000 + bonus[streak], bonus[streak]});
    CHECK(speed.earned({{1, 1}, 200, 200, streak, {}}) == Earned{500 + bonus[streak], bonus[streak]});
  }
  CHECK(speed.earned({{2, 3}, 0, 200, 0, {}}) == Earned{667, 0});
}

TEST_CASE("the penalty is its share of the points possible, for what earns nothing") {
  for (std::uint32_t percent = 0; percent <= 100; ++percent) {
    wire::RoomSettings settings;
    settings.penalty_percent = percent;
    CHECK(Policy(settings).earned({{0, 1}, 3, 200, 0, {}}).points == -10 * std::int64_t{percent});
    CHECK(Policy(settings).earned({{2, 3}, 3, 200, 0, {}}).points == -10 * std::int64_t{percent});
    CHECK(Policy(settings).earned({{3, 3}, 3, 200, 1, {}}).points == 1000);
    settings.partial_credit = true;
    CHECK(Policy(settings).earned({{0, 3}, 3, 200, 0, {}}).points == -10 * std::int64_t{percent});
    CHECK(Policy(settings).earned({{2, 3}, 3, 200, 0, {}}).points == 667);
  }
}

TEST_CASE("the rules tell what the policy does") {
  CHECK(with_options(Scoring::Speed).rules() == std::vector<wire::PointsRule>{{Rule::RightAtOnce, 1000, 5},
                                                                              {Rule::RightAtLast, 500, 0},
                                                                              {Rule::Wrong, -300, 0},
                                                                              {Rule::PartialMultiple, 2, 0},
                                                                              {Rule::PartialOrdering, 0, 0},
                                                                              {Rule::PartialMatching, 0, 0},
                                                                              {Rule::StreakBonus, 100, 500},
                                                                              {Rule::TiesByTime, 1, 0}});
  CHECK(policy(Scoring::Accuracy).rules() == std::vector<wire::PointsRule>{{Rule::Right, 1000, 0}, {Rule::Wrong, 0, 0}});
  wire::RoomSettings settings;
  settings.partial_credit = true;
  settings.kinds = {wire::QuestionKind::Matching, wire::QuestionKind::Numeric};
  CHECK(Policy(settings).rules() == std::vector<wire::PointsRule>{{Rule::RightAtOnce, 1000, 5},
                                                                  {Rule::RightAtLast, 500, 0},
                                                                  {Rule::Wrong, 0, 0},
                                                                  {Rule::PartialMatching, 0, 0},
                                                                  {Rule::TiesByTime, 1, 0}});
  wire::RoomSettings teams;
  teams.scoring = Scoring::Accuracy;
  teams.team_count = 3;
  teams.discuss_seconds = 60;
  CHECK(Policy(teams).rules() == std::vector<wire::PointsRule>{
                                     {Rule::Right, 1000, 0}, {Rule::Wrong, 0, 0}, {Rule::SecondVote, 60, 0}, {Rule::TeamMean, 0, 0}});
  for (const Scoring scoring : {Scoring::Speed, Scoring::Accuracy, Scoring::Certainty, Scoring::Exam}) {
    CHECK(with_options(scoring).rules().size() <= wire::points_rules_max);
    CHECK(policy(scoring).asks_certainty() == (scoring == Scoring::Certainty));
  }
}

}  // namespace certamen::exam
