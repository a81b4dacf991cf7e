#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using wire::Phase;
using wire::Refusal;
using namespace std::chrono_literals;

constexpr wire::SeatId ana{2};
constexpr wire::SeatId leo{3};
constexpr wire::SeatId eva{4};
constexpr wire::SeatId zoe{5};

wire::RoomSettings team_settings() {
  wire::RoomSettings settings = match_settings();
  settings.mode = wire::Mode::TeamPractice;
  settings.scoring = wire::Scoring::Accuracy;
  settings.team_count = 2;
  settings.team_forming = wire::TeamForming::ByPlayers;
  settings.discuss_seconds = 60;
  return settings;
}

room::Answered voted(const RoomWorld& world, wire::SeatId seat, const wire::Answer& answer, std::uint32_t vote) {
  return {seat, world.room().question_number(), answer, world.now(), world.now(), std::nullopt, std::nullopt, vote};
}

// Ana and Leo are team 1, Eva and Zoe team 2; the first question's options are open.
struct Team {
  RoomWorld world{team_settings()};

  explicit Team(std::uint32_t question_count = 4) {
    for (const char* name : {"ana", "leo", "eva", "zoe"}) world.join(name);
    for (const auto& [seat, team] : {std::pair{ana, 1U}, {leo, 1U}, {eva, 2U}, {zoe, 2U}}) {
      REQUIRE(recorded(world.step(room::TeamChosen{seat, team})));
    }
    world.start(question_count);
    world.open_question();
  }

  Effects vote(wire::SeatId seat, const wire::Answer& answer, std::uint32_t number) {
    return world.step(voted(world, seat, answer, number));
  }
  // Everyone votes first, so that the discussion begins: the last vote's effects.
  Effects discuss() {
    vote(ana, world.right(), 1);
    vote(leo, world.wrong(), 1);
    vote(eva, world.wrong(), 1);
    return vote(zoe, world.wrong(), 1);
  }
  void ask_again() {
    world.play_to(Phase::Asking);
    world.tick_until(world.asked().opens_at);
  }
};

}  // namespace

TEST_CASE("a question of two votes is discussed when everyone has voted, and no key is told") {
  Team team;
  const Effects effects = team.discuss();
  CHECK(team.world.phase() == Phase::Discussing);
  const auto opened = told<wire::DiscussionOpened>(effects);
  REQUIRE(opened.size() == 1);
  CHECK(opened[0] == wire::DiscussionOpened{1, team.world.now() + 60s});
  CHECK(told<wire::QuestionRevealed>(effects).empty());
  CHECK(team.world.room().rulings().size() == 4);
}

TEST_CASE("in the discussion each member sees how the own team voted and nobody sees another's") {
  Team team;
  const Effects effects = team.discuss();
  const auto to_leo = sent<wire::TeamVotes>(effects, leo);
  REQUIRE(to_leo.size() == 1);
  CHECK(to_leo[0] == wire::TeamVotes{1, 1, 2, 2, {1, 1, 0, 0}, {}, {}});
  const auto to_zoe = sent<wire::TeamVotes>(effects, zoe);
  REQUIRE(to_zoe.size() == 1);
  CHECK(to_zoe[0] == wire::TeamVotes{1, 2, 2, 2, {2, 0, 0, 0}, {}, {}});
  CHECK(sent<wire::TeamVotes>(effects, team.world.host()).empty());
  CHECK(team.world.room().snapshot(leo, wire::Language::English).team_votes == to_leo[0]);
  CHECK_FALSE(team.world.snapshot().team_votes);
}

TEST_CASE("a team's votes on an order or a match are only counted: their right places are the key") {
  Team team(wire::question_kind_count);
  while (team.world.question().kind != wire::QuestionKind::Ordering) {
    team.world.play_to(Phase::Ranking);
    team.world.open_question();
  }
  REQUIRE(team.world.asked().vote == 1);
  const Effects effects = team.discuss();
  const auto votes = sent<wire::TeamVotes>(effects, ana);
  REQUIRE(votes.size() == 1);
  CHECK(votes[0].answered_count == 2);
  CHECK(votes[0].picks_by_option.empty());
}

TEST_CASE("the question is asked again after the discussion's time, or at the host's word") {
  const bool by_host = GENERATE(true, false);
  Team team;
  team.discuss();
  const wire::Instant planned = team.world.now() + 60s;
  if (by_host) {
    team.world.tick_for(10s);
    REQUIRE(team.world.phase() == Phase::Discussing);
    REQUIRE(recorded(team.world.command(wire::Command::Next)));
    CHECK(team.world.asked().opens_at == team.world.now() + room::opening_lead);
  } else {
    team.world.tick();
    CHECK(team.world.asked().opens_at == planned);
  }
  CHECK(team.world.phase() == Phase::Asking);
  CHECK(team.world.asked().vote == 2);
  CHECK(team.world.asked().closes_at == team.world.asked().opens_at + 20s);
}

