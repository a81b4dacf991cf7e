// An exam's paper under a person's hands.
#include "client/model/queries.hpp"
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using screens_test::Person;
using screens_test::shows;

TEST_CASE("every question of a paper is one press away, by tile, button and key") {
  Person person{"paper"};
  person.click("paper.40");
  CHECK(person.model.room->desk.number == 40);
  person.click("before");
  CHECK(person.model.room->desk.number == 39);
  person.press(ui::KeyName::PageDown);
  person.press(ui::KeyName::PageDown);
  CHECK(person.model.room->desk.number == 41);
  person.press(ui::KeyName::PageUp);
  CHECK(person.model.room->desk.number == 40);
}

TEST_CASE("an answer on a paper can be changed, by key and by mouse") {
  Person person{"paper"};
  person.type("b");
  CHECK(person.model.room->own.picks == std::vector<wire::OptionIndex>{1});
  person.click("answer.2");
  CHECK(person.model.room->own.picks == std::vector<wire::OptionIndex>{2});
  CHECK(model::paper_state(person.model, 3) == model::PaperState::Sending);
}

TEST_CASE("a question is flagged and unflagged") {
  Person person{"paper"};
  REQUIRE(model::paper_flagged(person.model, 3));
  person.type("r");
  CHECK_FALSE(model::paper_flagged(person.model, 3));
  person.click("flag");
  CHECK(model::paper_flagged(person.model, 3));
}

TEST_CASE("handing in is asked about first, with the number of blanks") {
  Person person{"paper"};
  person.type("h");
  CHECK(person.state.overlay == screens::Overlay::AskHandIn);
  CHECK(shows(person.scene(), "56 questions are still blank"));
  person.press(ui::KeyName::Enter);
  CHECK_FALSE(model::paper_closed(person.model));
  person.click("hand_in");
  person.click("sure");
  CHECK(model::paper_closed(person.model));
  CHECK(ui::find_region(person.scene(), "answer.0") == nullptr);
}

TEST_CASE("words on a paper are saved with Enter or by turning the page") {
  Person person{"paper_text"};
  person.type("mh deep");
  CHECK(person.model.room->own.text == "mh deep");
  person.press(ui::KeyName::Enter);
  CHECK(model::paper_state(person.model, 3) == model::PaperState::Sending);
  person.press(ui::KeyName::PageDown);
  CHECK(person.model.room->desk.number == 4);
}

TEST_CASE("the report leads to the standings and back") {
  Person person{"exam_report"};
  CHECK(shows(person.scene(), "742"));
  person.type("s");
  CHECK_FALSE(shows(person.scene(), "742"));
  person.type("s");
  CHECK(shows(person.scene(), "742"));
  person.press(ui::KeyName::Enter);
  CHECK(person.wanted<model::OpenReview>() != nullptr);
}

TEST_CASE("a host chooses mode, kinds and scoring by the form") {
  Person person{"host"};
  person.click("host.mode.1");
  CHECK(person.model.draft.host.mode == wire::Mode::TeamPractice);
  CHECK(person.model.draft.host.team_count == 2);
  person.click("host.teams.more");
  person.click("host.discuss.more");
  CHECK(person.model.draft.host.team_count == 3);
  CHECK(person.model.draft.host.discuss_seconds == 90);
  person.click("host.mode.2");
  CHECK(person.model.draft.host.team_count == 0);
  CHECK(person.model.draft.host.mode == wire::Mode::ExamSimulation);
  CHECK(person.model.draft.host.scoring == wire::Scoring::Exam);
  CHECK(person.model.draft.host.question_count == 65);
  person.click("host.mode.0");
  CHECK(person.model.draft.host.mode == wire::Mode::Competition);
  CHECK(person.model.draft.host.scoring == wire::Scoring::Speed);
  person.click("host.scoring.more");
  person.click("host.scoring.more");
  CHECK(person.model.draft.host.scoring == wire::Scoring::Certainty);
  person.click("host.pacing.more");
  person.click("host.pacing.more");
  CHECK(person.model.draft.host.pacing == wire::Pacing::WhenAnswered);
  person.click("host.kinds.2");
  CHECK(person.model.draft.host.kinds.size() == 5);
  person.click("host.kinds.0");
  person.click("host.kinds.1");
  CHECK(person.model.draft.host.kinds == std::vector{wire::QuestionKind::Numeric, wire::QuestionKind::ShortText});
  person.click("host.kinds.0");
  person.click("host.kinds.2");
  CHECK(person.model.draft.host.kinds.empty());
}
