// Boards that are arranged: by keys alone, by the mouse alone, and what must not happen by accident.
#include "client/model/queries.hpp"
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using screens_test::Person;
using screens_test::shows;

namespace {

using Order = std::vector<wire::OptionIndex>;

ui::Point centre_of(const Person& person, const std::string& id) {
  const ui::Scene scene = person.scene();
  const ui::Region* region = ui::find_region(scene, id);
  REQUIRE(region != nullptr);
  return region->rect.centre();
}

void drags(Person& person, const std::string& from, const ui::Point& to) {
  const ui::Point at = centre_of(person, from);
  person.live(ui::Pointer{ui::PointerAction::Pressed, at});
  person.live(ui::Pointer{ui::PointerAction::Moved, {at.x + 30, at.y + 10}});
  person.live(ui::Pointer{ui::PointerAction::Moved, to});
  person.live(ui::Pointer{ui::PointerAction::Released, to});
}

bool locked_in(const Person& person) {
  return model::answer_state(person.model) != model::AnswerState::None;
}

}  // namespace

TEST_CASE("a card is put in its place by its letter and a digit") {
  Person person{"asking_ordering"};
  person.type("c1");
  CHECK(model::board_order(person.model) == Order{2, 0, 1, 3, 4, 5});
  person.type("A6");
  CHECK(model::board_order(person.model) == Order{2, 1, 3, 4, 5, 0});
  CHECK(person.state.held == 0);
  person.type("l");
  CHECK(locked_in(person));
}

TEST_CASE("a card is taken up with Space or Enter, moved with the arrows, and put down again") {
  for (const bool space : {true, false}) {
    Person person{"asking_ordering"};
    const auto take = [&] { space ? person.type(" ") : person.press(ui::KeyName::Enter); };
    person.press(ui::KeyName::Tab);
    person.press(ui::KeyName::Up);
    person.press(ui::KeyName::Up);
    CHECK(model::board_order(person.model) == Order{0, 1, 2, 3, 4, 5});
    take();
    CHECK(person.state.held == 1);
    person.press(ui::KeyName::Down);
    person.press(ui::KeyName::Down);
    CHECK(model::board_order(person.model) == Order{1, 2, 0, 3, 4, 5});
    person.press(ui::KeyName::Up);
    take();
    CHECK(person.state.held == 0);
    CHECK(model::board_order(person.model) == Order{1, 0, 2, 3, 4, 5});
    CHECK_FALSE(locked_in(person));
  }
}

TEST_CASE("an order nobody touched cannot be locked in by any key, nor by the button") {
  Person person{"asking_ordering"};
  person.type("lL");
  person.press(ui::KeyName::Enter);
  person.press(ui::KeyName::Enter);
  CHECK_FALSE(ui::find_region(person.scene(), "confirm")->enabled);
  CHECK_FALSE(locked_in(person));
  Person other{"asking_ordering"};
  other.type("l");
  CHECK(other.last.size() <= 1);
  CHECK_FALSE(locked_in(other));
  // Taking a card up and putting it back says that the order is meant.
  other.type("aa");
  CHECK(ui::find_region(other.scene(), "confirm")->enabled);
  other.click("confirm");
  CHECK(locked_in(other));
}

TEST_CASE("a card that is dragged follows the pointer, the others make room, and it stays where it is let go") {
  Person person{"asking_ordering"};
  const ui::Point at = centre_of(person, "card.0");
  const ui::Point third = centre_of(person, "card.2");
  person.live(ui::Pointer{ui::PointerAction::Pressed, at});
  person.live(ui::Pointer{ui::PointerAction::Moved, third});
  CHECK(model::board_order(person.model) == Order{0, 1, 2, 3, 4, 5});
  CHECK(centre_of(person, "card.1").y == at.y);
  CHECK(centre_of(person, "card.0").y == third.y);
  person.live(ui::Pointer{ui::PointerAction::Released, third});
  CHECK(model::board_order(person.model) == Order{1, 2, 0, 3, 4, 5});
  CHECK(person.state.held == 0);
  drags(person, "card.5", {5, 5});  // let go of far from everything
  CHECK(model::board_order(person.model) == Order{1, 2, 0, 3, 4, 5});
  CHECK(person.state.held == 0);
}

