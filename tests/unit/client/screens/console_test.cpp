// A host's console and the finale, by keys alone and by the mouse alone, through the real model.
#include "client/model/queries.hpp"
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using screens::Overlay;
using screens_test::Person;
using screens_test::shows;

namespace {

// The order that the last input gave; fails when it gave none.
template <class Order>
Order ordered(const Person& person) {
  const auto* given = person.wanted<model::GiveOrder>();
  REQUIRE(given != nullptr);
  REQUIRE(std::holds_alternative<Order>(given->order));
  return std::get<Order>(given->order);
}

// Walks by Tab until the region has the focus.
void walk_to(Person& person, const std::string& id) {
  for (std::size_t i = 0; i <= person.scene().regions.size(); ++i) {
    if (person.state.touch.focused == id && person.state.scene == person.scene().name) return;
    person.press(ui::KeyName::Tab);
  }
  FAIL("Tab does not lead to " << id);
}

}  // namespace

TEST_CASE("the console opens from every phase of a match by key and by button") {
  for (const char* sample : {"lobby_host", "host_multiple", "reveal_host", "ranking_host", "paper_host", "paused_ranking"}) {
    INFO(sample);
    Person keys{sample};
    keys.type("m");
    CHECK(keys.state.overlay == Overlay::Console);
    keys.type("m");
    CHECK(keys.scene().name == "members");
    keys.press(ui::KeyName::Escape);
    CHECK(keys.state.overlay == Overlay::None);
    Person mouse{sample};
    mouse.click("console");
    CHECK(mouse.scene().name == "console");
    mouse.click("console.1");
    CHECK(mouse.scene().name == "members");
    mouse.click("close");
    CHECK(mouse.state.overlay == Overlay::None);
  }
  for (const char* sample : {"lobby_player", "asking_single", "reveal_right", "podium"}) {
    Person person{sample};
    person.type("m");
    CHECK(person.state.overlay == Overlay::None);
    CHECK(ui::find_region(person.scene(), "console") == nullptr);
  }
  Person podium{"console_podium"};
  podium.press(ui::KeyName::Escape);
  podium.click("console");
  CHECK(podium.scene().name == "console");
  Person paused{"paused_host"};
  paused.press(ui::KeyName::Escape);
  paused.click("menu.console");
  CHECK(paused.scene().name == "console");
}

TEST_CASE("an open question is extended from the board, and extended and skipped from the console") {
  Person board{"host_multiple"};
  board.type("+");
  CHECK(ordered<wire::ExtendQuestion>(board).seconds == 15);
  Person mouse{"host_multiple"};
  mouse.click("extend");
  CHECK(ordered<wire::ExtendQuestion>(mouse).seconds == 15);
  Person keys{"console_asking"};
  keys.type("3");
  CHECK(ordered<wire::ExtendQuestion>(keys).seconds == 30);
  CHECK(keys.state.overlay == Overlay::Console);
  keys.type("s");
  CHECK(keys.state.overlay == Overlay::AskSkip);
  keys.press(ui::KeyName::Enter);  // the way back has the focus
  CHECK(keys.state.overlay == Overlay::Console);
  keys.type("s");
  walk_to(keys, "sure");
  keys.press(ui::KeyName::Enter);
  (void)ordered<wire::SkipQuestion>(keys);
  CHECK(keys.state.overlay == Overlay::None);
}

TEST_CASE("a skip that was asked about is not ordered of the next question") {
  Person person{"console_asking"};
  person.type("s");
  person.model.room->announced->number += 1;
  CHECK(person.scene().name != "ask.skip");
  CHECK(ui::find_region(person.scene(), "sure") == nullptr);
}

TEST_CASE("the room is locked and unlocked, and the clock stopped, from the console") {
  Person person{"console_asking"};
  person.click("order.lock");
  CHECK(ordered<wire::LockRoom>(person).locked);
  person.model.room->locked = true;
  person.type("l");
  CHECK_FALSE(ordered<wire::LockRoom>(person).locked);
  person.type("p");
  REQUIRE(person.wanted<model::HostCommand>() != nullptr);
  CHECK(person.wanted<model::HostCommand>()->command == wire::Command::Pause);
}

TEST_CASE("a co-host takes over when the host is gone, and finds neither appointing nor handing over") {
  Person person{"console_cohost"};
  person.type("t");
  (void)ordered<wire::TakeOver>(person);
  person.model.room->roster[{1}].connected = true;
  CHECK(ui::find_region(person.scene(), "order.take_over") == nullptr);
  person.click("console.1");
  person.click("member.5");
  CHECK(ui::find_region(person.scene(), "order.appoint") == nullptr);
  CHECK(ui::find_region(person.scene(), "ask.hand_over") == nullptr);
  CHECK(ui::find_region(person.scene(), "ask.remove") != nullptr);
}

