#include "server/status/report.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

status::Report sound() {
  status::Report report;
  report.version = "1.2.3";
  report.listening = true;
  report.bank_questions = 9;
  report.shards = {hub::ShardCounts{}, hub::ShardCounts{}};
  return report;
}

}  // namespace

TEST_CASE("a server is ready when it listens, writes, has questions and is not stopping") {
  REQUIRE(status::unready_because(sound()).empty());
  status::Report report = sound();
  report.listening = false;
  REQUIRE(status::unready_because(report) == "not listening yet");
  report = sound();
  report.draining = true;
  REQUIRE(status::unready_because(report) == "stopping");
  report = sound();
  report.disk.failing = true;
  REQUIRE(status::unready_because(report) == "the data file cannot be written");
  report = sound();
  report.bank_questions = 0;
  REQUIRE(status::unready_because(report) == "the bank has no questions");
}

TEST_CASE("a shard that does not answer makes the server unhealthy and unready") {
  status::Report report = sound();
  REQUIRE(status::healthy(report));
  report.shards[1].reset();
  REQUIRE_FALSE(status::healthy(report));
  REQUIRE_FALSE(status::unready_because(report).empty());
}

TEST_CASE("metrics name shards and reasons, and leave out a shard that does not answer") {
  status::Report report = sound();
  report.shards[0]->hub.refusals[wire::Refusal::NameTaken] = 4;
  report.shards[0]->hub.farewells[wire::Farewell::ProtocolError] = 2;
  report.shards[1].reset();
  report.disk.failing = true;
  const std::string text = status::metrics_text(report);
  REQUIRE(text.find("certamen_refusals_total{shard=\"0\",reason=\"name_taken\"} 4\n") != std::string::npos);
  REQUIRE(text.find("certamen_farewells_total{shard=\"0\",reason=\"protocol_error\"} 2\n") != std::string::npos);
  REQUIRE(text.find("certamen_build_info{version=\"1.2.3\"} 1\n") != std::string::npos);
  REQUIRE(text.find("certamen_ready 0\n") != std::string::npos);
  REQUIRE(text.find("certamen_disk_failing 1\n") != std::string::npos);
  REQUIRE(text.find("shard=\"1\"") == std::string::npos);
}
