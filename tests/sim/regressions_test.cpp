// Bugs that seeds found, each as the smallest scene that shows it. The seed is the one that found it first, in the
// simulation as it was then.
#include <algorithm>

#include "tests/sim/scene.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace certamen;
using namespace certamen::sim;
using wire::Phase;

wire::RoomSettings short_match() {
  wire::RoomSettings settings;
  settings.question_count = 2;
  settings.answer_seconds = 5;
  settings.reading_seconds = 2;
  return settings;
}

bool in_spanish(const std::string& prompt) {
  return prompt.ends_with("preguntado en español");
}

std::size_t connected_members(const room::Room& room) {
  return static_cast<std::size_t>(
      std::count_if(room.members().begin(), room.members().end(), [](const auto& each) { return each.second.connected; }));
}

const Game& game_of(Scene& scene) {
  const Story* story = scene.simulation().stories().find(scene.code());
  return scene.simulation().disk().games().at(story->game);
}

}  // namespace

TEST_CASE("seed 174: a language chosen while a room is being entered reaches the room") {
  Scene scene(quiet_plan(1, 2));
  Program& host = scene.open(short_match());
  Program& ada = scene.join("Ada");
  scene.simulation().network().break_off(ada.connection());
  REQUIRE(scene.run_until([&] { return ada.model().room->resuming; }));
  ada.happen(model::ChooseLanguage{wire::Language::Spanish});
  scene.run_for(500ms);
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.reach(Phase::Reading, 1));
  CHECK(in_spanish(ada.model().room->announced->prompt));
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 22: a language chosen between Hello and Welcome reaches the server") {
  Scene scene(quiet_plan(1, 2));
  Program& host = scene.open(short_match());
  Program& ada = scene.join("Ada");
  scene.simulation().network().break_off(ada.connection());
  REQUIRE(scene.run_until([&] { return ada.model().connection.link == model::Link::Greeting; }));
  ada.happen(model::ChooseLanguage{wire::Language::Spanish});
  scene.run_for(1s);
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.reach(Phase::Reading, 1));
  CHECK(in_spanish(ada.model().room->announced->prompt));
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 55: everyone in a room hears that its paper could not be drawn") {
  Scene scene(quiet_plan(1, 2));
  wire::RoomSettings settings = short_match();
  settings.question_count = 90;
  Program& host = scene.open(settings);
  Program& ada = scene.join("Ada");
  Program& watcher = scene.join("Eve", wire::Language::Spanish, wire::Role::Spectator);
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.run_until([&] { return scene.refusals(ada, wire::Refusal::TooFewQuestions) == 1; }));
  scene.run_for(300ms);
  for (const Program* member : {&host, &ada, &watcher}) CHECK(member->model().room->phase == Phase::Gathering);
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 96: the results are kept when the server dies between the finish and their storing") {
  Scene scene(quiet_plan(1, 2));
  Program& host = scene.open(short_match());
  Program& ada = scene.join("Ada");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.answer(ada, true);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  scene.command(host, wire::Command::End);
  const Story* story = scene.simulation().stories().find(scene.code());
  REQUIRE(scene.run_until([&] { return story->room->phase() == Phase::Finished; }));
  scene.simulation().server().kill();
  REQUIRE_FALSE(game_of(scene).results.has_value());
  scene.simulation().server().start(2);
  scene.run_for(5s);
  REQUIRE(game_of(scene).results.has_value());
  CHECK(game_of(scene).results->rows.size() == 1);
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 96: the results are kept when the server dies between the closing of the room and their storing") {
  Plan plan = quiet_plan(1, 2);
  plan.disk.commit_min = plan.disk.commit_max = 100ms;
  Scene scene(plan);
  Program& host = scene.open(short_match());
  Program& ada = scene.join("Ada");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.answer(ada, true);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  const wire::CommandRoom end{wire::Command::End, *host.model().room->host_ticket};
  host.say(end);  // finishes the match
  host.say(end);  // closes the room
  const Story* story = scene.simulation().stories().find(scene.code());
  REQUIRE(scene.run_until([&] { return story->room->closed(); }));
  scene.simulation().server().kill();
  REQUIRE_FALSE(game_of(scene).results.has_value());
  scene.simulation().server().start(2);
  CHECK(game_of(scene).closed);
  CHECK(game_of(scene).results.has_value());
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 73: a seat left while it is being resumed does not stay behind") {
  Plan plan = quiet_plan(1, 2);
  plan.network.delay_min = plan.network.delay_max = 50ms;
  plan.network.jitter_max = 0us;
  plan.letter_max = 1ms;
  Scene scene(plan);
  scene.open(short_match());
  Program& ada = scene.join("Ada");
  scene.simulation().network().break_off(ada.connection());
  REQUIRE(scene.run_until([&] { return ada.model().room->resuming; }));
  scene.run_for(75ms);  // the seat is granted, its word on the way
  REQUIRE(ada.model().room->resuming);
  ada.happen(model::Leave{});
  ada.happen(model::SetCode{scene.code()});
  ada.happen(model::JoinRoom{});
  scene.run_for(2s);
  REQUIRE(ada.model().room.has_value());
  CHECK(ada.model().room->seat.value == 3);
  CHECK(connected_members(scene.room()) == 2);
  CHECK(scene.room().members().size() == 2);
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 396: of two programs that return to one seat at once, the first is told") {
  Plan plan = quiet_plan(1, 2);
  plan.disk.commit_min = plan.disk.commit_max = 300ms;
  Scene scene(plan);
  scene.open(short_match());
  Program& ada = scene.join("Ada");
  ada.quit();
  scene.run_for(2s);
  Program& one = scene.reopen(ada);
  Program& other = scene.reopen(ada);
  scene.run_for(3s);
  CHECK_FALSE(one.model().entry.has_value());
  CHECK_FALSE(other.model().entry.has_value());
  CHECK(one.model().room.has_value() != other.model().room.has_value());
  const Program& displaced = one.model().room ? other : one;
  const auto farewells = scene.heard<wire::Goodbye>(displaced);
  REQUIRE(farewells.size() == 1);
  CHECK(farewells[0].reason == wire::Farewell::SeatTakenOver);
  CHECK(scene.conclude() == "");
}

