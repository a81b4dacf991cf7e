// A player's paper in an exam simulation: any order, answers that change, flags, handing in, and lost connections.
#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;
using wire::QuestionKind;
using wire::SubmitAnswer;

namespace {

constexpr std::uint32_t questions = 4;

wire::PaperQuestion on_paper(std::uint32_t number, QuestionKind kind) {
  wire::PaperQuestion question{announced(number, kind), asked(number, kind == QuestionKind::MultipleResponse ? 2 : 1)};
  question.asked.opens_at = question.asked.closes_at = {};
  if (kind == QuestionKind::Numeric || kind == QuestionKind::ShortText) question.asked.options.clear();
  return question;
}

void gets_paper(Player& player) {
  player.told(1, on_paper(1, QuestionKind::SingleChoice));
  player.told(1, on_paper(2, QuestionKind::MultipleResponse));
  player.told(1, on_paper(3, QuestionKind::Numeric));
  player.told(1, on_paper(4, QuestionKind::Ordering));
}

wire::Snapshot exam_snapshot() {
  wire::Snapshot snapshot;
  snapshot.sequence = 1;
  snapshot.settings.mode = wire::Mode::ExamSimulation;
  snapshot.phase = wire::Phase::Examining;
  snapshot.exam = wire::ExamOpened{questions, server(0), server(60000)};
  return snapshot;
}

Player examined_player() {
  Player player;
  wire::Snapshot snapshot;
  snapshot.settings.mode = wire::Mode::ExamSimulation;
  player.joins(snapshot);
  player.at(100);
  player.hears(1, wire::ExamOpened{questions, server(0), server(60000)});
  CHECK(player.sent<wire::FetchPaper>().size() == 1);
  gets_paper(player);
  return player;
}

void saves(Player& player, std::uint32_t number, wire::Answer answer) {
  player.told(1, wire::AnswerLocked{number, std::move(answer), 1});
}

}  // namespace

TEST_CASE("an exam asks for its paper and begins at the first question") {
  Player player = examined_player();
  CHECK(stage(player.model, player.now) == Stage::Examining);
  CHECK(paper_total(player.model) == questions);
  REQUIRE(player.model.room->announced);
  CHECK(player.model.room->announced->number == 1);
  CHECK(time_left(player.model, player.now) == std::chrono::milliseconds{59900});
  CHECK(paper_blank_count(player.model) == questions);
}

TEST_CASE("a whole answer of a paper is saved by itself, and saved again when it changes") {
  Player player = examined_player();
  player.does(ToggleOption{1});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(paper_state(player.model, 1) == PaperState::Sending);
  CHECK(can_answer(player.model, player.now));
  player.does(ToggleOption{2});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front().answer == wire::Answer{wire::ChoiceAnswer{{2}}});
  saves(player, 1, wire::ChoiceAnswer{{1}});
  CHECK(paper_state(player.model, 1) == PaperState::Sending);
  saves(player, 1, wire::ChoiceAnswer{{2}});
  CHECK(paper_state(player.model, 1) == PaperState::Saved);
  player.does(ToggleOption{2});
  CHECK(player.commands.empty());
  CHECK(display_options(player.model)[2].picked);
}

TEST_CASE("what is not whole is not saved, and the answer saved before still counts") {
  Player player = examined_player();
  player.does(ShowPaperQuestion{2});
  player.does(ToggleOption{0});
  CHECK(player.sent<SubmitAnswer>().empty());
  CHECK(paper_state(player.model, 2) == PaperState::Begun);
  player.does(ToggleOption{3});
  CHECK(player.sent<SubmitAnswer>().size() == 1);
  saves(player, 2, wire::ChoiceAnswer{{0, 3}});
  player.does(ToggleOption{0});
  CHECK(player.sent<SubmitAnswer>().empty());
  CHECK(paper_state(player.model, 2) == PaperState::Saved);
  CHECK_FALSE(board_answer(player.model));
}

TEST_CASE("what was typed is saved when it is confirmed or left, and boards are found as they were left") {
  Player player = examined_player();
  player.does(ShowPaperQuestion{3});
  player.does(SetNumericText{"12"});
  CHECK(player.sent<SubmitAnswer>().empty());
  player.does(ConfirmAnswer{});
  CHECK(player.sent<SubmitAnswer>().size() == 1);
  player.does(SetNumericText{"12x"});
  player.does(ShowPaperQuestion{4});
  CHECK(player.sent<SubmitAnswer>().empty());
  player.does(ShowPaperQuestion{3});
  CHECK(player.model.room->own.numeric_text == "12x");
  CHECK(player.model.room->own.numeric_error == NumberError::Malformed);
  player.does(SetNumericText{"13"});
  player.does(ShowPaperQuestion{1});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front().answer == wire::Answer{wire::NumericAnswer{13'000'000}});
  player.does(ShowPaperQuestion{99});
  CHECK(player.model.room->announced->number == questions);
}

TEST_CASE("an order on a paper counts only when it was touched") {
  Player player = examined_player();
  player.does(ShowPaperQuestion{4});
  player.does(ShowPaperQuestion{1});
  CHECK(player.sent<SubmitAnswer>().empty());
  CHECK(paper_state(player.model, 4) == PaperState::Blank);
  player.does(ShowPaperQuestion{4});
  player.does(PlaceOption{3, 0});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front().answer == wire::Answer{wire::OrderAnswer{{3, 0, 1, 2}}});
}

