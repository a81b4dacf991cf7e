#include "server/exam/exam_result.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

// The exam simulation: the whole paper at once, one clock, no feedback before the end.
namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Phase;
using wire::Refusal;

constexpr std::uint32_t questions = 10;

wire::RoomSettings exam_settings() {
  wire::RoomSettings settings;
  settings.mode = wire::Mode::ExamSimulation;
  settings.scoring = wire::Scoring::Exam;
  settings.question_count = questions;
  settings.exam_seconds = 600;
  return settings;
}

struct Exam {
  explicit Exam(const wire::RoomSettings& settings = exam_settings()) : world(settings) {
    ana = world.join("ana");
    leo = world.join("leo");
    world.tick();
    opening = world.start(questions);
  }
  [[nodiscard]] const exam::Question& question(std::uint32_t number) const {
    return world.room().paper().questions.at(number - 1);
  }
  [[nodiscard]] wire::Answer right(std::uint32_t number) const { return right_answer(question(number)); }
  [[nodiscard]] wire::Answer wrong(std::uint32_t number) const { return wrong_answer(question(number)); }
  Effects answer_received(wire::SeatId seat, std::uint32_t number, const wire::Answer& answer, wire::Instant at) {
    return world.step(room::Answered{seat, number, answer, at, at});
  }
  Effects answer(wire::SeatId seat, std::uint32_t number, const wire::Answer& answer) {
    return answer_received(seat, number, answer, world.now());
  }
  Effects hand_in(wire::SeatId seat) { return world.step(room::HandedIn{seat}); }
  [[nodiscard]] wire::Snapshot snapshot(wire::SeatId seat) const {
    return world.room().snapshot(seat, wire::Language::English);
  }
  [[nodiscard]] wire::OwnExam own(wire::SeatId seat) const { return snapshot(seat).own_exam.value(); }

  RoomWorld world;
  wire::SeatId ana;
  wire::SeatId leo;
  Effects opening;
};

}  // namespace

TEST_CASE("an exam opens its whole paper to everyone at once, on one clock") {
  Exam exam;
  CHECK(exam.world.phase() == Phase::Examining);
  CHECK(told<wire::ExamOpened>(exam.opening) ==
        std::vector{wire::ExamOpened{questions, exam.world.now(), exam.world.now() + 600s}});
  const auto shown = replied<wire::PaperQuestion>(exam.world.step(room::PaperAsked{exam.leo, wire::Language::Spanish}));
  REQUIRE(shown.size() == questions);
  for (std::uint32_t number = 1; number <= questions; ++number) {
    CHECK(shown[number - 1].announced.number == number);
    CHECK(shown[number - 1].announced.total == questions);
    CHECK(shown[number - 1].announced.prompt == exam.question(number).prompt.in(wire::Language::Spanish));
    CHECK(shown[number - 1].asked.options.size() == exam.question(number).options.size());
    CHECK(shown[number - 1].asked.closes_at == wire::Instant{});
  }
}

TEST_CASE("some questions of an exam are asked without counting, and the review tells which") {
  wire::RoomSettings settings = exam_settings();
  settings.exam_unscored_count = 4;
  Exam exam(settings);
  for (std::uint32_t number = 1; number <= questions; ++number) exam.answer(exam.ana, number, exam.right(number));
  CHECK(exam.snapshot(exam.ana).points_rules.back() == wire::PointsRule{wire::Rule::UnscoredItems, 4, 0});

  const auto finished = told<wire::MatchFinished>(exam.world.command(wire::Command::End));
  CHECK(finished.at(0).rows.at(0).points == 6000);
  CHECK(finished.at(0).rows.at(0).right_count == 6);
  const wire::ExamResult result = exam.snapshot(exam.ana).exam_result.value();
  CHECK(result.unscored_count == 4);
  CHECK(result.whole.right_count == 6);
  CHECK(result.whole.question_count == 6);
  std::uint32_t by_domain = 0;
  for (const wire::DomainResult& domain : result.domains) by_domain += domain.share.question_count;
  CHECK(by_domain == 6);

  const auto reviewed = replied<wire::QuestionReviewed>(exam.world.step(room::ReviewAsked{exam.ana, {}}));
  REQUIRE(reviewed.size() == questions);
  std::uint32_t unscored = 0;
  for (const wire::QuestionReviewed& question : reviewed) {
    CHECK(question.own_result.value().right);
    CHECK(question.own_result->points_gained == (question.revealed.unscored ? 0 : 1000));
    if (question.revealed.unscored) ++unscored;
  }
  CHECK(unscored == 4);
}

