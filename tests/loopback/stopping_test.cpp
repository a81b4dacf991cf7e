// A server that is asked to stop: at once, when the running questions have ended, or on a second word.
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

ServerProcess::Options draining(const ScratchFolder& folder, const std::string& seconds) {
  ServerProcess::Options options{test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--drain-seconds", seconds}};
  options.status = true;
  return options;
}

}  // namespace

TEST_CASE("a stop that waits lets the running question end, begins nothing new, and says goodbye") {
  const ScratchFolder folder;
  ServerProcess server(draining(folder, "60"));
  Host host(server.port());
  Player ana(server.port(), host.joined.code, "Ana");
  Player bo(server.port(), host.joined.code, "Bo");
  host.command(wire::Command::Start);
  const auto asked = ana.client.expect_room<wire::QuestionAsked>();
  server.ask_to_stop();
  while (http_get(server.status_port(), "/readyz").status == 200) continue;
  REQUIRE(http_get(server.status_port(), "/readyz").body == "stopping\n");

  // Neither a new room nor the end of this match.
  WireClient late(server.port());
  late.greet();
  late.send(wire::OpenRoom{quick_settings(), ""});
  REQUIRE(late.expect<wire::Rejected>().reason == wire::Refusal::TooManyRooms);
  host.command(wire::Command::Next);
  REQUIRE(host.client.expect<wire::Rejected>().reason == wire::Refusal::WrongPhase);

  ana.answer(asked);
  const auto locked = ana.client.expect_seat<wire::AnswerLocked>();
  bo.answer(asked);
  REQUIRE(host.client.expect_room<wire::QuestionRevealed>().answered_count == 2);
  REQUIRE(ana.client.expect<wire::Goodbye>().reason == wire::Farewell::ServerStopping);
  REQUIRE(server.wait() == 0);

  // Who comes back later finds the room after its reveal.
  const ServerProcess next({test_bank(), folder.file("data.db")});
  WireClient again(next.port());
  again.greet();
  again.send(wire::ResumeSeat{host.joined.code, *ana.joined.ticket});
  const auto back = again.expect<wire::RoomJoined>();
  REQUIRE(back.snapshot.phase == wire::Phase::Revealing);
  REQUIRE(back.snapshot.own_answer == locked);
}

TEST_CASE("a stop does not wait longer than it was told to") {
  const ScratchFolder folder;
  ServerProcess server(draining(folder, "1"));
  wire::RoomSettings settings = quick_settings();
  settings.answer_seconds = 300;
  Host host(server.port(), settings);
  Player ana(server.port(), host.joined.code, "Ana");
  host.command(wire::Command::Start);
  ana.client.expect_room<wire::QuestionAsked>();
  const auto begun = std::chrono::steady_clock::now();
  REQUIRE(server.terminate() == 0);
  REQUIRE(std::chrono::steady_clock::now() - begun < std::chrono::seconds(60));
  REQUIRE(ana.client.expect<wire::Goodbye>().reason == wire::Farewell::ServerStopping);
}

TEST_CASE("a second signal stops at once, and what was acknowledged is there all the same") {
  const ScratchFolder folder;
  ServerProcess server(draining(folder, "600"));
  wire::RoomSettings settings = quick_settings();
  settings.answer_seconds = 300;
  Host host(server.port(), settings);
  Player ana(server.port(), host.joined.code, "Ana");
  Player bo(server.port(), host.joined.code, "Bo");
  host.command(wire::Command::Start);
  ana.answer(ana.client.expect_room<wire::QuestionAsked>());
  const auto locked = ana.client.expect_seat<wire::AnswerLocked>();
  server.ask_to_stop();
  while (http_get(server.status_port(), "/readyz").status == 200) continue;
  REQUIRE(server.terminate() == 1);

  const ServerProcess next({test_bank(), folder.file("data.db")});
  WireClient again(next.port());
  again.greet();
  again.send(wire::ResumeSeat{host.joined.code, *ana.joined.ticket});
  REQUIRE(again.expect<wire::RoomJoined>().snapshot.own_answer == locked);
}
