// What hands mean on each screen, played through the real model.
#include <algorithm>

#include "client/model/queries.hpp"
#include "client/model/update.hpp"
#include "client/screens/screens.hpp"
#include "client/ui/dump.hpp"
#include "tests/golden/samples.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace std::chrono_literals;

namespace {

constexpr ui::Size window{1920, 1080};

// A person at a window.
struct Person {
  model::Model model;
  screens::ViewState state;
  model::Instant now{1000s};
  std::vector<model::Event> last;

  explicit Person(const std::string& sample) {
    for (golden::Sample& each : golden::samples(wire::Language::English, golden::Wording::Typical)) {
      if (each.name != sample) continue;
      model = std::move(each.model);
      state = std::move(each.state);
      now = each.now;
      return;
    }
    FAIL("no sample is called " << sample);
  }

  [[nodiscard]] ui::Scene scene() const { return screens::view(model, state, now, window); }
  // Only the events; the model stays as it is.
  void give(const ui::Input& input) { last = screens::on_input(model, state, input, now, window); }
  // The events go through the model, too.
  void live(const ui::Input& input) {
    give(input);
    for (const model::Event& event : last) (void)model::update(model, event, now);
  }
  void press(ui::KeyName name, bool shift = false) { live(ui::Key{.name = name, .shift = shift}); }
  void type(const std::string& text) {
    for (const char letter : text) live(ui::Typed{std::string(1, letter)});
  }
  void click(const std::string& id) {
    const ui::Scene shown = scene();
    const ui::Region* region = ui::find_region(shown, id);
    REQUIRE(region != nullptr);
    live(ui::Pointer{ui::PointerAction::Pressed, region->rect.centre()});
    give_back({ui::PointerAction::Released, region->rect.centre()});
  }
  void give_back(const ui::Pointer& pointer) {
    const std::vector<model::Event> events = screens::on_input(model, state, pointer, now, window);
    CHECK(events.empty());
  }
  template <class T>
  [[nodiscard]] const T* wanted() const {
    for (const model::Event& event : last) {
      if (const T* found = std::get_if<T>(&event)) return found;
    }
    return nullptr;
  }
};

bool shows(const ui::Scene& scene, const std::string& text) {
  return ui::to_text(scene).find(text) != std::string::npos;
}

}  // namespace

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
  player.press(ui::KeyName::Down);
  player.press(ui::KeyName::Down);
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
