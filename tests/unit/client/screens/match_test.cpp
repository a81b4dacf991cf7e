// What hands mean in a match, played through the real model.
#include "client/model/queries.hpp"
#include "client/ui/scroll.hpp"
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using screens_test::Person;
using screens_test::shows;

TEST_CASE("digits and letters give the answer at that place, also when the options are shuffled") {
  for (const char* key : {"2", "b", "B"}) {
    Person person{"asking_single"};
    person.model.room->settings.shuffle_per_player = true;
    person.model.room->asked->shuffle_seed = 77;
    const auto second = model::display_options(person.model)[1].canonical;
    person.give(ui::Typed{key});
    REQUIRE(person.wanted<model::ToggleOption>() != nullptr);
    CHECK(person.wanted<model::ToggleOption>()->option == second);
  }
}

TEST_CASE("a click on a card and Space on a focused one answer") {
  Person mouse{"asking_single"};
  mouse.click("answer.2");
  REQUIRE(mouse.wanted<model::ToggleOption>() != nullptr);
  CHECK(mouse.wanted<model::ToggleOption>()->option == 2);
  CHECK(model::answer_state(mouse.model) == model::AnswerState::Pending);
  Person keys{"asking_single"};
  keys.press(ui::KeyName::Tab);
  keys.press(ui::KeyName::Down);
  keys.live(ui::Typed{" "});
  REQUIRE(keys.wanted<model::ToggleOption>() != nullptr);
  CHECK(keys.wanted<model::ToggleOption>()->option == 2);
}

TEST_CASE("several answers are picked with keys and given with Enter") {
  Person person{"asking_multiple"};
  person.press(ui::KeyName::Enter);
  CHECK(model::answer_state(person.model) == model::AnswerState::None);
  person.type("a");
  CHECK(person.model.room->own.picks == std::vector<wire::OptionIndex>{1, 0});
  person.press(ui::KeyName::Enter);
  CHECK(person.wanted<model::ConfirmAnswer>() != nullptr);
  CHECK(model::answer_state(person.model) != model::AnswerState::None);
  person.type("c");
  CHECK(person.last.empty());
}

TEST_CASE("a number is typed at once and given with Enter") {
  Person person{"asking_numeric"};
  person.type("21,5");
  CHECK(person.model.room->own.numeric_text == "21,5");
  person.press(ui::KeyName::Backspace);
  person.press(ui::KeyName::Enter);
  CHECK(person.wanted<model::ConfirmAnswer>() != nullptr);
  CHECK(model::answer_state(person.model) != model::AnswerState::None);
}

TEST_CASE("nothing can be pressed on a board after the answer, by spectators, or while paused") {
  for (const char* sample : {"locked", "projector_single", "time_up"}) {
    Person person{sample};
    person.type("1a");
    CHECK(person.last.empty());
    CHECK(ui::find_region(person.scene(), "answer.0") == nullptr);
  }
  Person paused{"paused_player"};
  paused.type("1");
  CHECK(paused.last.empty());
  CHECK_FALSE(shows(paused.scene(), "region choice answer"));
}

TEST_CASE("the host leads by key and by button") {
  Person person{"host_multiple"};
  person.give(ui::Typed{"n"});
  REQUIRE(person.wanted<model::HostCommand>() != nullptr);
  CHECK(person.wanted<model::HostCommand>()->command == wire::Command::Next);
  person.give(ui::Typed{"P"});
  CHECK(person.wanted<model::HostCommand>()->command == wire::Command::Pause);
  Person later{"reveal_host"};
  later.give(ui::Key{ui::KeyName::Enter});
  CHECK(later.wanted<model::HostCommand>()->command == wire::Command::Next);
  Person paused{"paused_host"};
  paused.give(ui::Key{ui::KeyName::Enter});
  CHECK(paused.wanted<model::HostCommand>()->command == wire::Command::Resume);
  Person lobby{"lobby_host"};
  lobby.give(ui::Key{ui::KeyName::Enter});
  CHECK(lobby.wanted<model::HostCommand>()->command == wire::Command::Start);
  Person empty{"lobby_empty"};
  empty.give(ui::Key{ui::KeyName::Enter});
  CHECK(empty.last.empty());
}

TEST_CASE("ending a match and leaving a room are asked about first") {
  Person host{"host_multiple"};
  host.press(ui::KeyName::Escape);
  CHECK(host.state.overlay == screens::Overlay::Menu);
  host.click("menu.end");
  CHECK(host.last.empty());
  host.press(ui::KeyName::Enter);
  CHECK(host.last.empty());
  CHECK(host.state.overlay == screens::Overlay::None);
  host.press(ui::KeyName::Escape);
  host.click("menu.end");
  host.give(ui::Pointer{ui::PointerAction::Pressed, ui::find_region(host.scene(), "sure")->rect.centre()});
  REQUIRE(host.wanted<model::HostCommand>() != nullptr);
  CHECK(host.wanted<model::HostCommand>()->command == wire::Command::End);
  CHECK(host.state.overlay == screens::Overlay::None);

  Person player{"asking_single"};
  player.press(ui::KeyName::Escape);
  for (int entry = 0; entry < 3; ++entry) player.press(ui::KeyName::Down);
  player.press(ui::KeyName::Enter);
  CHECK(player.state.overlay == screens::Overlay::AskLeave);
  player.press(ui::KeyName::Escape);
  CHECK(player.state.overlay == screens::Overlay::None);
  CHECK(player.model.room.has_value());
}

