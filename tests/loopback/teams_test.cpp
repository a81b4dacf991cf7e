// Teams on a real server: two votes with a talk between them, over sockets and a kill.
#include <memory>

#include "proto/wire/presets.hpp"
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

wire::RoomSettings team_settings() {
  wire::RoomSettings settings = wire::preset(wire::Mode::TeamPractice);
  settings.question_count = 1;
  settings.reading_seconds = 1;
  settings.answer_seconds = 10;
  settings.discuss_seconds = 60;
  settings.kinds = {wire::QuestionKind::SingleChoice};
  settings.team_forming = wire::TeamForming::ByPlayers;
  return settings;
}

// Chooses, and waits until everybody is told: another connection's wish might overtake this one's.
void join_team(Player& player, wire::TeamNumber team) {
  player.client.send(wire::ChooseTeam{team});
  for (;;) {
    for (const wire::RosterEntry& entry : player.client.expect_room<wire::RosterChanged>().changed) {
      if (entry.seat == player.joined.seat && entry.team == team) return;
    }
  }
}

void next_when_lead_is_over(Host& host) {
  host.client.expect_room<wire::DiscussionOpened>();
  host.command(wire::Command::Next);
}

}  // namespace

TEST_CASE("a question of a team practice is voted on, discussed and voted on again") {
  const ScratchFolder folder;
  ServerProcess server({test_bank(), folder.file("data.db")});
  Host host(server.port(), team_settings());
  Player ada(server.port(), host.joined.code, "Ada");
  Player leo(server.port(), host.joined.code, "Leo");
  join_team(ada, 2);
  join_team(leo, 2);
  host.command(wire::Command::Start);
  ada.answer(ada.client.expect_room<wire::QuestionAsked>(), wire::ChoiceAnswer{{0}});
  leo.answer(leo.client.expect_room<wire::QuestionAsked>(), wire::ChoiceAnswer{{1}});
  const auto votes = ada.client.expect_seat<wire::TeamVotes>();
  CHECK(votes.team == 2);
  CHECK(votes.answered_count == 2);
  CHECK(votes.picks_by_option.at(0) == 1);
  CHECK(votes.picks_by_option.at(1) == 1);
  next_when_lead_is_over(host);
  const auto again = ada.client.expect_room<wire::QuestionAsked>();
  CHECK(again.vote == 2);
  ada.answer(again, wire::ChoiceAnswer{{1}});
  const auto locked = ada.client.expect_seat<wire::AnswerLocked>();
  CHECK(locked.vote == 2);
  host.command(wire::Command::Next);  // Leo stands by his first vote
  const auto revealed = leo.client.expect_room<wire::QuestionRevealed>();
  CHECK(revealed.answered_count == 2);
  CHECK(revealed.picks_by_option.at(1) == 2);
  CHECK(revealed.first_picks_by_option.at(0) == 1);
  host.command(wire::Command::Next);
  const auto finished = leo.client.expect_room<wire::MatchFinished>();
  REQUIRE(finished.teams.size() == 1);
  CHECK(finished.teams[0].team == 2);
  CHECK(finished.teams[0].member_count == 2);
  CHECK(server.terminate() == 0);
}

TEST_CASE("acceptance 15: a kill in the discussion keeps the first votes, the teams and the time left") {
  const ScratchFolder folder;
  const ServerProcess::Options options{test_bank(), folder.file("data.db")};
  auto server = std::make_unique<ServerProcess>(options);
  Host host(server->port(), team_settings());
  Player ada(server->port(), host.joined.code, "Ada");
  join_team(ada, 1);
  host.command(wire::Command::Start);
  ada.answer(ada.client.expect_room<wire::QuestionAsked>(), wire::ChoiceAnswer{{1}});
  ada.client.expect_seat<wire::TeamVotes>();
  server->kill();
  server = std::make_unique<ServerProcess>(options);
  WireClient back(server->port());
  back.greet();
  back.send(wire::ResumeSeat{host.joined.code, *ada.joined.ticket});
  const auto found = back.expect<wire::RoomJoined>().snapshot;
  CHECK(found.phase == wire::Phase::Discussing);
  REQUIRE(found.first_answer);
  CHECK(found.first_answer->answer == wire::Answer{wire::ChoiceAnswer{{1}}});
  REQUIRE(found.team_votes);
  CHECK(found.team_votes->team == 1);
  CHECK(server->terminate() == 0);
}
