// Connections and servers that die, and come back to where they were.
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

TEST_CASE("a client that dies returns to its seat with its answer") {
  const ScratchFolder folder;
  const ServerProcess server({test_bank(), folder.file("data.db")});
  Host host(server.port());
  Player ana(server.port(), host.joined.code, "Ana");
  Player bo(server.port(), host.joined.code, "Bo");
  host.command(wire::Command::Start);
  const auto asked = ana.client.expect_room<wire::QuestionAsked>();
  ana.answer(asked);
  const auto locked = ana.client.expect_seat<wire::AnswerLocked>();
  ana.client.die();

  WireClient again(server.port());
  again.greet();
  again.send(wire::ResumeSeat{host.joined.code, *ana.joined.ticket});
  const auto back = again.expect<wire::RoomJoined>();
  REQUIRE(back.seat == ana.joined.seat);
  REQUIRE(back.snapshot.phase == wire::Phase::Asking);
  REQUIRE(back.snapshot.own_answer == locked);
  again.send(wire::SubmitAnswer{asked.number, Player::any_answer(asked), asked.opens_at});
  REQUIRE(again.expect_seat<wire::AnswerLocked>() == locked);  // the first answer stands
}

TEST_CASE("a seat taken over tells the old connection goodbye") {
  const ScratchFolder folder;
  const ServerProcess server({test_bank(), folder.file("data.db")});
  Host host(server.port());
  Player ana(server.port(), host.joined.code, "Ana");
  WireClient again(server.port());
  again.greet();
  again.send(wire::ResumeSeat{host.joined.code, *ana.joined.ticket});
  REQUIRE(again.expect<wire::RoomJoined>().seat == ana.joined.seat);
  REQUIRE(ana.client.expect<wire::Goodbye>().reason == wire::Farewell::SeatTakenOver);
}

TEST_CASE("kill -9 in mid-question: same room, same answers, same remaining time") {
  const ScratchFolder folder;
  const ServerProcess::Options options{test_bank(), folder.file("data.db")};
  auto server = std::make_unique<ServerProcess>(options);
  Host host(server->port());
  Player ana(server->port(), host.joined.code, "Ana");
  Player bo(server->port(), host.joined.code, "Bo");
  host.command(wire::Command::Start);
  const auto asked = ana.client.expect_room<wire::QuestionAsked>();
  ana.answer(asked);
  const auto locked = ana.client.expect_seat<wire::AnswerLocked>();
  const wire::Duration allowed = asked.closes_at - asked.opens_at;
  server->kill();

  server = std::make_unique<ServerProcess>(options);
  REQUIRE(server->listening());
  std::vector<std::unique_ptr<WireClient>> returned;
  for (const wire::Ticket& ticket : {*host.joined.ticket, *ana.joined.ticket, *bo.joined.ticket}) {
    returned.push_back(std::make_unique<WireClient>(server->port()));
    returned.back()->greet(wire::Language::Spanish);
    returned.back()->send(wire::ResumeSeat{host.joined.code, ticket});
  }
  const auto back = returned[1]->expect<wire::RoomJoined>();
  REQUIRE(back.snapshot.phase == wire::Phase::Asking);
  REQUIRE(back.snapshot.paused.has_value());
  REQUIRE(back.snapshot.paused->reason == wire::PauseReason::ServerRestarted);
  REQUIRE(back.snapshot.own_answer == locked);
  REQUIRE(back.snapshot.asked->options == asked.options);
  REQUIRE(back.snapshot.asked->shuffle_seed == asked.shuffle_seed);
  REQUIRE(back.snapshot.asked->closes_at - back.snapshot.asked->opens_at == allowed);
  const wire::Duration remaining = back.snapshot.asked->closes_at - back.snapshot.paused->since;
  REQUIRE(remaining > wire::Duration{0});
  REQUIRE(remaining <= allowed);

  // Everyone is back, so the clock runs again, with what was left.
  const auto resumed = returned[2]->expect_room<wire::RoomResumed>();
  REQUIRE(resumed.closes_at - resumed.opens_at == allowed);
  const auto snapshot_host = returned[0]->expect<wire::RoomJoined>();
  REQUIRE(snapshot_host.snapshot.roster.size() == 3);
  returned[2]->send(wire::SubmitAnswer{asked.number, Player::any_answer(asked), resumed.opens_at});
  REQUIRE(returned[2]->expect_seat<wire::AnswerLocked>().question_number == asked.number);
  REQUIRE(returned[0]->expect_room<wire::QuestionRevealed>().answered_count == 2);
}

TEST_CASE("kill -9 of a finished match: the podium and the review are still there") {
  const ScratchFolder folder;
  const ServerProcess::Options options{test_bank(), folder.file("data.db")};
  auto server = std::make_unique<ServerProcess>(options);
  wire::RoomSettings settings = quick_settings();
  settings.question_count = 1;
  Host host(server->port(), settings);
  Player ana(server->port(), host.joined.code, "Ana");
  host.command(wire::Command::Start);
  ana.answer(ana.client.expect_room<wire::QuestionAsked>());
  host.client.expect_room<wire::QuestionRevealed>();
  host.command(wire::Command::Next);
  const auto finished = ana.client.expect_room<wire::MatchFinished>();
  server->kill();
  server = std::make_unique<ServerProcess>(options);
  WireClient again(server->port());
  again.greet();
  again.send(wire::ResumeSeat{host.joined.code, *ana.joined.ticket});
  REQUIRE(again.expect<wire::RoomJoined>().snapshot.finished == finished);
  again.send(wire::ReviewMatch{});
  REQUIRE(again.expect_seat<wire::QuestionReviewed>().own_answer.has_value());
}
