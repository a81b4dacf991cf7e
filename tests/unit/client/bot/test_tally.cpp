#include "client/bot/report.hpp"
#include "client/bot/tally.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::bot;

namespace {

wire::Duration ms(std::int64_t count) {
  return std::chrono::milliseconds{count};
}
wire::Instant at(std::int64_t count) {
  return wire::Instant{} + ms(count);
}

}  // namespace

TEST_CASE("percentiles are those of the nearest rank") {
  std::vector<wire::Duration> values;
  for (int i = 100; i >= 1; --i) values.push_back(ms(i));
  const auto times = percentiles_of(values);
  CHECK(times.p50 == ms(50));
  CHECK(times.p95 == ms(95));
  CHECK(times.p99 == ms(99));
  CHECK(percentiles_of({ms(7)}).p50 == ms(7));
  CHECK(percentiles_of({ms(7)}).p99 == ms(7));
  CHECK(percentiles_of({}).p99 == ms(0));
}

TEST_CASE("a question's spread is measured inside its room") {
  Tally early, late, elsewhere;
  early.asked_at = {{{1, 1}, at(100)}, {{2, 1}, at(500)}};
  late.asked_at = {{{1, 1}, at(130)}, {{2, 1}, at(510)}};
  elsewhere.asked_at = {{{1, 1}, at(9000)}};
  const Sum sum = sum_of({{&early, &late}, {&elsewhere}});
  CHECK(sum.rooms == 2);
  CHECK(sum.players == 3);
  CHECK(sum.spread.p99 == ms(30));
  CHECK(sum.spread.p50 == ms(10));
}

TEST_CASE("all is well when everyone finished and nothing was lost") {
  Tally tally;
  tally.finished = true;
  CHECK(sum_of({{&tally}}).all_well());
  tally.lost = 1;
  CHECK_FALSE(sum_of({{&tally}}).all_well());
  tally.lost = 0;
  tally.finished = false;
  CHECK_FALSE(sum_of({{&tally}}).all_well());
  tally.finished = true;
  tally.pressed_at = {{{1, 1}, at(100)}};
  CHECK_FALSE(sum_of({{&tally}}).all_well());
  tally.acknowledged = {{{1, 1}, Acknowledged{}}};
  CHECK(sum_of({{&tally}}).all_well());
}

TEST_CASE("a reason for failure is told once, however many it struck") {
  Tally one, two, three;
  one.failure = two.failure = "the room is full";
  three.failure = "the name is taken";
  const Sum sum = sum_of({{&one, &two, &three}});
  CHECK(sum.failures == std::vector<std::string>{"the room is full", "the name is taken"});
}

TEST_CASE("a report says what did not go well, and shows no noughts where nobody came in") {
  Tally in, out;
  in.joined = in.finished = true;
  in.pressed_at = {{{1, 1}, at(100)}, {{2, 1}, at(200)}};
  in.acknowledged = {{{1, 1}, Acknowledged{}}};
  out.failure = "the room is full";
  const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
  const std::string mixed = text_of(sum_of({{&in, &out}}));
  CHECK(has(mixed, "joined        1\n"));
  CHECK(has(mixed, "not well: 1 players did not play to the end\n"));
  CHECK(has(mixed, "not well: 1 answers were not acknowledged\n"));
  CHECK(has(mixed, "failure: the room is full\n"));
  const std::string none = text_of(sum_of({{&out}}));
  CHECK(has(none, "nobody of 1 joined\n"));
  CHECK(has(none, "failure: the room is full\n"));
  CHECK_FALSE(has(none, " 0\n"));
  in.acknowledged = {{{1, 1}, Acknowledged{}}, {{2, 1}, Acknowledged{}}};
  CHECK_FALSE(has(text_of(sum_of({{&in}})), "not well"));
}
