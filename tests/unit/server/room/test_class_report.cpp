#include "server/exam/class_result.hpp"
#include "server/exam/exam_result.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

// What a host is told of a whole class at the end of an exam.
namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Language;
using wire::Phase;

constexpr std::uint32_t questions = 7;

wire::RoomSettings exam_settings() {
  wire::RoomSettings settings;
  settings.mode = wire::Mode::ExamSimulation;
  settings.scoring = wire::Scoring::Exam;
  settings.question_count = questions;
  settings.exam_seconds = 600;
  return settings;
}

// To this seat, in this language.
std::vector<wire::ClassReported> reports(const Effects& effects, wire::SeatId seat, Language language) {
  std::vector<wire::ClassReported> found;
  for (const room::TellSeat& tell : all<room::TellSeat>(effects)) {
    if (tell.seat != seat) continue;
    const auto& event = std::get<wire::SeatEvent>(tell.by_language.at(wire::index_of(language)));
    found.push_back(std::get<wire::ClassReported>(event.fact));
  }
  return found;
}

// ana has everything right and hands in; leo misses the third and the sixth question, leaves the fifth blank, and does not
// hand in.
struct Exam {
  Exam() : world(exam_settings()) {
    ana = world.join("ana");
    leo = world.join("leo");
    watcher = world.join("wall", wire::Role::Spectator);
    world.tick();
    world.start(questions);
    for (std::uint32_t number = 1; number <= questions; ++number) {
      answer(ana, number, right_answer(question(number)));
      const bool misses = number == 3 || number == 6;
      if (number != 5) answer(leo, number, misses ? wrong_answer(question(number)) : right_answer(question(number)));
    }
    world.step(room::HandedIn{ana});
    end = world.tick_for(601s);
    REQUIRE(world.phase() == Phase::Finished);
  }
  void answer(wire::SeatId seat, std::uint32_t number, const wire::Answer& given) {
    REQUIRE(recorded(world.step(room::Answered{seat, number, given, world.now(), world.now()})));
  }
  [[nodiscard]] const exam::Question& question(std::uint32_t number) const {
    return world.room().paper().questions.at(number - 1);
  }

  RoomWorld world;
  wire::SeatId ana;
  wire::SeatId leo;
  wire::SeatId watcher;
  Effects end;
};

}  // namespace

TEST_CASE("the host alone is told of the class, in the language it reads") {
  const Exam exam;
  for (const wire::SeatId seat : {exam.ana, exam.leo, exam.watcher}) {
    CHECK(reports(exam.end, seat, Language::English).empty());
    CHECK_FALSE(exam.world.room().snapshot(seat, Language::English).class_report);
  }
  const auto told = reports(exam.end, exam.world.host(), Language::Spanish);
  REQUIRE(told.size() == 1);
  const wire::ClassReported& report = told[0];
  CHECK(report.player_count == 2);
  CHECK(report.handed_in_count == 1);
  CHECK(report.whole.right_count == 11);
  CHECK(report.whole.answer_count == 14);
  CHECK(report.pass_mark == exam::scaled_pass_mark);
  CHECK(report.passed_count == 1);
  REQUIRE(report.rows.size() == 2);
  CHECK(report.rows[0] == wire::ClassRow{exam.ana, 7, 1000, true});
  CHECK(report.rows[1] == wire::ClassRow{exam.leo, 4, exam::scaled_estimate(571), false});
  const std::string third = exam.question(3).prompt.in(Language::Spanish);
  const std::string fifth = exam.question(5).prompt.in(Language::Spanish);
  const std::string sixth = exam.question(6).prompt.in(Language::Spanish);
  CHECK(report.missed == std::vector<wire::MissedQuestion>{{3, exam.question(3).domain, third, 1, 0},
                                                           {5, exam.question(5).domain, fifth, 0, 1},
                                                           {6, exam.question(6).domain, sixth, 1, 0}});
  CHECK(reports(exam.end, exam.world.host(), Language::English)[0].missed[0].prompt ==
        exam.question(3).prompt.in(Language::English));
  CHECK(exam.world.room().snapshot(exam.world.host(), Language::Spanish).class_report == report);
}

