#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

namespace {

Player hosting_player(wire::RoomSettings settings = {}) {
  Player player;
  player.does(HostRoom{});
  player.gets_online();
  auto joined = Player::joined({});
  joined.role = wire::Role::Host;
  joined.plays = false;
  joined.host_ticket = wire::Ticket{};
  joined.snapshot.settings = std::move(settings);
  joined.snapshot.roster = {{{2}, "Ada", wire::Role::Host, false, true}};
  player.hears(joined);
  return player;
}

wire::RosterChanged arrival(std::uint32_t seat, const std::string& name, bool connected = true) {
  return {{{{seat}, name, wire::Role::Player, true, connected}}, {}};
}

}  // namespace

TEST_CASE("the roster follows arrivals, absences and departures") {
  Player player;
  player.joins();
  player.hears(1, arrival(3, "Bob"));
  player.hears(2, arrival(4, "Eve"));
  player.hears(3, arrival(3, "Bob", false));
  CHECK(players(player.model).size() == 2);
  CHECK(players_connected(player.model) == 1);
  CHECK(seat_name(player.model, {4}) == "Eve");
  player.hears(4, wire::RosterChanged{{}, {{4}}});
  CHECK(players(player.model).size() == 1);
  CHECK(seat_name(player.model, {4}).empty());
}

TEST_CASE("the stages of a question follow the facts, and its opening follows the clock") {
  Player player;
  player.joins();
  CHECK(stage(player.model, player.now) == Stage::Lobby);
  player.hears(1, wire::MatchStarted{});
  CHECK(stage(player.model, player.now) == Stage::Drawing);
  player.hears(2, announced(1));
  CHECK(stage(player.model, player.now) == Stage::Reading);
  player.at(2700);
  player.hears(3, asked(1));
  CHECK(stage(player.model, player.now) == Stage::Reading);  // here, but not yet open
  CHECK(deadline(player.model) <= local(3000));
  CHECK(stage(player.model, local(2999)) == Stage::Reading);
  CHECK(stage(player.model, local(3000)) == Stage::Asking);
  player.at(13000);
  player.hears(4, revealed(1));
  CHECK(stage(player.model, player.now) == Stage::Revealing);
  player.hears(5, wire::RankingShown{});
  CHECK(stage(player.model, player.now) == Stage::Ranking);
  player.hears(6, wire::MatchFinished{});
  CHECK(stage(player.model, player.now) == Stage::Podium);
}

TEST_CASE("the time left counts to the end of the stage and never below zero") {
  Player player;
  player.joins();
  CHECK_FALSE(time_left(player.model, player.now));
  player.hears(1, announced(1));
  CHECK(time_left(player.model, local(500)) == 2500 * millisecond);
  CHECK(time_whole(player.model, local(500)) == 3 * second);
  player.hears(2, asked(1));
  CHECK(time_left(player.model, local(3000)) == 10 * second);
  CHECK(time_whole(player.model, local(3000)) == 10 * second);
  CHECK(time_left(player.model, local(14000)) == Duration::zero());
  auto reveal = revealed(1);
  player.hears(3, reveal);
  CHECK_FALSE(time_left(player.model, local(14000)));  // the host decides
  wire::RankingShown ranking;
  ranking.continues_at = server(20000);
  player.hears(4, ranking);
  CHECK(time_left(player.model, local(14000)) == 6 * second);
}

TEST_CASE("a pause stops the time left and a resumption gives the same back") {
  Player player = asking_player();
  player.at(5000);
  player.hears(3, wire::RoomPaused{wire::PauseReason::HostAsked, server(5000)});
  CHECK(time_left(player.model, local(5000)) == 8 * second);
  CHECK(time_left(player.model, local(60000)) == 8 * second);
  player.at(65000);
  player.hears(4, wire::RoomResumed{server(63000), server(73000), {}});
  CHECK(time_left(player.model, local(65000)) == 8 * second);
  CHECK(can_answer(player.model, local(65000)));
}

TEST_CASE("a pause during an automatic reveal moves its end") {
  Player player = asking_player();
  auto reveal = revealed(1);
  reveal.continues_at = server(20000);
  player.hears(3, reveal);
  player.hears(4, wire::RoomPaused{wire::PauseReason::HostGone, server(15000)});
  player.hears(5, wire::RoomResumed{{}, {}, server(40000)});
  CHECK(time_left(player.model, local(36000)) == 4 * second);
}