TEST_CASE("the second vote is scored and both are kept") {
  Team team;
  team.discuss();
  team.ask_again();
  team.vote(ana, team.world.wrong(), 2);
  team.vote(leo, team.world.right(), 2);
  team.vote(eva, team.world.right(), 2);
  const Effects effects = team.vote(zoe, team.world.wrong(), 2);
  REQUIRE(team.world.phase() == Phase::Revealing);
  const auto revealed = told<wire::QuestionRevealed>(effects);
  REQUIRE(revealed.size() == 1);
  CHECK(revealed[0].right_count == 2);
  CHECK(revealed[0].first_answered_count == 4);
  CHECK(revealed[0].first_right_count == 1);
  CHECK(revealed[0].first_picks_by_option == std::vector<std::uint32_t>{3, 1, 0, 0});
  CHECK_FALSE(sent<wire::OwnResult>(effects, ana)[0].right);
  CHECK(sent<wire::OwnResult>(effects, leo)[0].right);
  CHECK(team.world.member(leo).first_votes[0]->answer == wrong_answer(team.world.question()));
}

TEST_CASE("who does not vote again stands by the first vote, given at the last instant") {
  wire::RoomSettings settings = team_settings();
  settings.scoring = wire::Scoring::Speed;
  RoomWorld world(settings);
  world.join("ana");
  world.open_question();
  world.step(voted(world, ana, world.right(), 1));
  REQUIRE(world.phase() == Phase::Discussing);
  world.play_to(Phase::Revealing);
  const auto& given = world.member(ana).given[0];
  REQUIRE(given);
  CHECK(given->answer == world.right());
  CHECK(given->tenths == 200);
  CHECK(given->earned.points == 500);
}

TEST_CASE("acceptance 4: a late first vote does not land in the second") {
  Team team;
  team.vote(ana, team.world.right(), 1);
  team.world.command(wire::Command::Next);
  REQUIRE(team.world.phase() == Phase::Discussing);
  CHECK(refusal(team.vote(leo, team.world.right(), 1)) == Refusal::TooLate);
  team.ask_again();
  CHECK(refusal(team.vote(leo, team.world.right(), 1)) == Refusal::TooLate);
  CHECK_FALSE(team.world.member(leo).given[0]);
}

TEST_CASE("acceptance 5: a first vote sent again is said to stand, in the discussion and in the second vote") {
  Team team;
  team.discuss();
  const auto in_discussion = replied<wire::AnswerLocked>(team.vote(ana, team.world.wrong(), 1));
  REQUIRE(in_discussion.size() == 1);
  CHECK(in_discussion[0].answer == team.world.right());
  CHECK(in_discussion[0].vote == 1);
  team.ask_again();
  CHECK(replied<wire::AnswerLocked>(team.vote(ana, team.world.wrong(), 1)) == in_discussion);
  CHECK_FALSE(team.world.member(ana).given[0]);
}

TEST_CASE("a second vote before the options open again is too early, also in a room of one vote") {
  Team team;
  CHECK(refusal(team.vote(ana, team.world.right(), 2)) == Refusal::TooEarly);
  team.discuss();
  CHECK(refusal(team.vote(ana, team.world.right(), 2)) == Refusal::TooEarly);
  team.world.play_to(Phase::Asking);
  CHECK(refusal(team.vote(ana, team.world.right(), 2)) == Refusal::TooEarly);
  RoomWorld plain;
  plain.join("ana");
  plain.open_question();
  CHECK(refusal(plain.step(voted(plain, ana, plain.right(), 2))) == Refusal::TooEarly);
}

TEST_CASE("acceptance 8: a pause of the discussion leaves everyone the same time to talk") {
  Team team;
  team.discuss();
  team.world.tick_for(20s);
  team.world.command(wire::Command::Pause);
  team.world.tick_for(300s);
  const auto resumed = told<wire::RoomResumed>(team.world.command(wire::Command::Resume));
  REQUIRE(resumed.size() == 1);
  CHECK(resumed[0].continues_at == team.world.now() + 40s);
  CHECK(team.world.snapshot().discussion->continues_at == team.world.now() + 40s);
}