TEST_CASE("a question that does not count is in no figure of the class, also when it is voided afterwards") {
  Exam exam;
  const Effects effects = exam.world.order(wire::VoidQuestion{3});
  const auto told = reports(effects, exam.world.host(), Language::English);
  REQUIRE(told.size() == 1);
  CHECK(told[0].whole.question_count == questions - 1);
  REQUIRE(told[0].missed.size() == 2);
  CHECK(told[0].missed[0].number == 5);
  CHECK(told[0].rows[1].right_count == 4);
}

TEST_CASE("whoever becomes host after the end is told of the class") {
  Exam exam;
  const Effects effects = exam.world.order(wire::HandOver{exam.ana});
  CHECK(reports(effects, exam.ana, Language::English).size() == 1);
  CHECK_FALSE(exam.world.room().snapshot(exam.world.host(), Language::English).class_report);
}

TEST_CASE("an exam that nobody sat has a report of nobody") {
  RoomWorld world(exam_settings());
  world.start(questions);
  const Effects end = world.tick_for(601s);
  REQUIRE(world.phase() == Phase::Finished);
  const auto told = reports(end, world.host(), Language::English);
  REQUIRE(told.size() == 1);
  CHECK(told[0].player_count == 0);
  CHECK(told[0].rows.empty());
  CHECK(told[0].missed.empty());
  CHECK(told[0].whole.high_thousandths == 1000);
}

TEST_CASE("no other match has a class report") {
  RoomWorld world;
  world.join("ana");
  world.start(1);
  world.play_to(Phase::Finished);
  CHECK_FALSE(world.room().snapshot(world.host(), Language::English).class_report);
}

TEST_CASE("of a question in one language everybody is told which it is") {
  RoomWorld world;
  world.join("ana");
  exam::Paper paper = sample_paper(2);
  paper.questions[0].only_in = Language::Spanish;
  world.command(wire::Command::Start);
  world.step(room::PaperDrawn{paper});
  world.play_to(Phase::Asking);
  CHECK(world.snapshot(Language::English).announced->only_in == Language::Spanish);
  CHECK(world.snapshot(Language::Spanish).announced->only_in == Language::Spanish);
  world.play_to(Phase::Finished);
  std::vector<std::optional<Language>> reviewed;
  for (const auto& question : replied<wire::QuestionReviewed>(world.step(room::ReviewAsked{{2}, Language::English}))) {
    reviewed.push_back(question.announced.only_in);
  }
  CHECK(reviewed == std::vector<std::optional<Language>>{Language::Spanish, std::nullopt});
}

TEST_CASE("a rehearsal keeps no results, and closes when the last one leaves in the middle of it") {
  wire::RoomSettings settings = match_settings();
  settings.rehearsal = true;
  RoomWorld whole(settings);
  whole.join("bot");
  whole.start(1);
  whole.open_question();
  CHECK(all<room::KeepResults>(whole.command(wire::Command::End)).empty());
  CHECK(whole.phase() == Phase::Finished);

  RoomWorld broken_off(settings);
  const auto bot = broken_off.join("bot");
  broken_off.start(3);
  broken_off.open_question();
  broken_off.step(room::Left{bot});
  CHECK_FALSE(broken_off.room().closed());
  broken_off.step(room::Left{broken_off.host()});
  CHECK(broken_off.room().closed());

  RoomWorld lost(settings);
  const auto other = lost.join("bot");
  lost.start(3);
  lost.open_question();
  lost.step(room::Disconnected{other});
  lost.step(room::Disconnected{lost.host()});
  lost.tick_for(room::deserted_lobby_close);
  CHECK(lost.room().closed());
}

}  // namespace certamen::server_test