TEST_CASE("one's own result shows with its own reveal only") {
  Player player = asking_player();
  player.hears(3, revealed(1));
  CHECK(own_result(player.model) == nullptr);
  wire::OwnResult result;
  result.question_number = 1;
  result.points = 870;
  player.told(3, result);
  REQUIRE(own_result(player.model) != nullptr);
  CHECK(own_result(player.model)->points == 870);
  player.hears(4, announced(2));
  player.hears(5, asked(2));
  player.hears(6, revealed(2));
  CHECK(own_result(player.model) == nullptr);
}

TEST_CASE("a host's big button means the one thing that leads on") {
  Player player = hosting_player();
  CHECK_FALSE(host_action(player.model, player.now));  // nobody is here yet
  player.hears(1, arrival(3, "Bob"));
  CHECK(host_action(player.model, player.now) == wire::Command::Start);
  player.hears(2, wire::MatchStarted{});
  CHECK_FALSE(host_action(player.model, player.now));
  player.hears(3, announced(1));
  player.hears(4, asked(1));
  CHECK_FALSE(host_action(player.model, local(3500)));
  CHECK(can_close_early(player.model, local(3500)));
  CHECK(can_pause(player.model, local(3500)));
  player.hears(5, wire::RoomPaused{wire::PauseReason::HostAsked, server(3500)});
  CHECK(host_action(player.model, local(3500)) == wire::Command::Resume);
  CHECK_FALSE(can_pause(player.model, local(3500)));
  player.hears(6, wire::RoomResumed{server(3500), server(13500), {}});
  player.hears(7, revealed(1));
  CHECK(host_action(player.model, player.now) == wire::Command::Next);
  player.hears(8, wire::MatchFinished{});
  CHECK_FALSE(host_action(player.model, player.now));
}

TEST_CASE("with automatic pacing the host need not press anything after the start") {
  wire::RoomSettings settings;
  settings.pacing = wire::Pacing::Automatic;
  Player player = hosting_player(settings);
  player.hears(1, announced(1));
  player.hears(2, asked(1));
  player.hears(3, revealed(1));
  CHECK_FALSE(host_action(player.model, player.now));
}

TEST_CASE("a command pressed twice is sent once, until its effect is seen") {
  Player player = hosting_player();
  player.hears(1, announced(1));
  player.hears(2, asked(1));
  player.hears(3, revealed(1));
  player.does(HostCommand{wire::Command::Next});
  CHECK(player.sent<wire::CommandRoom>().size() == 1);
  player.does(HostCommand{wire::Command::Next});
  CHECK(player.commands.empty());
  player.hears(4, arrival(3, "Bob"));  // unrelated news
  player.does(HostCommand{wire::Command::Next});
  CHECK(player.commands.empty());
  player.hears(5, wire::RankingShown{});
  player.does(HostCommand{wire::Command::Next});
  CHECK(player.sent<wire::CommandRoom>().size() == 1);
  player.hears(wire::Rejected{wire::Refusal::WrongPhase, 0});
  player.does(HostCommand{wire::Command::Next});
  CHECK(player.sent<wire::CommandRoom>().size() == 1);
}

TEST_CASE("a host's order names the question and the phase it is given in") {
  Player player = hosting_player();
  player.hears(1, announced(4));
  player.hears(2, asked(4));
  player.does(HostCommand{wire::Command::Next});
  const auto closing = player.sent<wire::CommandRoom>();
  REQUIRE(closing.size() == 1);
  CHECK(closing[0].at == wire::Moment{wire::Phase::Asking, 4});
  player.hears(3, revealed(4));
  player.does(HostCommand{wire::Command::Next});
  const auto leaving = player.sent<wire::CommandRoom>();
  REQUIRE(leaving.size() == 1);
  CHECK(leaving[0].at == wire::Moment{wire::Phase::Revealing, 4});
  player.does(HostCommand{wire::Command::Pause});
  const auto pausing = player.sent<wire::CommandRoom>();
  REQUIRE(pausing.size() == 1);
  CHECK(pausing[0].command == wire::Order{wire::Command::Pause});
}