TEST_CASE("acceptance 6: the disconnected do not block either vote") {
  Team team;
  team.world.step(room::Disconnected{zoe});
  team.vote(ana, team.world.right(), 1);
  team.vote(leo, team.world.right(), 1);
  team.vote(eva, team.world.right(), 1);
  REQUIRE(team.world.phase() == Phase::Discussing);
  team.ask_again();
  team.vote(ana, team.world.right(), 2);
  team.vote(leo, team.world.right(), 2);
  team.world.step(room::Disconnected{eva});
  CHECK(team.world.phase() == Phase::Revealing);
}

TEST_CASE("acceptance 7: who comes in the discussion is not asked this question, nor waited for") {
  Team team;
  team.discuss();
  const wire::SeatId max = team.world.join("max");
  CHECK(team.world.room().teams().team_of(max) != 0);
  team.ask_again();
  CHECK(refusal(team.vote(max, team.world.right(), 2)) == Refusal::NotAPlayer);
  for (const wire::SeatId seat : {ana, leo, eva, zoe}) team.vote(seat, team.world.right(), 2);
  REQUIRE(team.world.phase() == Phase::Revealing);
  team.world.play_to(Phase::Ranking);
  const auto ranking = team.world.snapshot().ranking;
  REQUIRE(ranking);
  REQUIRE(ranking->teams.size() == 2);
  for (const wire::TeamRow& row : ranking->teams) CHECK(row.points == 1000);
}

TEST_CASE("acceptance 15: a restart in the discussion keeps first votes, teams and the time left") {
  Team team;
  team.discuss();
  team.world.tick_for(20s);
  team.world.step(room::Recovered{});
  team.world.wait(5s);
  for (const wire::SeatId seat : {team.world.host(), ana, leo, eva, zoe}) team.world.resume(seat);
  const wire::Snapshot found = team.world.room().snapshot(leo, wire::Language::Spanish);
  CHECK(found.phase == Phase::Discussing);
  CHECK(found.discussion->continues_at == team.world.now() + 40s);
  CHECK(found.first_answer->answer == team.world.wrong());
  CHECK(found.team_votes->picks_by_option == std::vector<std::uint32_t>{1, 1, 0, 0});
}

TEST_CASE("a question skipped in its discussion is not scored and its first votes are kept") {
  Team team;
  team.discuss();
  REQUIRE(recorded(team.world.order(wire::SkipQuestion{})));
  CHECK(team.world.phase() == Phase::Reading);
  CHECK(team.world.member(ana).standing.points == 0);
  CHECK(team.world.member(ana).first_votes[0]);
}

TEST_CASE("one removed in the discussion leaves the votes that the team sees") {
  Team team;
  team.discuss();
  const Effects effects = team.world.order(wire::RemoveMember{leo, false});
  const auto votes = sent<wire::TeamVotes>(effects, ana);
  REQUIRE(votes.size() == 1);
  CHECK(votes[0].member_count == 1);
  CHECK(votes[0].picks_by_option == std::vector<std::uint32_t>{0, 1, 0, 0});
  CHECK(team.world.room().snapshot(ana, wire::Language::English).team_votes == votes[0]);
}

TEST_CASE("a first vote uses up nothing of what is given back for the way, the second does") {
  wire::RoomSettings settings = team_settings();
  settings.scoring = wire::Scoring::Speed;
  RoomWorld world(settings);
  world.join("ana");
  const room::RoundTrips measured{200ms, 200ms, 0ms};
  for (const std::uint32_t vote : {1U, 2U}) {
    world.open_question();
    world.wait(2s);
    world.step(room::Answered{ana, 1, world.right(), world.now(), world.now() - 100ms, std::nullopt, measured, vote});
    CHECK(world.member(ana).time_credit == (vote == 1 ? 0ms : 100ms));
  }
}

TEST_CASE("an extension of the first vote lengthens the second, too: it is more time for the question") {
  Team team;
  REQUIRE(recorded(team.world.order(wire::ExtendQuestion{10})));
  team.discuss();
  team.ask_again();
  CHECK(team.world.asked().closes_at - team.world.asked().opens_at == 30s);
}

TEST_CASE("a review shows the own first vote beside the second") {
  Team team;
  team.discuss();
  team.ask_again();
  for (const wire::SeatId seat : {ana, leo, eva, zoe}) team.vote(seat, team.world.right(), 2);
  const wire::Answer right = team.world.right();
  const wire::Answer wrong = team.world.wrong();
  team.world.command(wire::Command::End);
  const auto reviewed = replied<wire::QuestionReviewed>(team.world.step(room::ReviewAsked{leo, wire::Language::English}));
  REQUIRE(reviewed.size() == 1);
  CHECK(reviewed[0].own_answer == right);
  CHECK(reviewed[0].own_first_answer == wrong);
}

}  // namespace certamen::server_test
