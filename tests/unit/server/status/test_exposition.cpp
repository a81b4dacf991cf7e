#include "server/status/exposition.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

TEST_CASE("a metric has its help, its type and a line a sample") {
  status::Exposition out;
  out.metric("certamen_rooms", "gauge", "Rooms that are there.");
  out.sample({{"shard", "0"}}, 3);
  out.sample({}, 18'446'744'073'709'551'615U);
  REQUIRE(out.text() ==
          "# HELP certamen_rooms Rooms that are there.\n"
          "# TYPE certamen_rooms gauge\n"
          "certamen_rooms{shard=\"0\"} 3\n"
          "certamen_rooms 18446744073709551615\n");
}

TEST_CASE("label values cannot break out of their quotes or lines") {
  status::Exposition out;
  out.metric("m", "counter", "h");
  out.sample({{"a", "\"} 1\n\\"}, {"b", "plain"}}, 7);
  REQUIRE(out.text() == "# HELP m h\n# TYPE m counter\nm{a=\"\\\"} 1\\n\\\\\",b=\"plain\"} 7\n");
}

TEST_CASE("a histogram's buckets are cumulative, in seconds, and end with all") {
  hub::Histogram histogram;
  histogram.add(wire::Duration{0});
  histogram.add(wire::Duration{500});  // the bound belongs to its bucket
  histogram.add(wire::Duration{501});
  histogram.add(wire::Duration{60'000'000});
  status::Exposition out;
  out.metric("t", "histogram", "h");
  out.sample({{"shard", "1"}}, histogram);
  const std::string& text = out.text();
  REQUIRE(text.find("t_bucket{shard=\"1\",le=\"0.0005\"} 2\n") != std::string::npos);
  REQUIRE(text.find("t_bucket{shard=\"1\",le=\"0.001\"} 3\n") != std::string::npos);
  REQUIRE(text.find("t_bucket{shard=\"1\",le=\"5\"} 3\n") != std::string::npos);
  REQUIRE(text.find("t_bucket{shard=\"1\",le=\"+Inf\"} 4\n") != std::string::npos);
  REQUIRE(text.find("t_sum{shard=\"1\"} 60.001001\n") != std::string::npos);
  REQUIRE(text.find("t_count{shard=\"1\"} 4\n") != std::string::npos);
}