TEST_CASE("seeds 677, 767 and 881: whoever was handed a room that cannot begin goes home") {
  Scene scene(quiet_plan(1, 2));
  wire::RoomSettings settings = short_match();
  settings.question_count = 90;
  Program& host = scene.open(settings);
  Company& company = scene.simulation().company();
  company.wall[0] = scene.code();
  Guest heir(company, "Ada", 0, false, Dice(1, "heir"));
  Guest other(company, "Bob", 0, false, Dice(1, "other"));
  heir.come_at(scene.simulation().world().now());
  REQUIRE(scene.run_until([&] { return host.model().room->roster.size() == 2; }));
  const wire::SeatId seat = host.model().room->roster.rbegin()->first;
  other.come_at(scene.simulation().world().now());
  host.say(wire::CommandRoom{wire::HandOver{seat}, *host.model().room->host_ticket});
  CHECK(scene.run_until([&] { return heir.done() && other.done(); }, 10min));
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 52: a repeated wish to join finds the rights that its seat was given meanwhile") {
  Plan plan = quiet_plan(1, 2);
  plan.disk.commit_min = plan.disk.commit_max = 300ms;
  Scene scene(plan);
  Program& host = scene.open(short_match());
  Program& ada = scene.simulation().add_program("Ada", wire::Language::English);
  for (const model::Event& gesture :
       std::vector<model::Event>{model::ShowScreen{model::Screen::Join}, model::SetCode{scene.code()}, model::JoinRoom{}}) {
    ada.happen(gesture);
  }
  REQUIRE(scene.run_until([&] { return scene.room().members().size() == 2; }));
  REQUIRE_FALSE(ada.model().room.has_value());
  scene.simulation().network().break_off(ada.connection());
  host.say(wire::CommandRoom{wire::AppointCohost{{2}, true}, *host.model().room->host_ticket});
  REQUIRE(scene.run_until([&] { return scene.room().members().at({2}).cohost_digest.has_value(); }, 200ms));
  REQUIRE(scene.run_until([&] { return ada.model().room.has_value(); }));
  scene.run_for(1s);
  REQUIRE(ada.model().room->host_ticket.has_value());
  ada.say(wire::CommandRoom{wire::Command::Start, *ada.model().room->host_ticket});
  CHECK(scene.reach(Phase::Reading, 1));
  ada.happen(model::Leave{});
  ada.quit();
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 796: whoever joins while an answer ends the question is told no result of the one before") {
  Plan plan = quiet_plan(1, 2);
  plan.disk.commit_min = plan.disk.commit_max = 400ms;
  Scene scene(plan);
  Program& host = scene.open(short_match());
  Program& ada = scene.join("Ada");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.answer(ada, true);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  scene.command(host, wire::Command::Next);
  REQUIRE(scene.reach(Phase::Ranking, 1));
  scene.command(host, wire::Command::Next);
  REQUIRE(scene.open_question(2));
  Program& bob = scene.simulation().add_program("Bob", wire::Language::English);
  for (const model::Event& gesture :
       std::vector<model::Event>{model::ShowScreen{model::Screen::Join}, model::SetCode{scene.code()}, model::JoinRoom{}}) {
    bob.happen(gesture);
  }
  REQUIRE(scene.run_until([&] { return scene.room().members().size() == 3; }));
  scene.answer(ada, true);  // written in one commit with the seat
  REQUIRE(scene.run_until([&] { return scene.room().phase() == Phase::Revealing; }));
  REQUIRE_FALSE(bob.model().room.has_value());
  REQUIRE(scene.run_until([&] { return bob.model().room.has_value(); }));
  bob.happen(model::Leave{});
  bob.quit();
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 6: a second vote on a question that is voted on once is not acknowledged") {
  Scene scene(quiet_plan(1, 2));
  Program& host = scene.open(short_match());
  Program& ada = scene.join("Ada");
  scene.join("Bob");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  wire::SubmitAnswer submit = Scene::some_answer(ada);
  ada.say(submit);
  submit.vote = 2;
  ada.say(submit);
  scene.run_for(500ms);
  CHECK(scene.refusals(ada, wire::Refusal::TooEarly) == 1);
  CHECK(scene.counted(1).size() == 1);
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 16: whoever stands by the first vote is told so at the reveal") {
  Scene scene(quiet_plan(1, 2));
  wire::RoomSettings settings = short_match();
  settings.discuss_seconds = wire::discuss_seconds_min;
  Program& host = scene.open(settings);
  Program& ada = scene.join("Ada");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.answer(ada, true);
  REQUIRE(scene.reach(Phase::Discussing, 1));
  const std::optional<wire::AnswerLocked> first = ada.model().room->first_answer;
  REQUIRE(first.has_value());
  REQUIRE(scene.reach(Phase::Revealing, 1));
  REQUIRE(ada.model().room->own.locked.has_value());
  CHECK(ada.model().room->own.locked->answer == first->answer);
  CHECK(ada.model().room->own.locked->vote == 2);
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 1: after standings were kept back everyone hears the own rank at the end") {
  Scene scene(quiet_plan(1, 2));
  wire::RoomSettings settings = short_match();
  settings.freeze_questions = settings.question_count;
  Program& host = scene.open(settings);
  Program& ada = scene.join("Ada");
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));
  scene.answer(ada, true);
  REQUIRE(scene.run_until([&] { return ada.model().room->own_result.has_value(); }));
  CHECK(ada.model().room->own_result->rank == 0);
  scene.command(host, wire::Command::End);
  REQUIRE(scene.reach(Phase::Finished, 0));
  scene.run_for(300ms);
  CHECK(ada.model().room->own_result->rank == 1);
  CHECK(scene.conclude() == "");
}