TEST_CASE("an unscored question that is voided as well changes nothing") {
  wire::RoomSettings settings = exam_settings();
  settings.exam_unscored_count = questions - 1;
  Exam exam(settings);
  for (std::uint32_t number = 1; number <= questions; ++number) exam.answer(exam.ana, number, exam.right(number));
  exam.world.command(wire::Command::End);
  const auto& rulings = exam.world.room().rulings();
  const auto unscored = std::find_if(rulings.begin(), rulings.end(), [](const auto& ruling) { return ruling.unscored; });
  const auto number = static_cast<std::uint32_t>(unscored - rulings.begin() + 1);
  const auto corrected = told<wire::RankingCorrected>(exam.world.order(wire::VoidQuestion{number}));
  REQUIRE(corrected.size() == 1);
  CHECK(corrected[0].rows.empty());
  CHECK(exam.snapshot(exam.ana).exam_result->unscored_count == questions - 1);
}

TEST_CASE("without a time of its own an exam has two minutes a question") {
  wire::RoomSettings settings = exam_settings();
  settings.exam_seconds = 0;
  Exam exam(settings);
  CHECK(told<wire::ExamOpened>(exam.opening).at(0).closes_at == exam.world.now() + 20min);
}

TEST_CASE("an exam's paper is drawn by the blueprint") {
  RoomWorld world(exam_settings());
  world.join("ana");
  const auto requests = all<room::RequestPaper>(world.command(wire::Command::Start));
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].spec.weights ==
        std::vector<exam::DomainWeight>{exam::saa_c03_weights.begin(), exam::saa_c03_weights.end()});
  RoomWorld match;
  match.join("ana");
  CHECK(all<room::RequestPaper>(match.command(wire::Command::Start)).at(0).spec.weights.empty());
}

TEST_CASE("questions are answered in any order, and answers change until the end") {
  Exam exam;
  exam.world.wait(3s);
  CHECK(replied<wire::AnswerLocked>(exam.answer(exam.ana, 7, exam.wrong(7))) ==
        std::vector{wire::AnswerLocked{7, exam.wrong(7), 30}});
  exam.answer(exam.ana, 2, exam.right(2));
  exam.world.wait(3s);
  exam.answer(exam.ana, 7, exam.right(7));
  CHECK(exam.own(exam.ana).answers == std::vector<wire::AnswerLocked>{{2, exam.right(2), 30}, {7, exam.right(7), 60}});
  CHECK(exam.own(exam.leo).answers.empty());
  // The same again is acknowledged and leaves no trace.
  const Effects again = exam.answer(exam.ana, 7, exam.right(7));
  CHECK_FALSE(recorded(again));
  CHECK(replied<wire::AnswerLocked>(again) == std::vector{wire::AnswerLocked{7, exam.right(7), 60}});
}

TEST_CASE("of two answers the one received last counts, in whatever order they come") {
  Exam exam;
  exam.world.wait(10s);
  const wire::Instant at = exam.world.now();
  exam.answer_received(exam.ana, 1, exam.right(1), at);
  const Effects overtaken = exam.answer_received(exam.ana, 1, exam.wrong(1), at - 1ms);
  CHECK_FALSE(recorded(overtaken));
  CHECK(replied<wire::AnswerLocked>(overtaken).at(0).answer == exam.right(1));
  // Two in one packet: the second of them.
  exam.answer_received(exam.ana, 1, exam.wrong(1), at);
  CHECK(exam.own(exam.ana).answers.at(0).answer == exam.wrong(1));
}

TEST_CASE("acceptance 3 in an exam: an answer after the deadline is refused, one on its way lands") {
  Exam exam;
  const wire::Instant closes = exam.snapshot(exam.ana).exam->closes_at;
  exam.world.tick_until(closes + 10ms);
  REQUIRE(exam.world.phase() == Phase::Examining);
  CHECK(refusal(exam.answer_received(exam.ana, 1, exam.right(1), closes + 1us)) == Refusal::TooLate);
  CHECK(recorded(exam.answer_received(exam.ana, 1, exam.right(1), closes)));
  CHECK(refusal(exam.world.step(room::Flagged{exam.ana, 1, true})) == Refusal::TooLate);
  CHECK(refusal(exam.hand_in(exam.ana)) == Refusal::TooLate);
  exam.world.tick();
  CHECK(exam.world.phase() == Phase::Finished);
  CHECK(refusal(exam.answer(exam.ana, 1, exam.right(1))) == Refusal::TooLate);
}