TEST_CASE("a member is chosen, renamed, helped and moved by the mouse") {
  Person person{"members"};
  person.click("member.8");
  CHECK(person.model.room->console.member == wire::SeatId{8});
  person.click("order.team.1");
  CHECK(ordered<wire::MoveToTeam>(person) == wire::MoveToTeam{{8}, 2});
  person.click("order.allow.3");
  CHECK(ordered<wire::SetAllowance>(person) == wire::SetAllowance{{8}, wire::Allowance::Twice});
  person.click("order.appoint");
  CHECK(ordered<wire::AppointCohost>(person) == wire::AppointCohost{{8}, true});
  person.click("text.member");
  person.type(" B");
  person.click("order.rename");
  CHECK(ordered<wire::RenameMember>(person) == wire::RenameMember{{8}, "Gloria B"});
}

TEST_CASE("the same by keys alone, with removing and banning asked about first") {
  Person person{"members"};
  walk_to(person, "member.8");
  person.type(" ");
  CHECK(person.model.room->console.member == wire::SeatId{8});
  walk_to(person, "text.member");
  person.type("!");
  person.press(ui::KeyName::Enter);
  CHECK(ordered<wire::RenameMember>(person).name == "Gloria!");
  walk_to(person, "order.allow.1");
  person.type(" ");
  CHECK(ordered<wire::SetAllowance>(person).allowance == wire::Allowance::FiveQuarters);
  for (const auto& [ask, banned] : {std::pair{"ask.remove", false}, std::pair{"ask.ban", true}}) {
    walk_to(person, ask);
    person.press(ui::KeyName::Enter);
    CHECK(person.last.empty());
    walk_to(person, "sure");
    person.press(ui::KeyName::Enter);
    CHECK(ordered<wire::RemoveMember>(person) == wire::RemoveMember{{8}, banned});
    CHECK(person.state.overlay == Overlay::Members);
  }
  walk_to(person, "ask.hand_over");
  person.press(ui::KeyName::Enter);
  person.press(ui::KeyName::Escape);
  CHECK(person.state.overlay == Overlay::Members);
  walk_to(person, "ask.hand_over");
  person.press(ui::KeyName::Enter);
  walk_to(person, "sure");
  person.press(ui::KeyName::Enter);
  CHECK(ordered<wire::HandOver>(person).seat == wire::SeatId{8});
}

TEST_CASE("members scroll by keys and stay where they are while the match goes on") {
  Person person{"members"};
  REQUIRE(person.scene().scrolls.size() == 1);
  person.press(ui::KeyName::End);
  const ui::ScrollArea end = person.scene().scrolls[0];
  CHECK(end.offset == Approx(end.offset_max()));
  person.press(ui::KeyName::PageUp);
  const float before = person.scene().scrolls[0].offset;
  CHECK(before < end.offset);
  person.model.room->phase = wire::Phase::Drawing;
  CHECK(person.scene().name == "members");
  CHECK(person.scene().scrolls[0].offset == before);
  person.give(ui::Wheel{{}, 1});
  CHECK(person.scene().scrolls[0].offset < before);
}

TEST_CASE("who walks through the members by keys sees the one that is reached") {
  Person person{"members"};
  const auto seen = [&](const std::string& id) {
    const ui::Scene scene = person.scene();
    const ui::Region* region = ui::find_region(scene, id);
    REQUIRE(region != nullptr);
    return ui::shown_part(scene, *region) == std::optional{region->rect};
  };
  const std::string last = [&] {
    std::string id;
    for (const ui::Region& region : person.scene().regions) id = region.scroll.empty() ? id : region.id;
    return id;
  }();
  CHECK_FALSE(seen(last));
  walk_to(person, last);
  CHECK(seen(last));
  for (int step = 0; step < 30 && person.state.touch.focused != "member.1"; ++step) person.press(ui::KeyName::Up);
  CHECK(person.state.touch.focused == "member.1");
  CHECK(seen("member.1"));
}

TEST_CASE("a review's search waits under the console") {
  Person person{"review_missed"};
  person.model.room->host_ticket = wire::Ticket{};
  person.type("/");
  person.type("placement");
  REQUIRE(person.state.search == "placement");
  REQUIRE(person.state.missed_only);
  person.press(ui::KeyName::Tab);
  person.type("m");
  REQUIRE(person.scene().name == "console");
  person.type("m");
  REQUIRE(person.scene().name == "members");
  person.press(ui::KeyName::Escape);
  CHECK(shows(person.scene(), "\"placement\""));
  person.press(ui::KeyName::Tab);
  CHECK(person.state.search == "placement");
  CHECK(person.state.missed_only);
}

TEST_CASE("a question that is asked about leaves with the one it is about") {
  Person person{"ask_remove"};
  person.model.room->roster.erase({8});
  CHECK(person.scene().name == "members");
  person.model.room->host_ticket.reset();
  CHECK(person.scene().name == "lobby");
}