TEST_CASE("seed 24: a new co-host knows how much time everyone is given") {
  Scene scene(quiet_plan(1, 2));
  Program& host = scene.open(short_match());
  Program& ada = scene.join("Ada");
  Program& bob = scene.join("Bob");
  const wire::Ticket rights = *host.model().room->host_ticket;
  host.say(wire::CommandRoom{wire::SetAllowance{ada.model().room->seat, wire::Allowance::Twice}, rights});
  scene.run_for(300ms);
  CHECK(bob.model().room->allowances.empty());
  host.say(wire::CommandRoom{wire::AppointCohost{bob.model().room->seat, true}, rights});
  REQUIRE(scene.run_until([&] { return bob.model().room->host_ticket.has_value(); }));
  scene.run_for(300ms);
  CHECK(bob.model().room->allowances ==
        std::map<wire::SeatId, wire::Allowance>{{ada.model().room->seat, wire::Allowance::Twice}});
  CHECK(scene.conclude() == "");
}

TEST_CASE("a room whose journal cannot keep up lets its members leave") {
  Plan plan = quiet_plan(1, 2);
  plan.limits.held_entries_per_room_max = 3;
  plan.disk.slow.push_back({Instant{6s}, Instant{60s}});
  plan.disk.slow_max = 2s;
  Scene scene(plan);
  scene.open(short_match());
  Program& ada = scene.join("Ada");
  scene.run_for(6s);
  // Each is a step whose effects wait for the commit of the first.
  scene.simulation().network().break_off(scene.join("Bob").connection());
  for (int i = 0; i < 3; ++i) {
    ada.happen(model::ChooseLanguage{wire::Language::Spanish});
    ada.happen(model::ChooseLanguage{wire::Language::English});
  }
  ada.happen(model::Leave{});
  scene.run_for(6s);
  CHECK(scene.refusals(ada, wire::Refusal::StorageFailing) == scene.heard<wire::Rejected>(ada).size());
  CHECK_FALSE(ada.model().leaving);
  CHECK(connected_members(scene.room()) <= 2);
  CHECK_FALSE(scene.room().members().contains(wire::SeatId{2}));
  CHECK(scene.conclude() == "");
}