TEST_CASE("what does not fit the exam is refused") {
  Exam exam;
  const auto watcher = exam.world.join("screen", wire::Role::Spectator);
  CHECK(refusal(exam.answer(exam.ana, questions + 1, wire::ChoiceAnswer{{0}})) == Refusal::WrongPhase);
  CHECK(refusal(exam.answer(exam.ana, 0, wire::ChoiceAnswer{{0}})) == Refusal::WrongPhase);
  CHECK(refusal(exam.world.step(room::Flagged{exam.ana, 0, true})) == Refusal::WrongPhase);
  CHECK(refusal(exam.answer(exam.ana, 1, wire::TextAnswer{"whatever"})) == Refusal::AnswerInvalid);
  CHECK(refusal(exam.answer(watcher, 1, exam.right(1))) == Refusal::NotAPlayer);
  CHECK(refusal(exam.answer({99}, 1, exam.right(1))) == Refusal::NotSeated);
  CHECK(refusal(exam.world.step(room::Flagged{exam.ana, questions + 1, true})) == Refusal::WrongPhase);
  CHECK(refusal(exam.world.command(wire::Command::Next)) == Refusal::WrongPhase);
  RoomWorld match;
  const auto mia = match.join("mia");
  match.start();
  match.open_question();
  CHECK(refusal(match.step(room::Flagged{mia, 1, true})) == Refusal::WrongPhase);
  CHECK(refusal(match.step(room::HandedIn{mia})) == Refusal::WrongPhase);
  CHECK(refusal(match.step(room::PaperAsked{mia, wire::Language::English})) == Refusal::WrongPhase);
}

TEST_CASE("a player who changes things without end is stopped") {
  Exam exam;
  for (std::uint32_t i = 0; i < room::exam_changes_max; ++i) {
    REQUIRE(recorded(exam.world.step(room::Flagged{exam.ana, 1, i % 2 == 0})));
  }
  CHECK(refusal(exam.world.step(room::Flagged{exam.ana, 1, true})) == Refusal::TooFast);
  CHECK(refusal(exam.answer(exam.ana, 1, exam.right(1))) == Refusal::TooFast);
  CHECK(recorded(exam.hand_in(exam.ana)));
}

TEST_CASE("flags are kept by the server, each player's own") {
  Exam exam;
  CHECK(replied<wire::QuestionFlagged>(exam.world.step(room::Flagged{exam.ana, 4, true})) ==
        std::vector{wire::QuestionFlagged{4, true}});
  exam.world.step(room::Flagged{exam.ana, 2, true});
  exam.world.step(room::Flagged{exam.ana, 9, true});
  exam.world.step(room::Flagged{exam.ana, 2, false});
  CHECK_FALSE(recorded(exam.world.step(room::Flagged{exam.ana, 9, true})));
  CHECK(exam.own(exam.ana).flags == std::vector<std::uint32_t>{4, 9});
  CHECK(exam.own(exam.leo).flags.empty());
}

TEST_CASE("the exam ends when everyone has handed in, and a paper handed in does not change") {
  Exam exam;
  exam.answer(exam.ana, 1, exam.right(1));
  CHECK(replied<wire::PaperHandedIn>(exam.hand_in(exam.ana)).size() == 1);
  CHECK(exam.own(exam.ana).handed_in);
  CHECK(refusal(exam.answer(exam.ana, 1, exam.wrong(1))) == Refusal::TooLate);
  CHECK_FALSE(recorded(exam.hand_in(exam.ana)));
  CHECK(counted(exam.world.tick()) == std::vector{wire::ProgressCounted{0, 1, 2}});
  CHECK(exam.world.phase() == Phase::Examining);
  exam.hand_in(exam.leo);
  CHECK(exam.world.phase() == Phase::Finished);
}

TEST_CASE("a paused exam that everybody left is closed in the end") {
  Exam exam;
  exam.world.command(wire::Command::Pause);
  const wire::Instant paused_at = exam.world.now();
  for (const wire::SeatId seat : {exam.ana, exam.leo, exam.world.host()}) {
    exam.world.wait(1s);
    exam.world.step(room::Disconnected{seat});
  }
  const wire::Instant left_at = exam.world.now();
  REQUIRE(left_at > paused_at);
  exam.world.tick_until(left_at + room::deserted_close - 1us);
  CHECK_FALSE(exam.world.room().closed());
  exam.world.tick();
  CHECK(exam.world.room().closed());
}

TEST_CASE("an exam that was left long ago is not closed when the disk fails") {
  Exam exam;
  for (const wire::SeatId seat : {exam.ana, exam.leo, exam.world.host()}) exam.world.step(room::Disconnected{seat});
  exam.world.tick_for(5min);
  exam.world.step(room::StorageFailed{});
  exam.world.tick_for(room::deserted_close - 1us);
  CHECK_FALSE(exam.world.room().closed());
}

