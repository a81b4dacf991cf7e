// Whole matches over real sockets and threads.
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

void play(const std::vector<std::string>& more, WireClient::Speech speech = WireClient::Speech::Plain) {
  const ScratchFolder folder;
  ServerProcess server({test_bank(), folder.file("data.db"), "127.0.0.1:0", more});
  Host host(server.port(), quick_settings(), speech);
  Player ana(server.port(), host.joined.code, "Ana", speech);
  Player bo(server.port(), host.joined.code, "Bo", speech);
  host.command(wire::Command::Start);
  std::int64_t ana_points = 0;
  for (std::uint32_t number = 1; number <= 2; ++number) {
    REQUIRE(ana.client.expect_room<wire::QuestionAnnounced>().number == number);
    const auto asked = ana.client.expect_room<wire::QuestionAsked>();
    ana.answer(asked);
    REQUIRE(ana.client.expect_seat<wire::AnswerLocked>().question_number == number);
    bo.answer(bo.client.expect_room<wire::QuestionAsked>());
    REQUIRE(bo.client.expect_seat<wire::AnswerLocked>().question_number == number);
    // Everyone has answered, so nobody waits for the clock.
    const auto revealed = host.client.expect_room<wire::QuestionRevealed>();
    REQUIRE(revealed.answered_count == 2);
    ana_points = ana.client.expect_seat<wire::OwnResult>().points;
    host.command(wire::Command::Next);
    if (number == 1) {
      REQUIRE(ana.client.expect_room<wire::RankingShown>().rows.size() == 2);
      host.command(wire::Command::Next);
    }
  }
  const auto finished = ana.client.expect_room<wire::MatchFinished>();
  REQUIRE(finished.rows.size() == 2);
  for (const wire::RankingRow& row : finished.rows) {
    if (row.seat == ana.joined.seat) REQUIRE(row.points == ana_points);
  }
  ana.client.send(wire::ReviewMatch{});
  REQUIRE(ana.client.expect_seat<wire::QuestionReviewed>().announced.number == 1);
  REQUIRE(ana.client.expect_seat<wire::QuestionReviewed>().announced.number == 2);
  REQUIRE(server.terminate() == 0);
}

}  // namespace

TEST_CASE("a match over TLS, on one shard and on several") {
  play({"--tls", "--threads", "1"}, WireClient::Speech::Tls);
  play({"--tls", "--threads", "3"}, WireClient::Speech::Tls);
}

TEST_CASE("a match on one shard") {
  play({"--threads", "1"});
}
TEST_CASE("a match on four shards") {
  play({"--threads", "4"});
}

TEST_CASE("the same seed gives the same paper") {
  std::vector<std::string> prompts;
  for (int run = 0; run < 2; ++run) {
    const ScratchFolder folder;
    const ServerProcess server({test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--seed", "42"}});
    Host host(server.port());
    host.command(wire::Command::Start);
    prompts.push_back(host.client.expect_room<wire::QuestionAnnounced>().prompt);
  }
  REQUIRE(prompts[0] == prompts[1]);
}

TEST_CASE("SIGTERM tells everyone goodbye and ends with 0") {
  const ScratchFolder folder;
  ServerProcess server({test_bank(), folder.file("data.db")});
  Host host(server.port());
  REQUIRE(server.terminate() == 0);
  REQUIRE(host.client.expect<wire::Goodbye>().reason == wire::Farewell::ServerStopping);
}

TEST_CASE("each language gets its own words of the same question") {
  const ScratchFolder folder;
  const ServerProcess server({test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--seed", "3"}});
  Host host(server.port());
  Player player(server.port(), host.joined.code, "Lucía");
  host.command(wire::Command::Start);
  const auto english = host.client.expect_room<wire::QuestionAnnounced>();
  const auto spanish = player.client.expect_room<wire::QuestionAnnounced>();
  REQUIRE(english.number == spanish.number);
  REQUIRE(english.prompt != spanish.prompt);
}