TEST_CASE("a key is corrected by letters or clicks, and the difference shown") {
  Person keys{"console_reveal"};
  keys.type("k");
  CHECK(keys.scene().name == "correct");
  keys.press(ui::KeyName::Enter);
  CHECK(keys.wanted<model::SendCorrection>() == nullptr);
  keys.type("b");
  keys.press(ui::KeyName::Enter);
  REQUIRE(keys.model.room->console.correction->sent);
  CHECK(keys.model.room->console.correction->key == std::vector<wire::OptionIndex>{1});
  wire::RankingCorrected fact{3, wire::Correction::KeyCorrected, {{{4}, 4, 1730, 1, 2600}}, *keys.model.room->revealed};
  keys.live(ui::Typed{"x"});
  (void)model::update(keys.model, model::Received{1, wire::RoomEvent{keys.model.room->sequence + 1, fact}}, keys.now);
  CHECK(shows(keys.scene(), "4  →  1"));
  CHECK(shows(keys.scene(), "1730  →  2600"));
  keys.press(ui::KeyName::Enter);
  CHECK(keys.state.overlay == Overlay::None);

  Person mouse{"console_reveal"};
  mouse.click("correct");
  mouse.click("key.2");
  mouse.click("key.send");
  CHECK(mouse.model.room->console.correction->key == std::vector<wire::OptionIndex>{2});
  CHECK(mouse.model.room->console.correction->sent);
}

TEST_CASE("orders, matches, numbers and words are corrected with their own hands") {
  Person order{"correct_ordering"};
  order.click("key.raise.0");
  CHECK(order.model.room->console.correction->key == std::vector<wire::OptionIndex>{1, 2, 3, 4, 0, 5});
  Person match{"correct_matching"};
  match.click("key.match.0.more");
  CHECK(match.model.room->console.correction->key.front() == 2);
  Person number{"correct_numeric"};
  number.press(ui::KeyName::Backspace);
  number.type("2");
  number.press(ui::KeyName::Enter);
  CHECK(number.model.room->console.correction->sent);
  CHECK(number.model.room->console.correction->number == "22");
  Person words{"correct_text"};
  words.type("!");
  words.press(ui::KeyName::Enter);
  CHECK(words.model.room->console.correction->sent);
}

TEST_CASE("a question is voided only after it was asked about") {
  Person person{"console_reveal"};
  person.type("v");
  CHECK(person.last.empty());
  CHECK(person.state.overlay == Overlay::AskVoid);
  person.click("sure");
  CHECK(person.model.room->console.correction->sent);
  CHECK(person.model.room->console.order_sent == wire::Order{wire::VoidQuestion{3}});
  Person voided{"console_voided"};
  voided.type("v");
  CHECK(voided.state.overlay == Overlay::Console);
}

TEST_CASE("what was refused stands in the console") {
  Person person{"console_refused"};
  CHECK(shows(person.scene(), "extended by ten minutes"));
}

TEST_CASE("the true standings stay hidden until a host asks for them, also under the console") {
  for (const bool returned : {false, true}) {  // a snapshot in a ranking has no question
    INFO(returned);
    Person person{"ranking_frozen_host"};
    if (returned) person.model.room->announced.reset();
    CHECK_FALSE(shows(person.scene(), "Secret"));
    CHECK(shows(person.scene(), "hidden until the end"));
    person.type("v");
    REQUIRE(shows(person.scene(), "Secret"));
    person.type("m");
    CHECK_FALSE(shows(person.scene(), "Secret"));
    person.press(ui::KeyName::Escape);
    CHECK_FALSE(shows(person.scene(), "Secret"));
  }
  Person mouse{"ranking_secret"};
  mouse.click("secret");
  CHECK_FALSE(shows(mouse.scene(), "Secret"));
}

TEST_CASE("the finale is led by keys and by the mouse to the podium") {
  Person keys{"resolver"};
  keys.press(ui::KeyName::Enter);
  CHECK(keys.model.room->resolving->done == 1);
  keys.press(ui::KeyName::Right);
  CHECK(keys.model.room->resolving->done == 2);
  keys.type("s");
  CHECK_FALSE(model::resolves(keys.model));
  CHECK(ui::find_region(keys.scene(), "review") != nullptr);
  Person mouse{"resolver"};
  mouse.click("resolve.next");
  CHECK(mouse.model.room->resolving->done == 1);
  mouse.click("resolve.all");
  CHECK_FALSE(model::resolves(mouse.model));
  Person end{"resolver_known"};
  end.press(ui::KeyName::Enter);
  CHECK_FALSE(model::resolves(end.model));
}

TEST_CASE("a step of the finale moves, and with reduced motion only shows where it ends") {
  Person person{"resolver_moving"};
  CHECK(person.scene().redraw_at.has_value());
  person.model.profile.preferences.still = true;
  CHECK_FALSE(person.scene().redraw_at.has_value());
}
