// A rehearsal, the class report and fair time, by keys alone and by the mouse alone, through the real model.
#include "client/model/queries.hpp"
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using screens::Overlay;
using screens_test::Person;

TEST_CASE("a rehearsal is opened, started and broken off by keys or by the mouse") {
  for (const bool keys : {true, false}) {
    Person person{"lobby_host"};
    const auto act = [&](const char* key, const char* id) { keys ? person.type(key) : person.click(id); };
    act("r", "rehearse");
    REQUIRE(person.scene().name == "rehearsal");
    if (keys) {
      person.press(ui::KeyName::Enter);
    } else {
      person.click("rehearsal.start");
    }
    CHECK(person.model.rehearsal.stage == model::RehearsalStage::Running);
    // It goes on while the host looks at the lobby.
    person.press(ui::KeyName::Escape);
    CHECK(person.state.overlay == Overlay::None);
    CHECK(person.model.rehearsal.stage == model::RehearsalStage::Running);
    act("r", "rehearse");
    act("c", "rehearsal.cancel");
    CHECK(person.model.rehearsal.stage == model::RehearsalStage::Cancelling);
  }
  Person read{"rehearsal_no_go"};
  read.type("r");
  CHECK(read.model.rehearsal.stage == model::RehearsalStage::Idle);
  Person guest{"lobby_player"};
  guest.type("r");
  CHECK(guest.state.overlay == Overlay::None);
}

TEST_CASE("a class report is walked by tabs and leads to the review of a missed question") {
  Person keys{"class_domains"};
  keys.type("2");
  const ui::Scene missed = keys.scene();
  CHECK(ui::find_region(missed, "missed.3") != nullptr);
  keys.type("3");
  CHECK(ui::find_region(keys.scene(), "missed.3") == nullptr);
  keys.type("s");
  CHECK(ui::find_region(keys.scene(), "class") != nullptr);
  keys.type("c");
  CHECK(ui::find_region(keys.scene(), "class.0") != nullptr);

  Person mouse{"class_domains"};
  mouse.click("class.1");
  mouse.click("missed.3");
  CHECK(mouse.model.screen == model::Screen::Review);
  CHECK(mouse.model.room->review_number == 3);
}

TEST_CASE("a host who sat the exam sees the own report first, and the class from there") {
  Person person{"class_host_plays"};
  CHECK(ui::find_region(person.scene(), "class.0") == nullptr);
  person.type("c");
  CHECK(ui::find_region(person.scene(), "class.0") != nullptr);
  person.type("o");
  CHECK(ui::find_region(person.scene(), "class.0") == nullptr);
}

TEST_CASE("fair time is a page of the console, once there is a report") {
  Person person{"fairness"};
  CHECK(person.scene().name == "fairness");
  person.type("m");
  CHECK(person.scene().name == "console");
  person.type("f");
  CHECK(person.scene().name == "fairness");
  person.press(ui::KeyName::Escape);
  CHECK(person.state.overlay == Overlay::None);
  Person before{"console_asking"};
  before.type("f");
  CHECK(before.scene().name == "console");
}