TEST_CASE("whoever holds no host ticket commands nothing") {
  Player player;
  player.joins();
  player.does(HostCommand{wire::Command::Start});
  CHECK(player.commands.empty());
  CHECK_FALSE(host_action(player.model, player.now));
}

TEST_CASE("a paper that cannot be drawn leads a host back to the lobby with the reason") {
  Player player = hosting_player();
  player.hears(1, wire::MatchStarted{});
  player.hears(wire::Rejected{wire::Refusal::TooFewQuestions, 0});
  CHECK(stage(player.model, player.now) == Stage::Lobby);
  CHECK(player.noticed(wire::Refusal::TooFewQuestions));
}

TEST_CASE("a paper that cannot be drawn leads back to the lobby also while an order is on its way") {
  Player player = hosting_player();
  player.hears(1, wire::MatchStarted{});
  player.does(GiveOrder{wire::LockRoom{true}});
  REQUIRE(player.sent<wire::CommandRoom>().size() == 1);
  player.hears(wire::Rejected{wire::Refusal::TooFewQuestions, 0});
  CHECK(stage(player.model, player.now) == Stage::Lobby);
  CHECK(player.noticed(wire::Refusal::TooFewQuestions));
}

TEST_CASE("the review is asked for once and fills as it comes") {
  Player player;
  player.joins();
  player.does(OpenReview{});
  CHECK(player.commands.empty());  // the match runs
  wire::MatchFinished finished;
  finished.question_count = 2;
  player.hears(1, finished);
  player.does(OpenReview{});
  CHECK(player.sent<wire::ReviewMatch>().size() == 1);
  CHECK(stage(player.model, player.now) == Stage::Review);
  CHECK(reviewed(player.model) == nullptr);
  player.told(1, wire::QuestionReviewed{announced(1), asked(1), revealed(1), std::nullopt, std::nullopt});
  player.told(1, wire::QuestionReviewed{announced(2), asked(2), revealed(2), std::nullopt, std::nullopt});
  CHECK(review_total(player.model) == 2);
  player.does(ShowReviewed{9});
  REQUIRE(reviewed(player.model) != nullptr);
  CHECK(reviewed(player.model)->announced.number == 2);
  player.does(ShowReviewed{0});
  CHECK(reviewed(player.model)->announced.number == 1);
  player.does(GoBack{});
  CHECK(stage(player.model, player.now) == Stage::Podium);
  player.does(OpenReview{});
  CHECK(player.commands.empty());

  SECTION("another language asks again") {
    player.does(model::ChooseLanguage{wire::Language::Spanish});
    CHECK(player.sent<wire::ReviewMatch>().size() == 1);
    CHECK(player.model.room->review.empty());
  }
}

TEST_CASE("a review cut short is asked for again after the return") {
  Player player;
  wire::Snapshot snapshot;
  snapshot.phase = wire::Phase::Finished;
  snapshot.finished = wire::MatchFinished{};
  snapshot.finished->question_count = 2;
  player.joins(snapshot);
  player.does(OpenReview{});
  player.loses_connection();
  player.waits_for_retry();
  player.gets_online();
  player.hears(Player::joined(snapshot));
  CHECK(player.sent<wire::ReviewMatch>().size() == 1);
}

TEST_CASE("progress is for those who watch") {
  Player player = hosting_player();
  player.hears(1, announced(1));
  player.hears(2, asked(1));
  player.told(2, wire::ProgressCounted{1, 3, 10});
  REQUIRE(player.model.room->progress);
  CHECK(player.model.room->progress->answered == 3);
  player.hears(3, revealed(1));
  player.hears(4, announced(2));
  CHECK_FALSE(player.model.room->progress);
}

TEST_CASE("one's own row is found on the scoreboard and on the podium") {
  Player player;
  player.joins();
  CHECK(own_row(player.model) == nullptr);
  player.hears(1, wire::RankingShown{1, {{{9}, "Bob", 1, 0, 900, 900, 1}, {{2}, "Ada", 2, 0, 800, 800, 1}}, 2, {}});
  REQUIRE(own_row(player.model) != nullptr);
  CHECK(own_row(player.model)->rank == 2);
  wire::MatchFinished finished;
  finished.rows = {{{2}, "Ada", 1, 2, 1700, 900, 2}};
  player.hears(2, finished);
  REQUIRE(own_row(player.model) != nullptr);
  CHECK(own_row(player.model)->points == 1700);
}
