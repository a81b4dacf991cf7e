// What hands mean before a match, played through the real model.
#include "client/model/queries.hpp"
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using screens_test::Person;
using screens_test::shows;

TEST_CASE("the first run takes a name by keyboard alone and goes on only with one") {
  Person person{"welcome"};
  person.press(ui::KeyName::Enter);
  CHECK(person.state.welcome);
  person.type("Ana B");
  CHECK(person.model.profile.name == "Ana B");
  person.press(ui::KeyName::Enter);
  CHECK_FALSE(person.state.welcome);
  CHECK(person.scene().name == "start");
}

TEST_CASE("the language changes at a click, and every word with it") {
  Person person{"welcome"};
  CHECK(shows(person.scene(), "What shall we call you?"));
  person.click("language.1");
  CHECK(shows(person.scene(), "¿Cómo te llamamos?"));
}

TEST_CASE("doors open by digit, by Enter after arrows, and by click") {
  Person digit{"start"};
  digit.type("2");
  CHECK(digit.model.screen == model::Screen::Join);
  Person arrow{"start"};
  arrow.press(ui::KeyName::Right);
  arrow.press(ui::KeyName::Right);
  arrow.press(ui::KeyName::Enter);
  CHECK(arrow.model.screen == model::Screen::Host);
  Person mouse{"start"};
  mouse.click("door.solo");
  CHECK(mouse.model.screen == model::Screen::Solo);
  Person first{"start"};
  first.press(ui::KeyName::Enter);
  CHECK(first.model.screen == model::Screen::Solo);
}

TEST_CASE("kept seats and recent servers lead back") {
  Person person{"start_known"};
  person.give(ui::Pointer{ui::PointerAction::Pressed, ui::find_region(person.scene(), "seat.0")->rect.centre()});
  REQUIRE(person.wanted<model::ReturnToSeat>() != nullptr);
  person.click("server.1");
  CHECK(person.model.draft.address == "aula-3.example.org:7040");
  CHECK(person.model.screen == model::Screen::Join);
}

TEST_CASE("joining takes a code, Tab goes through the fields, Enter sends, Escape goes back") {
  Person person{"join"};
  person.type("k7m 2pq");
  CHECK(person.model.draft.code == "k7m 2pq");
  person.press(ui::KeyName::Tab);
  person.press(ui::KeyName::Backspace);
  CHECK(person.model.profile.name == "Dieg");
  person.press(ui::KeyName::Tab, true);
  person.press(ui::KeyName::Backspace);
  CHECK(person.model.draft.code == "k7m 2p");
  person.give(ui::Key{ui::KeyName::Enter});
  CHECK(person.wanted<model::JoinRoom>() != nullptr);
  person.press(ui::KeyName::Escape);
  CHECK(person.model.screen == model::Screen::Start);
}

TEST_CASE("the line behind a QR code fills server and code when it is pasted") {
  Person person{"join"};
  person.live(ui::Typed{"certamen://10.0.0.7:7040/ABC234"});
  CHECK(person.model.draft.address == "10.0.0.7:7040");
  CHECK(person.model.draft.code == "ABC234");
}

TEST_CASE("a press in a field puts the caret between two letters") {
  Person person{"join"};
  person.click("text.name");
  const ui::Scene shown = person.scene();
  const ui::Region* field = ui::find_region(shown, "text.name");
  const float after_two = ui::text_width("Di", field->field->font);
  person.live(ui::Pointer{ui::PointerAction::Pressed, {field->field->left + after_two + 1, field->rect.centre().y}});
  person.type("x");
  CHECK(person.model.profile.name == "Dixego");
}

TEST_CASE("set-up forms change the draft by mouse and keyboard") {
  Person person{"host"};
  person.click("host.count.more");
  CHECK(person.model.draft.host.question_count == 15);
  person.click("host.seconds.more");
  CHECK(person.model.draft.host.answer_seconds == 10);
  person.click("host.pacing.1");
  CHECK(person.model.draft.host.pacing == wire::Pacing::Automatic);
  person.click("host.scoring.1");
  CHECK(person.model.draft.host.scoring == wire::Scoring::Accuracy);
  person.click("host.difficulty.3");
  CHECK(person.model.draft.host.difficulty_min == 4);
  person.click("host.plays");
  CHECK(person.model.draft.host.host_plays);
  person.press(ui::KeyName::Tab);
  person.live(ui::Typed{" "});
  CHECK(person.model.draft.host.shuffle_per_player);
  person.click("host.names");
  CHECK(person.model.draft.host.generated_names);
  person.click("text.password");
  person.type("aula 3");
  CHECK(person.model.draft.password == "aula 3");
  person.press(ui::KeyName::Escape);
  CHECK(person.model.screen == model::Screen::Start);
}

TEST_CASE("topics and domains: all, some, and all again") {
  Person person{"solo"};
  person.click("solo.topic.2");
  CHECK(person.model.draft.solo.topics == std::vector<std::string>{"kms-keys"});
  person.click("solo.topic.2");
  CHECK(person.model.draft.solo.topics.empty());
  person.click("solo.topic.1");
  person.click("solo.all");
  CHECK(person.model.draft.solo.topics.empty());
  person.click("solo.domain.0");
  CHECK(person.model.draft.solo.domains.size() == 3);
  person.click("solo.domain.0");
  CHECK(person.model.draft.solo.domains.empty());
}

TEST_CASE("a list of topics turns its pages by key, wheel and click") {
  Person person{"solo"};
  CHECK(ui::find_region(person.scene(), "solo.topic.0") != nullptr);
  person.press(ui::KeyName::PageDown);
  CHECK(ui::find_region(person.scene(), "solo.topic.0") == nullptr);
  CHECK(ui::find_region(person.scene(), "solo.topic.15") != nullptr);
  person.live(ui::Wheel{{1200, 600}, 1});
  CHECK(ui::find_region(person.scene(), "solo.topic.0") != nullptr);
  person.click("page.more");
  CHECK(ui::find_region(person.scene(), "solo.topic.15") != nullptr);
}

TEST_CASE("the focus of one scene is not the next one's") {
  Person person{"start"};
  person.press(ui::KeyName::Tab);
  CHECK(person.state.touch.focused == "door.join");
  person.type("1");
  person.give(ui::Pointer{ui::PointerAction::Moved, {1, 1}});
  CHECK(person.state.touch.focused.empty());
}

TEST_CASE("the pointer lights what it is over, and nothing when it leaves") {
  Person person{"start"};
  const ui::Point door = ui::find_region(person.scene(), "door.host")->rect.centre();
  const ui::Scene before = person.scene();
  person.give(ui::Pointer{ui::PointerAction::Moved, door});
  CHECK(person.state.touch.hovered == "door.host");
  CHECK(person.scene() != before);
  person.give(ui::Pointer{ui::PointerAction::Left, {}});
  CHECK(person.scene() == before);
}
