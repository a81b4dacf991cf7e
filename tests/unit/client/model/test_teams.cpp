#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;
using wire::ChoiceAnswer;
using wire::SubmitAnswer;

namespace {

// A first vote for option 1 is acknowledged, and the teams talk until server(63000).
Player discussing_player() {
  Player player = asking_player();
  player.does(ToggleOption{1});
  player.told(2, wire::AnswerLocked{1, ChoiceAnswer{{1}}, 5});
  player.hears(3, wire::DiscussionOpened{1, server(63000)});
  return player;
}

wire::QuestionAsked asked_again() {
  wire::QuestionAsked again = asked(1);
  again.vote = 2;
  again.opens_at = server(63000);
  again.closes_at = server(73000);
  return again;
}

// In the lobby of a room whose players form three teams.
Player gathering_player(wire::TeamForming forming = wire::TeamForming::ByPlayers, std::uint32_t teams = 3) {
  Player player;
  wire::Snapshot snapshot;
  snapshot.settings.team_count = teams;
  snapshot.settings.team_forming = forming;
  player.joins(std::move(snapshot));
  return player;
}

}  // namespace

TEST_CASE("a team chosen in the lobby is asked for once a press") {
  Player player = gathering_player();
  player.does(ChooseTeam{3});
  REQUIRE(player.sent<wire::ChooseTeam>().size() == 1);
  CHECK(player.sent<wire::ChooseTeam>()[0] == wire::ChooseTeam{3});
  player.does(Tick{});
  CHECK(player.sent<wire::ChooseTeam>().empty());
  player.does(ChooseTeam{1});
  CHECK(player.sent<wire::ChooseTeam>() == std::vector{wire::ChooseTeam{1}});
}

TEST_CASE("no team is asked for where none may be chosen") {
  const auto asks = [](Player player, wire::TeamNumber team = 1) {
    player.does(ChooseTeam{team});
    return !player.sent<wire::ChooseTeam>().empty();
  };
  CHECK(asks(gathering_player()));
  CHECK_FALSE(asks(gathering_player(), 0));
  CHECK_FALSE(asks(gathering_player(), 4));
  CHECK_FALSE(asks(gathering_player(wire::TeamForming::Balanced)));
  CHECK_FALSE(asks(gathering_player(wire::TeamForming::ByPlayers, 0)));
  Player watching = gathering_player();
  watching.model.room->plays = false;
  CHECK_FALSE(asks(watching));
  Player playing = gathering_player();
  playing.hears(1, announced(1));
  CHECK_FALSE(asks(playing));
  Player lost = gathering_player();
  lost.loses_connection();
  CHECK_FALSE(asks(lost));
  CHECK_FALSE(asks(Player{}));
}

TEST_CASE("while the teams talk the board shows the own first vote, and takes nothing") {
  Player player = discussing_player();
  CHECK(stage(player.model, player.now) == Stage::Discussing);
  CHECK(display_options(player.model)[1].picked);
  CHECK_FALSE(can_answer(player.model, player.now));
  player.at(33000);
  CHECK(time_left(player.model, player.now) == std::chrono::seconds{30});
  player.told(3, wire::TeamVotes{1, 2, 3, 3, {1, 2, 0, 0}, {}, {}});
  CHECK(player.model.room->team_votes->team == 2);
}

TEST_CASE("the second vote begins with an empty board and leaves as the second") {
  Player player = discussing_player();
  player.at(62700);
  player.hears(4, asked_again());
  CHECK(stage(player.model, player.now) == Stage::Reading);
  CHECK_FALSE(player.model.room->discussion);
  player.at(64000);
  CHECK(stage(player.model, player.now) == Stage::Asking);
  REQUIRE(can_answer(player.model, player.now));
  player.does(ToggleOption{2});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>()[0] == SubmitAnswer{1, ChoiceAnswer{{2}}, server(64000), std::nullopt, 2});
  CHECK(player.model.room->first_answer->answer == wire::Answer{ChoiceAnswer{{1}}});
}

TEST_CASE("a late word on the first vote is not taken for the second") {
  Player player = asking_player();
  player.does(ToggleOption{1});
  player.hears(3, wire::DiscussionOpened{1, server(63000)});
  CHECK(player.noticed(Remark::AnswerLost));
  player.at(62700);
  player.hears(4, asked_again());
  player.told(4, wire::AnswerLocked{1, ChoiceAnswer{{1}}, 5});
  CHECK(answer_state(player.model) == AnswerState::None);
  CHECK(player.model.room->first_answer->answer == wire::Answer{ChoiceAnswer{{1}}});
}

TEST_CASE("a return into the discussion shows the own vote, the team's and the time") {
  Player player = discussing_player();
  player.loses_connection();
  player.waits_for_retry();
  player.gets_online();
  wire::Snapshot found = asking_snapshot();
  found.sequence = 3;
  found.phase = wire::Phase::Discussing;
  found.discussion = wire::DiscussionOpened{1, server(63000)};
  found.team_votes = wire::TeamVotes{1, 1, 1, 1, {0, 1, 0, 0}, {}, {}};
  found.first_answer = wire::AnswerLocked{1, ChoiceAnswer{{1}}, 5};
  player.hears(Player::joined(found));
  CHECK(stage(player.model, player.now) == Stage::Discussing);
  CHECK(display_options(player.model)[1].picked);
  CHECK(player.model.room->team_votes == found.team_votes);
}

TEST_CASE("a second vote kept over a lost connection is not sent as an answer to the next question") {
  Player player = discussing_player();
  player.at(62700);
  player.hears(4, asked_again());
  player.at(64000);
  player.loses_connection();
  player.does(ToggleOption{2});
  player.waits_for_retry();
  player.gets_online();
  wire::Snapshot found = asking_snapshot();
  found.sequence = 4;
  found.asked = asked_again();
  player.hears(Player::joined(found));
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>()[0].vote == 2);
}

TEST_CASE("a pause of the discussion moves its end") {
  Player player = discussing_player();
  player.at(13000);
  player.hears(4, wire::RoomPaused{wire::PauseReason::HostAsked, server(13000)});
  player.at(43000);
  player.hears(5, wire::RoomResumed{{}, {}, server(93000)});
  CHECK(time_left(player.model, player.now) == std::chrono::seconds{50});
}

TEST_CASE("with more time the own question closes later, for nobody else") {
  Player player = asking_player();
  player.told(2, wire::AllowanceChanged{{2}, wire::Allowance::ThreeHalves});
  player.told(2, wire::AllowanceChanged{{9}, wire::Allowance::Twice});
  CHECK(time_whole(player.model, player.now) == std::chrono::seconds{15});
  player.at(14000);
  CHECK(can_answer(player.model, player.now));
  player.at(18000);
  CHECK_FALSE(can_answer(player.model, player.now));
  player.told(2, wire::AllowanceChanged{{2}, wire::Allowance::Whole});
  CHECK(time_whole(player.model, player.now) == std::chrono::seconds{10});
}

TEST_CASE("the true ranking of a freeze is forgotten with the next one shown") {
  Player player = asking_player();
  wire::RankingShown frozen;
  frozen.after_question = 1;
  frozen.frozen = true;
  player.hears(3, revealed(1));
  player.hears(4, frozen);
  player.told(4, wire::FrozenRanking{{2, {}, 3, {}}});
  REQUIRE(player.model.room->frozen_ranking);
  CHECK(player.model.room->frozen_ranking->after_question == 2);
  player.hears(5, frozen);
  CHECK_FALSE(player.model.room->frozen_ranking);
}