TEST_CASE("the review turns by arrows, tiles and buttons") {
  Person person{"review"};
  person.press(ui::KeyName::Right);
  CHECK(person.model.room->review_number == 4);
  person.press(ui::KeyName::Left);
  person.press(ui::KeyName::Left);
  CHECK(person.model.room->review_number == 2);
  person.click("question.9");
  CHECK(person.model.room->review_number == 9);
  person.click("before");
  CHECK(person.model.room->review_number == 8);
  person.press(ui::KeyName::Escape);
  CHECK(person.model.screen == model::Screen::Room);
}

TEST_CASE("in the lobby a team is chosen by its number or by a press, where players form them") {
  Person keys{"lobby_teams_3"};
  keys.type("3");
  REQUIRE(keys.wanted<model::ChooseTeam>() != nullptr);
  CHECK(keys.wanted<model::ChooseTeam>()->team == 3);
  keys.give(ui::Typed{"4"});
  CHECK(keys.wanted<model::ChooseTeam>() == nullptr);
  Person mouse{"lobby_teams_8"};
  mouse.click("team.7");
  REQUIRE(mouse.wanted<model::ChooseTeam>() != nullptr);
  CHECK(mouse.wanted<model::ChooseTeam>()->team == 8);
  Person placed{"lobby_teams_3"};
  placed.model.room->settings.team_forming = wire::TeamForming::Balanced;
  placed.give(ui::Typed{"3"});
  CHECK(placed.last.empty());
  CHECK_FALSE(shows(placed.scene(), "region choice team"));
}

TEST_CASE("the footer counts the own points of the last reveal, also before the ranking and when it is kept back") {
  Person person{"ranking"};
  REQUIRE(person.model.room->standings);
  person.model.room->own_result = wire::OwnResult{.question_number = 3, .points = 4321};
  CHECK_FALSE(shows(person.scene(), "4321"));
  person.model.room->own_result->question_number = 4;
  CHECK(shows(person.scene(), "4321"));
  person.model.room->own_result->question_number = 3;
  person.model.room->standings->shown.frozen = true;
  CHECK(shows(person.scene(), "4321"));
}

TEST_CASE("what explains a question scrolls by keys, by the wheel and by its bar, and starts anew at the next question") {
  Person person{"reveal_multiple"};
  // A low window, where not everything is seen at once.
  const ui::Size low{1280, 720};
  const auto area = [&] {
    const ui::Scene scene = screens::view(person.model, person.state, person.now, low);
    REQUIRE(scene.scrolls.size() == 1);
    return scene.scrolls[0];
  };
  const auto give = [&](const ui::Input& input) {
    CHECK(screens::on_input(person.model, person.state, input, person.now, low).empty());
  };
  give(ui::Key{ui::KeyName::Down});
  CHECK(area().offset == ui::scroll_step);
  give(ui::Key{ui::KeyName::End});
  CHECK(area().offset == Approx(area().offset_max()));
  give(ui::Wheel{area().rect.centre(), 100});
  CHECK(area().offset == 0);
  give(ui::Pointer{ui::PointerAction::Pressed, area().thumb.centre()});
  give(ui::Pointer{ui::PointerAction::Moved, {area().thumb.centre().x, area().bar.bottom()}});
  give(ui::Pointer{ui::PointerAction::Released, {area().thumb.centre().x, area().bar.bottom()}});
  CHECK(area().offset == Approx(area().offset_max()));
  person.model.room->announced->number += 1;
  person.model.room->asked->number += 1;
  person.model.room->revealed->number += 1;
  CHECK(area().offset == 0);
}

TEST_CASE("another question of a review starts at its top, and so does the same one when it is shown again") {
  Person person{"review_multiple"};
  const ui::Size low{1280, 720};
  const auto offset = [&] {
    const ui::Scene scene = screens::view(person.model, person.state, person.now, low);
    return scene.scrolls.empty() ? -1.0F : scene.scrolls[0].offset;
  };
  const auto live = [&](ui::KeyName key) {
    for (const model::Event& event : screens::on_input(person.model, person.state, ui::Key{key}, person.now, low)) {
      (void)model::update(person.model, event, person.now);
    }
  };
  live(ui::KeyName::PageDown);
  REQUIRE(offset() > 0);
  const std::uint32_t shown = person.model.room->review_number;
  live(ui::KeyName::Right);
  CHECK(person.model.room->review_number == shown + 1);
  CHECK(offset() <= 0);
  live(ui::KeyName::Left);
  CHECK(person.model.room->review_number == shown);
  CHECK(offset() == 0);
}

TEST_CASE("a hand that was closing a question does not skip the solution of one that closed by itself") {
  Person host{"reveal_host"};
  host.model.room->phase_since_local = host.now;
  for (const ui::Input& hand : {ui::Input{ui::Typed{"n"}}, ui::Input{ui::Key{ui::KeyName::Enter}}}) {
    host.give(hand);
    CHECK(host.wanted<model::HostCommand>() == nullptr);
  }
  const ui::Scene scene = host.scene();
  const ui::Region* next = ui::find_region(scene, "next");
  REQUIRE(next != nullptr);
  CHECK_FALSE(next->enabled);
  host.now += std::chrono::seconds{1};
  host.give(ui::Typed{"n"});
  CHECK(host.wanted<model::HostCommand>() != nullptr);
}
