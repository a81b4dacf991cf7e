// The status port of a real server, as a watcher sees it.
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

ServerProcess::Options watched(const ScratchFolder& folder, const std::vector<std::string>& more = {"--threads", "1"}) {
  ServerProcess::Options options{test_bank(), folder.file("data.db"), "127.0.0.1:0", more};
  options.status = true;
  return options;
}

std::string metrics(const ServerProcess& server) {
  const HttpAnswer answer = http_get(server.status_port(), "/metrics");
  REQUIRE(answer.status == 200);
  return answer.body;
}

}  // namespace

TEST_CASE("a server that serves is healthy and ready, and has no other pages") {
  const ScratchFolder folder;
  const ServerProcess server(watched(folder, {"--threads", "2"}));
  REQUIRE(server.status_port() != 0);
  REQUIRE(http_get(server.status_port(), "/healthz").status == 200);
  const HttpAnswer ready = http_get(server.status_port(), "/readyz?whatever=1");
  REQUIRE(ready.status == 200);
  REQUIRE(ready.body == "ready\n");
  REQUIRE(http_get(server.status_port(), "/").status == 404);
  REQUIRE(http_get(server.status_port(), "/metrics/../../etc/passwd").status == 404);
  const HttpAnswer head = http_raw(server.status_port(), "HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  REQUIRE(head.status == 200);
  REQUIRE(head.body.empty());
  REQUIRE(http_raw(server.status_port(), "POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").status == 405);
}

TEST_CASE("without the option nobody is told the state of the server") {
  const ScratchFolder folder;
  ServerProcess server({test_bank(), folder.file("data.db")});
  REQUIRE(server.listening());
  REQUIRE(server.status_port() == 0);
  // Nor on the port of the game.
  REQUIRE(http_get(server.port(), "/metrics").status == 0);
}

TEST_CASE("an impossible status address is refused at the start") {
  const ScratchFolder folder;
  ServerProcess server({test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--status-listen", "nowhere"}});
  REQUIRE_FALSE(server.listening());
  REQUIRE(server.wait() == 2);
  REQUIRE(server.errors().find("--status-listen") != std::string::npos);

  const ServerProcess other(watched(folder));
  ServerProcess late({test_bank(),
                      folder.file("late.db"),
                      "127.0.0.1:0",
                      {"--status-listen", "127.0.0.1:" + std::to_string(other.status_port())}});
  REQUIRE_FALSE(late.listening());
  REQUIRE(late.wait() == 2);
  REQUIRE(late.errors().find("is taken; choose another with --status-listen") != std::string::npos);
}

TEST_CASE("nonsense on the status port is answered or cut, and harms nobody") {
  const ScratchFolder folder;
  const ServerProcess server(watched(folder));
  static_cast<void>(http_raw(server.status_port(), std::string(100'000, 'A')));
  static_cast<void>(http_raw(server.status_port(), "\r\n\r\n\x01\x02 / HTTP/9.9\r\n\r\n"));
  REQUIRE(http_get(server.status_port(), "/healthz").status == 200);
}

TEST_CASE("metrics tell rooms, sessions, answers, refusals, faults, traffic and commits") {
  const ScratchFolder folder;
  const ServerProcess server(watched(folder));
  {
    Host host(server.port());
    Player ana(server.port(), host.joined.code, "Ana");
    host.command(wire::Command::Start);
    ana.answer(ana.client.expect_room<wire::QuestionAsked>());
    ana.client.expect_seat<wire::AnswerLocked>();
    ana.client.send(wire::CommandRoom{wire::Command::End, wire::Ticket{}});
    REQUIRE(ana.client.expect<wire::Rejected>().reason == wire::Refusal::NotHost);
    WireClient stranger(server.port());
    stranger.send_raw("nonsense that is no frame of ours");
    stranger.expect<wire::Goodbye>();

    const std::string text = metrics(server);
    REQUIRE(metric(text, "certamen_rooms{shard=\"0\"}") == 1);
    REQUIRE(metric(text, "certamen_sessions{shard=\"0\"}") == 2);
    REQUIRE(metric(text, "certamen_sessions_opened_total{shard=\"0\"}") == 3);
    REQUIRE(metric(text, "certamen_refusals_total{shard=\"0\",reason=\"not_host\"}") == 1);
    REQUIRE(metric(text, "certamen_farewells_total{shard=\"0\",reason=\"protocol_error\"}") == 1);
    REQUIRE(metric(text, "certamen_acknowledgement_seconds_count{shard=\"0\"}") == 1);
    REQUIRE(metric(text, "certamen_acknowledgement_seconds_sum{shard=\"0\"}") > 0);
    REQUIRE(metric(text, "certamen_received_bytes_total{shard=\"0\"}") > 50);
    REQUIRE(metric(text, "certamen_sent_bytes_total{shard=\"0\"}") > 500);
    REQUIRE(metric(text, "certamen_readers_dropped_total{shard=\"0\"}") == 0);
    REQUIRE(metric(text, "certamen_entries_committed_total") >= 5);
    REQUIRE(metric(text, "certamen_commit_seconds_count") >= 1);
    REQUIRE(metric(text, "certamen_disk_failing") == 0);
    REQUIRE(metric(text, "certamen_bank_questions") > 100);
    REQUIRE(metric(text, "certamen_ready") == 1);
    // Numbers only: neither names nor the codes that open doors.
    REQUIRE(text.find("Ana") == std::string::npos);
    REQUIRE(text.find(host.joined.code) == std::string::npos);
  }
}

TEST_CASE("a server whose disk is full says that it is not ready, and is again when it can write") {
  const ScratchFolder folder;
  ServerProcess::Options options = watched(folder);
  options.file_bytes_max = 192 * 1024;
  ServerProcess server(options);
  Host host(server.port());
  std::vector<std::unique_ptr<WireClient>> waiting;
  while (http_get(server.status_port(), "/readyz").status == 200 && waiting.size() < 400) {
    waiting.push_back(std::make_unique<WireClient>(server.port()));
    waiting.back()->greet();
    waiting.back()->send(wire::JoinRoom{host.joined.code, "Player " + std::to_string(waiting.size()), wire::Role::Player});
    static_cast<void>(waiting.back()->next(std::chrono::milliseconds(300)));
  }
  const HttpAnswer unready = http_get(server.status_port(), "/readyz");
  REQUIRE(unready.status == 503);
  REQUIRE(unready.body.find("cannot be written") != std::string::npos);
  REQUIRE(http_get(server.status_port(), "/healthz").status == 200);  // a restart would not help
  REQUIRE(metric(metrics(server), "certamen_disk_failing") == 1);
  REQUIRE(metric(metrics(server), "certamen_disk_waiting") >= 1);

  server.lift_file_limit();
  REQUIRE_FALSE([&] {
    for (;;) {
      const auto troubled = host.client.expect<wire::RoomTroubled>();
      if (!troubled.storage_failing) return false;
    }
  }());
  REQUIRE(http_get(server.status_port(), "/readyz").status == 200);
}