TEST_CASE("one who is removed from an exam takes its paper along") {
  Exam exam;
  const wire::SeatId eva = exam.world.join("eva");
  exam.world.tick_for(room::roster_delay);
  exam.hand_in(eva);
  CHECK(counted(exam.world.tick()) == std::vector{wire::ProgressCounted{0, 1, 3}});
  CHECK(recorded(exam.world.order(wire::RemoveMember{eva, false})));
  exam.hand_in(exam.leo);
  CHECK(counted(exam.world.tick_for(room::roster_delay)) == std::vector{wire::ProgressCounted{0, 1, 2}});
  CHECK(recorded(exam.world.order(wire::RemoveMember{exam.leo, false})));
  CHECK(exam.world.phase() == Phase::Examining);
  exam.hand_in(exam.ana);
  CHECK(exam.world.phase() == Phase::Finished);
}

TEST_CASE("acceptance 6 in an exam: a lost connection is waited for a while, and not for ever") {
  Exam exam;
  exam.world.step(room::Disconnected{exam.leo});
  const wire::Instant gone = exam.world.now();
  exam.world.wait(1s);
  exam.hand_in(exam.ana);
  exam.world.tick_until(gone + room::exam_return_time - 1us);
  CHECK(exam.world.phase() == Phase::Examining);
  SECTION("who returns works on") {
    exam.world.resume(exam.leo);
    exam.world.tick_for(150s);
    CHECK(exam.world.phase() == Phase::Examining);
    CHECK(recorded(exam.answer(exam.leo, 3, exam.right(3))));
  }
  SECTION("who stays away does not keep the others") {
    exam.world.tick_until(gone + room::exam_return_time);
    CHECK(exam.world.phase() == Phase::Finished);
  }
}

TEST_CASE("acceptance 5 in an exam: whoever comes back finds answers, flags and the remaining time") {
  Exam exam;
  exam.answer(exam.leo, 5, exam.right(5));
  exam.world.step(room::Flagged{exam.leo, 6, true});
  exam.world.step(room::Disconnected{exam.leo});
  exam.world.tick_for(100s);
  const auto seats = all<room::Seat>(exam.world.resume(exam.leo));
  REQUIRE(seats.size() == 1);
  const wire::Snapshot& found = seats[0].snapshot;
  CHECK(found.phase == Phase::Examining);
  CHECK(found.own_exam == wire::OwnExam{{{5, exam.right(5), 0}}, {6}, false});
  CHECK(found.exam->closes_at == exam.world.now() + 500s);
  CHECK(recorded(exam.answer(exam.leo, 5, exam.wrong(5))));
}

TEST_CASE("acceptance 7 in an exam: a late joiner has the remaining time and no more") {
  Exam exam;
  exam.world.tick_for(400s);
  const auto mia = exam.world.join("mia");
  CHECK(exam.snapshot(mia).exam->closes_at == exam.world.now() + 200s);
  CHECK(recorded(exam.answer(mia, 1, exam.right(1))));
  exam.world.tick_for(201s);
  CHECK(exam.world.phase() == Phase::Finished);
  CHECK(exam.snapshot(mia).exam_result->whole.right_count == 1);
  CHECK(exam.snapshot(mia).exam_result->whole.question_count == questions);
}

TEST_CASE("acceptance 8 in an exam: a pause keeps everyone's remaining time") {
  Exam exam;
  exam.world.tick_for(100s);
  exam.world.command(wire::Command::Pause);
  exam.world.wait(1000s);
  CHECK(refusal(exam.answer(exam.ana, 1, exam.right(1))) == Refusal::WrongPhase);
  CHECK(refusal(exam.hand_in(exam.ana)) == Refusal::WrongPhase);
  const auto resumed = told<wire::RoomResumed>(exam.world.command(wire::Command::Resume));
  REQUIRE(resumed.size() == 1);
  CHECK(resumed[0].closes_at == exam.world.now() + 500s);
  CHECK(exam.snapshot(exam.ana).exam->closes_at == exam.world.now() + 500s);
  exam.answer(exam.ana, 1, exam.right(1));
  CHECK(exam.own(exam.ana).answers.at(0).answer_tenths == 1000);
}