TEST_CASE("two clicks move a card, too") {
  Person person{"asking_ordering"};
  person.click("card.4");
  CHECK(person.last.empty());
  person.click("card.0");
  CHECK(model::board_order(person.model) == Order{4, 0, 1, 2, 3, 5});
}

TEST_CASE("items are matched by digit and letter in either order, and two may share one") {
  Person person{"asking_matching"};
  person.type("1ba2");
  CHECK(model::board_matches(person.model)[0] == wire::OptionIndex{1});
  CHECK(model::board_matches(person.model)[1] == wire::OptionIndex{0});
  person.type("3b4b");
  CHECK(model::board_matches(person.model)[2] == wire::OptionIndex{1});
  CHECK(model::board_matches(person.model)[3] == wire::OptionIndex{1});
  person.type("l");
  CHECK(locked_in(person));
}

TEST_CASE("the match of the item that the keys have walked to is given by its letter") {
  Person person{"asking_matching"};
  person.press(ui::KeyName::Tab);
  person.press(ui::KeyName::Down);
  person.type("d");
  CHECK(model::board_matches(person.model)[2] == wire::OptionIndex{3});
}

TEST_CASE("items are matched with the mouse, by clicks or by dragging") {
  Person person{"asking_matching"};
  person.click("item.0");
  person.click("match.2");
  CHECK(model::board_matches(person.model)[0] == wire::OptionIndex{2});
  person.click("match.1");
  person.click("item.3");
  CHECK(model::board_matches(person.model)[3] == wire::OptionIndex{1});
  drags(person, "match.2", centre_of(person, "item.1"));
  CHECK(model::board_matches(person.model)[1] == wire::OptionIndex{2});
  drags(person, "match.2", centre_of(person, "item.1"));
  CHECK(model::board_matches(person.model)[1] == wire::OptionIndex{2});
  drags(person, "match.3", {5, 5});
  drags(person, "match.0", centre_of(person, "item.2"));
  CHECK(person.state.held == 0);
  person.click("confirm");
  CHECK(locked_in(person));
}

TEST_CASE("words are typed at once and locked in with Enter") {
  Person person{"asking_text"};
  person.type("Deep Archive");
  CHECK(person.model.room->own.text == "Deep Archive");
  person.press(ui::KeyName::Enter);
  CHECK(locked_in(person));
}

TEST_CASE("how sure one is can be said by key and by mouse on every board") {
  for (const char* sample :
       {"certain_single", "certain_multiple", "certain_numeric", "certain_ordering", "certain_matching", "certain_text"}) {
    Person keys{sample};
    keys.press(ui::KeyName::F4);
    CHECK(keys.model.room->own.certainty == wire::Certainty::High);
    keys.press(ui::KeyName::F2);
    CHECK(keys.model.room->own.certainty == wire::Certainty::Low);
    Person mouse{sample};
    mouse.click("certainty.1");
    CHECK(mouse.model.room->own.certainty == wire::Certainty::Middle);
    CHECK_FALSE(locked_in(mouse));
  }
  Person person{"certain_single"};
  person.press(ui::KeyName::Enter);
  CHECK(shows(person.scene(), "Say first how sure you are."));
  person.press(ui::KeyName::F3);
  person.press(ui::KeyName::Enter);
  CHECK(locked_in(person));
}

TEST_CASE("nothing on a board answers after the answer, or to those who watch") {
  for (const char* sample : {"locked_ordering", "locked_text", "projector_ordering", "host_matching", "host_text"}) {
    Person person{sample};
    person.type("a1b2l");
    person.press(ui::KeyName::F2);
    CHECK(person.model.room->own == Person{sample}.model.room->own);
    for (const ui::Region& region : person.scene().regions) CHECK_FALSE(region.drag.has_value());
  }
}