TEST_CASE("flags show at once and are the server's to keep") {
  Player player = examined_player();
  player.does(ToggleFlag{});
  REQUIRE(player.sent<wire::FlagQuestion>().size() == 1);
  CHECK(player.sent<wire::FlagQuestion>().front() == wire::FlagQuestion{1, true});
  CHECK(paper_flagged(player.model, 1));
  player.told(1, wire::QuestionFlagged{1, true});
  CHECK(player.model.room->desk.flags.empty());
  CHECK(paper_flagged(player.model, 1));
  player.does(ToggleFlag{});
  CHECK(player.sent<wire::FlagQuestion>().front() == wire::FlagQuestion{1, false});
  CHECK_FALSE(paper_flagged(player.model, 1));
  player.hears(wire::Rejected{wire::Refusal::TooFast, 1});
  CHECK(paper_flagged(player.model, 1));
  CHECK(player.noticed(wire::Refusal::TooFast));
}

TEST_CASE("a paper is handed in after its last answer has arrived, and then changes no more") {
  Player player = examined_player();
  player.does(ToggleOption{1});
  player.does(HandInPaper{});
  CHECK(player.sent<wire::HandIn>().empty());
  CHECK(paper_closed(player.model));
  saves(player, 1, wire::ChoiceAnswer{{1}});
  CHECK(player.sent<wire::HandIn>().size() == 1);
  player.does(ToggleOption{2});
  CHECK(player.commands.empty());
  player.told(1, wire::PaperHandedIn{});
  CHECK(paper_closed(player.model));
  player.does(HandInPaper{});
  CHECK(player.commands.empty());
}

TEST_CASE("a hand-in that is refused for a moment is asked for again; one that cannot be opens the paper") {
  Player player = examined_player();
  player.does(HandInPaper{});
  CHECK(player.sent<wire::HandIn>().size() == 1);
  player.hears(wire::Rejected{wire::Refusal::TooFast, 0});
  CHECK(paper_closed(player.model));
  player.now += resend_delay;
  player.does(Tick{});
  CHECK(player.sent<wire::HandIn>().size() == 1);
  player.hears(wire::Rejected{wire::Refusal::TooLate, 0});
  CHECK_FALSE(paper_closed(player.model));
}

TEST_CASE("answers and flags of a paper outlive a lost connection") {
  Player player = examined_player();
  player.does(ToggleOption{1});
  player.loses_connection();
  player.does(ShowPaperQuestion{4});
  player.does(PlaceOption{2, 0});
  player.does(ToggleFlag{});
  player.does(HandInPaper{});
  CHECK(player.sent<SubmitAnswer>().empty());
  CHECK(paper_state(player.model, 4) == PaperState::Sending);
  player.waits_for_retry();
  player.gets_online();
  player.hears(Player::joined(exam_snapshot()));
  CHECK(player.sent<SubmitAnswer>().size() == 2);
  CHECK(player.sent<wire::FetchPaper>().size() == 1);
  CHECK(player.sent<wire::FlagQuestion>().size() == 1);
  CHECK(player.sent<wire::HandIn>().empty());
  gets_paper(player);
  CHECK(player.model.room->announced->number == 4);
  saves(player, 1, wire::ChoiceAnswer{{1}});
  saves(player, 4, wire::OrderAnswer{{2, 0, 1, 3}});
  CHECK(player.sent<wire::HandIn>().size() == 1);
}

TEST_CASE("a program started anew finds its answers on the boards") {
  Player player;
  wire::Snapshot snapshot = exam_snapshot();
  snapshot.own_exam.emplace();
  snapshot.own_exam->answers = {{1, wire::ChoiceAnswer{{3}}, 10}, {4, wire::OrderAnswer{{3, 2, 1, 0}}, 20}};
  snapshot.own_exam->flags = {2};
  player.joins(snapshot);
  CHECK(player.sent<wire::FetchPaper>().size() == 1);
  gets_paper(player);
  CHECK(display_options(player.model)[3].picked);
  CHECK(paper_flagged(player.model, 2));
  CHECK(paper_blank_count(player.model) == 2);
  player.does(ShowPaperQuestion{4});
  CHECK(board_order(player.model) == std::vector<wire::OptionIndex>{3, 2, 1, 0});
  CHECK(player.commands.empty());
}

TEST_CASE("no answer is taken after the exam's time, or while it is paused") {
  Player player = examined_player();
  player.hears(2, wire::RoomPaused{wire::PauseReason::HostAsked, server(200)});
  player.does(ToggleOption{1});
  CHECK(player.commands.empty());
  player.at(5000);
  player.hears(3, wire::RoomResumed{server(5000), server(65000), {}});
  player.does(ToggleOption{1});
  CHECK(player.sent<SubmitAnswer>().size() == 1);
  player.at(66000);
  player.does(ToggleOption{2});
  CHECK(player.commands.empty());
}

TEST_CASE("the end of an exam clears the desk and brings the report") {
  Player player = examined_player();
  wire::MatchFinished finished;
  finished.question_count = questions;
  player.hears(2, finished);
  wire::ExamResult result;
  result.scaled_estimate = 742;
  player.told(2, result);
  CHECK(stage(player.model, player.now) == Stage::Podium);
  CHECK_FALSE(player.model.room->exam);
  REQUIRE(player.model.room->exam_result);
  CHECK(player.model.room->exam_result->scaled_estimate == 742);
}