TEST_CASE("acceptance 15 in an exam: after a crash answers, flags, papers handed in and the remaining time are back") {
  Exam exam;
  exam.answer(exam.ana, 1, exam.right(1));
  exam.world.step(room::Flagged{exam.ana, 2, true});
  exam.hand_in(exam.leo);
  exam.world.tick_for(100s);
  exam.world.step(room::Recovered{});
  CHECK(exam.world.room().paused());
  exam.world.wait(5s);
  exam.world.resume(exam.world.host());
  exam.world.resume(exam.ana);
  exam.world.resume(exam.leo);
  CHECK_FALSE(exam.world.room().paused());
  CHECK(exam.snapshot(exam.ana).exam->closes_at == exam.world.now() + 500s);
  CHECK(exam.own(exam.ana) == wire::OwnExam{{{1, exam.right(1), 0}}, {2}, false});
  CHECK(exam.own(exam.leo).handed_in);
  exam.hand_in(exam.ana);
  CHECK(exam.world.phase() == Phase::Finished);
}

TEST_CASE("an exam that everybody has left goes on to its end and keeps the result") {
  Exam exam;
  exam.answer(exam.ana, 1, exam.right(1));
  for (const wire::SeatId seat : {exam.ana, exam.leo, exam.world.host()}) exam.world.step(room::Disconnected{seat});
  const Effects effects = exam.world.tick_for(601s);
  CHECK(exam.world.phase() == Phase::Finished);
  REQUIRE(all<room::KeepResults>(effects).size() == 1);
  CHECK(all<room::KeepResults>(effects)[0].results.rows.at(0).right_count == 1);
  CHECK_FALSE(exam.world.room().closed());
  exam.world.resume(exam.ana);
  CHECK(exam.snapshot(exam.ana).exam_result->whole.right_count == 1);
}

TEST_CASE("an exam that everybody has left while it was paused is closed in the end") {
  Exam exam;
  exam.world.command(wire::Command::Pause);
  for (const wire::SeatId seat : {exam.ana, exam.leo, exam.world.host()}) exam.world.step(room::Disconnected{seat});
  exam.world.tick_for(room::deserted_close - 1s);
  REQUIRE_FALSE(exam.world.room().closed());
  exam.world.tick_for(1s);
  CHECK(exam.world.room().closed());
}

TEST_CASE("at the end everyone gets the standings, the own result by domain, and the whole review") {
  Exam exam;
  for (std::uint32_t number = 1; number <= questions; ++number) {
    if (number <= 6) exam.answer(exam.ana, number, exam.right(number));
    if (number <= 6) exam.answer(exam.leo, number, number == 1 ? exam.right(number) : exam.wrong(number));
  }
  const Effects effects = exam.world.command(wire::Command::End);
  const auto finished = told<wire::MatchFinished>(effects);
  REQUIRE(finished.size() == 1);
  CHECK(finished[0].question_count == questions);
  CHECK(finished[0].rows.at(0).name == "ana");
  CHECK(finished[0].rows.at(0).points == 6000);
  CHECK(finished[0].rows.at(1).right_count == 1);
  CHECK(finished[0].fastest_seat == wire::SeatId{});
  const auto result = sent<wire::ExamResult>(effects, exam.ana);
  REQUIRE(result.size() == 1);
  CHECK(result[0].whole == exam::share_of(6, questions));
  // The sample questions are all of one domain.
  CHECK(result[0].domains == std::vector<wire::DomainResult>{{wire::ExamDomain::Resilient, exam::share_of(6, questions)}});
  CHECK(exam.snapshot(exam.ana).exam_result == result[0]);
  CHECK_FALSE(exam.world.snapshot().exam_result);
  const auto review = replied<wire::QuestionReviewed>(exam.world.step(room::ReviewAsked{exam.leo, wire::Language::English}));
  REQUIRE(review.size() == questions);
  CHECK(review[0].own_result->right);
  CHECK_FALSE(review[1].own_result->right);
  CHECK(review[1].own_answer == exam.wrong(2));
  CHECK_FALSE(review[9].own_answer);
  CHECK(review[1].revealed.answered_count == 2);
  CHECK(review[1].revealed.explanation == exam.question(2).explanation.in(wire::Language::English));
}

TEST_CASE("a pause does not use up the time that an exam waits for a lost connection") {
  Exam exam;
  exam.world.step(room::HandedIn{exam.ana});
  exam.world.step(room::Disconnected{exam.leo});
  exam.world.tick_for(60s);
  exam.world.command(wire::Command::Pause);
  exam.world.tick_for(180s);
  exam.world.command(wire::Command::Resume);
  exam.world.tick_for(59s);
  CHECK(exam.world.phase() == Phase::Examining);
  exam.world.tick_for(2s);
  CHECK(exam.world.phase() == Phase::Finished);
}

}  // namespace certamen::server_test
