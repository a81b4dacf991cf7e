// What hands mean before a match, played through the real model.
#include "client/model/queries.hpp"
#include "client/screens/found.hpp"
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
  person.click("host.pacing.more");
  CHECK(person.model.draft.host.pacing == wire::Pacing::Automatic);
  person.click("host.scoring.more");
  CHECK(person.model.draft.host.scoring == wire::Scoring::Accuracy);
  person.click("host.difficulty.3");
  CHECK(person.model.draft.host.difficulty_min == 4);
  person.click("host.tab.2");
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

TEST_CASE("a list of topics stands in the order of titles and is scrolled by key and wheel") {
  Person person{"solo"};
  person.model.topics.clear();
  for (int i = 39; i >= 0; --i) {
    const std::string title = "Área " + std::to_string(10 + i);
    person.model.topics.push_back({title, title, wire::ExamDomain::Resilient, 10});
  }
  const auto shows = [&](const std::string& topic) {
    const ui::Scene scene = person.scene();
    const ui::Region* region = ui::find_region(scene, "solo.topic." + topic);
    return region != nullptr && ui::shown_part(scene, *region).has_value();
  };
  CHECK(shows("39"));  // the first by its title
  CHECK_FALSE(shows("0"));
  person.press(ui::KeyName::End);
  CHECK(shows("0"));
  CHECK_FALSE(shows("39"));
  person.live(ui::Wheel{{1200, 700}, 100});
  CHECK(shows("39"));
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

TEST_CASE("the settings change the look, the movement and the sounds, and the profile remembers") {
  Person person{"settings"};
  const auto preferences = [&] { return person.model.profile.preferences; };
  person.click("theme.1");
  CHECK(preferences().look == model::Look::Light);
  CHECK(person.scene().background == ui::theme_of(ui::ThemeName::Light).background);
  person.click("theme.2");
  CHECK(preferences().look == model::Look::HighContrast);
  person.click("still");
  CHECK(preferences().still);
  person.click("exam_sounds");
  CHECK(preferences().exam_sounds);
  person.click("sounds");
  CHECK_FALSE(preferences().sounds);
  const ui::Region* volume = ui::find_region(person.scene(), "volume");
  REQUIRE(volume != nullptr);
  CHECK_FALSE(volume->enabled);
  const auto saved = model::update(person.model, model::ChangePreferences{model::Preferences{}}, person.now);
  REQUIRE(saved.size() == 1);
  CHECK(std::get<model::SaveProfile>(saved.front()).profile.preferences == model::Preferences{});
  CHECK(model::update(person.model, model::ChangePreferences{model::Preferences{}}, person.now).empty());
}

TEST_CASE("a slider goes where it is pressed, follows the hand, and takes arrows") {
  Person person{"settings"};
  const auto volume = [&] { return person.model.profile.preferences.volume; };
  const ui::Scene shown = person.scene();
  const ui::Region region = *ui::find_region(shown, "volume");
  REQUIRE(region.slider);
  const float middle = region.rect.centre().y;
  person.live(ui::Pointer{ui::PointerAction::Pressed, {region.slider->left + region.slider->width * 0.21F, middle}});
  CHECK(volume() == 2);
  person.live(ui::Pointer{ui::PointerAction::Moved, {region.slider->left + 5 * region.slider->width, middle + 400}});
  CHECK(volume() == model::volume_max);
  person.live(ui::Pointer{ui::PointerAction::Released, {region.slider->left, middle}});
  person.live(ui::Pointer{ui::PointerAction::Moved, {region.slider->left, middle}});
  CHECK(volume() == model::volume_max);
  person.press(ui::KeyName::Left);
  person.press(ui::KeyName::Left);
  CHECK(volume() == model::volume_max - 2);
  person.press(ui::KeyName::Right);
  CHECK(volume() == model::volume_max - 1);
}

TEST_CASE("settings show the keys there are") {
  Person person{"settings"};
  CHECK(shows(person.scene(), "\"P\""));
  CHECK(shows(person.scene(), "\"N\""));
  CHECK(shows(person.scene(), "\"F1\""));
}

TEST_CASE("in a form, the first Tab goes to its first control, and typing without a name fills the name") {
  Person solo{"solo"};
  solo.press(ui::KeyName::Tab);
  CHECK(solo.state.touch.focused == "solo.count.less");
  Person nameless{"solo"};
  nameless.model.profile.name.clear();
  nameless.type("Ana");
  CHECK(nameless.model.profile.name == "Ana");
  CHECK(ui::find_region(nameless.scene(), "text.name") != nullptr);
}

TEST_CASE("at the first run, typing after a click elsewhere still fills the name") {
  Person first{"welcome"};
  first.click("language.1");
  first.type("Eva");
  CHECK(first.model.profile.name == "Eva");
}

TEST_CASE("a field copies, cuts, takes back and makes again") {
  Person person{"join"};
  const auto key = [&](ui::KeyName name) { person.live(ui::Key{.name = name, .control = true}); };
  person.type("ABC");
  key(ui::KeyName::SelectAll);
  key(ui::KeyName::Copy);
  CHECK(person.state.copied == "ABC");
  CHECK(person.model.draft.code == "ABC");
  person.state.copied.clear();
  key(ui::KeyName::Cut);
  CHECK(person.state.copied == "ABC");
  CHECK(person.model.draft.code.empty());
  key(ui::KeyName::Undo);
  CHECK(person.model.draft.code == "ABC");
  key(ui::KeyName::Undo);
  CHECK(person.model.draft.code.empty());
  key(ui::KeyName::Undo);
  CHECK(person.model.draft.code.empty());
  key(ui::KeyName::Redo);
  key(ui::KeyName::Redo);
  CHECK(person.model.draft.code.empty());
  key(ui::KeyName::Undo);
  person.type("X");
  CHECK(person.model.draft.code == "X");  // what was cut is selected again, and typed over
  key(ui::KeyName::Redo);
  CHECK(person.model.draft.code == "X");
}

TEST_CASE("a room of the network is chosen by a click, and the next Enter joins it") {
  Person person{"join_found"};
  person.model.draft.code.clear();
  person.model.draft.address.clear();
  CHECK(shows(person.scene(), "On this network"));
  person.click("found.1.ABC234");
  CHECK(person.model.draft.address == "192.168.1.21:7117");
  CHECK(person.model.draft.code == "ABC234");
  person.give(ui::Key{ui::KeyName::Enter});
  CHECK(person.wanted<model::JoinRoom>() != nullptr);
}

TEST_CASE("a room of the network is chosen by keys alone") {
  Person person{"join_found"};
  person.model.draft.code.clear();
  for (int i = 0; i < 20 && person.state.touch.focused != "found.1.K7M2PQ"; ++i) person.press(ui::KeyName::Tab);
  REQUIRE(person.state.touch.focused == "found.1.K7M2PQ");
  person.press(ui::KeyName::Down);
  CHECK(person.state.touch.focused == "found.1.ABC234");
  person.press(ui::KeyName::Enter);
  CHECK(person.model.draft.code == "ABC234");
  person.press(ui::KeyName::Enter);
  CHECK(person.wanted<model::JoinRoom>() != nullptr);
}

TEST_CASE("who has no name yet is led to it, and a server without rooms asks for the code") {
  Person person{"join_found_many"};
  person.model.profile.name.clear();
  person.click("found.1.K7M2PQ");
  CHECK(person.state.touch.focused == "text.name");
  person.model.found.erase(person.model.found.begin(), person.model.found.begin() + 5);
  person.click("found.6.");
  CHECK(person.model.draft.address == "192.168.1.26:7117");
  CHECK(person.state.touch.focused == "text.code");
}

TEST_CASE("a choice means its server and room, whatever the list has become") {
  for (const model::ChooseFound& choice : {model::ChooseFound{1, {}}, model::ChooseFound{7, "000000"},
                                           model::ChooseFound{4'000'000'000, "ZZZZZZ"}, model::ChooseFound{2, "K7M2PQ"}}) {
    const model::ChooseFound back = screens::found_of(screens::value_of(choice));
    CHECK(back.number == choice.number);
    CHECK(back.code == choice.code);
  }
}

TEST_CASE("while nothing is found the form says that it is looking") {
  Person person{"join"};
  CHECK(shows(person.scene(), "Looking for rooms and servers"));
}

TEST_CASE("a host shows the room on the network by a switch that is off at first") {
  Person person{"host"};
  CHECK_FALSE(person.model.draft.host.listed);
  person.click("host.tab.2");
  person.click("host.listed");
  CHECK(person.model.draft.host.listed);
}

TEST_CASE("a private room says so and shows no square; one that others reach has their address in it") {
  Person person{"lobby_private"};
  CHECK(shows(person.scene(), "joined from this computer only"));
  CHECK_FALSE(shows(person.scene(), "127.0.0.1"));
  CHECK_FALSE(shows(person.scene(), "Server and code"));
  person.model.connection.welcome = wire::Welcome{1, "test", "00", 200, {"192.168.1.7:7117"}};
  CHECK(shows(person.scene(), "192.168.1.7:7117"));
  CHECK(shows(person.scene(), "Server and code"));
}

TEST_CASE("a host sets the rules on pages of their own, by the mouse and by keys") {
  Person person{"host"};
  person.click("host.tab.1");
  person.click("host.freeze.more");
  person.click("host.freeze.more");
  CHECK(person.model.draft.host.freeze_questions == 2);
  person.click("host.penalty.more");
  CHECK(person.model.draft.host.penalty_percent == 25);
  person.click("host.reading.more");
  CHECK(person.model.draft.host.reading_seconds == 5);
  CHECK(ui::find_region(person.scene(), "host.reveal.more") == nullptr);
  person.model.draft.host.pacing = wire::Pacing::Automatic;
  person.click("host.reveal.more");
  CHECK(person.model.draft.host.reveal_seconds == 12);
  person.click("host.ranking.less");
  CHECK(person.model.draft.host.ranking_seconds == 3);
  person.click("host.streak");
  CHECK(person.model.draft.host.streak_bonus);
  person.press(ui::KeyName::Tab);
  person.live(ui::Typed{" "});
  CHECK(person.model.draft.host.partial_credit);
  person.model.draft.host.scoring = wire::Scoring::Certainty;
  CHECK(ui::find_region(person.scene(), "host.streak") == nullptr);
  person.click("host.tab.2");
  person.click("host.capacity.less");
  CHECK(person.model.draft.host.capacity == 100);
  CHECK(ui::find_region(person.scene(), "host.forming.more") == nullptr);
  person.click("host.mode.1");
  person.click("host.tab.2");
  person.click("host.forming.less");
  CHECK(person.model.draft.host.team_forming == wire::TeamForming::ByHost);
}

TEST_CASE("the host's form tells how long the match will be, an exam to the minute") {
  Person person{"host"};
  person.model.draft.host.answer_seconds = 30;
  CHECK(shows(person.scene(), "10 questions, about 8 min"));
  person.model.draft.host.question_count = 20;
  CHECK(shows(person.scene(), "20 questions, about 16 min"));
  Person exam{"host_exam"};
  CHECK(shows(exam.scene(), "65 questions in 130 min"));
}
